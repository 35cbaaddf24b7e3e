/// The configuration of a project, all layers together.
package struct ProjectConfiguration: Sendable {
    /// The module of the generated code.
    package var module: String
    /// The database to read; `nil` where the DDL files say what it is.
    package var database: DatabaseURL?
    /// Patterns of the DDL files.
    package var schema: [Glob]
    /// Patterns of the query files.
    package var queries: [Glob]
    /// The folder of the generated code, relative to the project.
    package var output: String
    /// What the generated row types are besides `Sendable`.
    package var conformances: [Conformance]
    /// Swift types by declared type or `table.column`.
    package var types: [String: String]
    /// Annotation lines by `schema.name`.
    package var annotations: [String: [String]]
    /// Functions and collations of the application.
    package var functions: [ConfiguredFunction]
    /// Which layer each key that is set came from, for `--verbose`.
    package var origins: [(key: ConfigurationKey, layer: String)]
}
