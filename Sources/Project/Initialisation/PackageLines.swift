/// The lines that a person adds to the manifest so that generated code compiles.
package enum PackageLines {
    /// The text, for standard output.
    package static func text(module: String) -> String {
        """
        Add to Package.swift:

            dependencies: [
                .package(url: "\(ToolVersion.packageURL)", from: "\(ToolVersion.current)", traits: ["SQLite"]),
            ],

        and to the target “\(module)”:

            dependencies: [
                .product(name: "XtraqSQLite", package: "xtraq"),
            ]

        """
    }
}
