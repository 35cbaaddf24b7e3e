/// What this tool is called and which version it is.
package enum ToolVersion {
    /// The version, as in `CHANGELOG.md`.
    package static let current = "0.1.0"
    /// Where the package is fetched from, for the lines that `xtraq init` prints.
    package static let packageURL = "https://github.com/xtraq/xtraq.git"
}
