/// What a project is where its configuration says nothing.
package enum ProjectDefaults {
    /// Patterns of the DDL files.
    package static let schema = ["Schema/**/*.sql", "Migrations/**/*.sql"]
    /// Patterns of the query files.
    package static let queries = ["Queries/**/*.sql"]

    /// The folder of the generated code: within the module's sources beside a `Package.swift`.
    package static func output(module: String, folder: String) -> String {
        FileSystem.exists(folder + "/Package.swift") ? "Sources/\(module)/Generated" : "Generated"
    }
}
