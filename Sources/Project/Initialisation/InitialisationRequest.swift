/// What `xtraq init` was asked for.
package struct InitialisationRequest: Sendable {
    /// The folder that becomes a project, absolute.
    package var folder: String
    /// The module of the generated code; from the package or the folder where it is not said.
    package var module: String?
    /// The database to read instead of DDL files; may hold a password.
    package var database: String?
    /// The folder of the generated code; the usual one where it is not said.
    package var output: String?
    /// Patterns of the schemas to take; PostgreSQL only.
    package var schemas: [String]
    /// Whether files that `init` wrote before are written anew.
    package var isForced: Bool
    /// The DDL of a database, to be kept in the project.
    package var schemaFiles: [SchemaFile]

    /// A file of DDL.
    package struct SchemaFile: Sendable {
        /// Relative to the project.
        package var path: String
        package var bytes: [UInt8]

        /// Makes a file.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// Makes a request.
    package init(
        folder: String, module: String? = nil, database: String? = nil, output: String? = nil, schemas: [String] = [],
        isForced: Bool = false, schemaFiles: [SchemaFile] = []
    ) {
        self.folder = folder
        self.module = module
        self.database = database
        self.output = output
        self.schemas = schemas
        self.isForced = isForced
        self.schemaFiles = schemaFiles
    }
}

/// What `xtraq init` did.
package struct InitialisationReport: Sendable, Equatable {
    /// What became of a file.
    package enum State: String, Sendable {
        case created, updated, kept
    }

    /// A file and what became of it.
    package struct File: Sendable, Equatable {
        /// Relative to the project.
        package var path: String
        /// What became of it.
        package var state: State
    }

    /// In the order in which they were looked at.
    package var files: [File] = []
    /// The module of the generated code.
    package var module: String
    /// What else the person should know.
    package var hints: [String] = []
}
