/// Reads all layers of a project's configuration.
package enum ConfigurationLoader {
    /// The file with the same keys that git ignores.
    package static let localFile = ".xtraqconfig.local"
    /// The file with environment variables.
    package static let environmentFile = ".env"
}
