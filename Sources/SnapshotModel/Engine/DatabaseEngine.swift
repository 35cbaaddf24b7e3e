package import Diagnostics
package import TelemetryRecording

/// A kind of database that can describe itself: the one way in which the planner sees it.
package protocol DatabaseEngine: Sendable {
    /// Which engine it is.
    var name: EngineName { get }
    /// Its version as the library in use tells it: `3.40.1`. Never part of a snapshot.
    var version: String { get }

    /// Opens the schema that queries are to be checked against.
    ///
    /// Nothing outside of a private database in memory is created or changed.
    ///
    /// - Parameters:
    ///   - schema: Where it comes from.
    ///   - application: What the application adds to its connections.
    ///   - recorder: Where the work is recorded.
    /// - Returns: The schema.
    /// - Throws: ``EngineFailure`` where it cannot be opened.
    func open(
        _ schema: SchemaSource, application: ApplicationFunctions, recorder: Recorder
    ) throws(EngineFailure) -> any EngineSession
}

/// A schema, ready to check queries against it.
package protocol EngineSession: Sendable {
    /// The tables and views in the order of their names.
    var tables: [Table] { get }
    /// Equal for equal schemas.
    var fingerprint: Fingerprint { get }
    /// What queries can depend on.
    var objects: SchemaObjects { get }
    /// Warnings about the schema.
    var findings: [Finding] { get }

    /// Describes queries; the answers stand in the order of the files.
    func describe(_ files: [DescriptionRequest], recorder: Recorder) -> [DescribedFile]
}

/// Where the schema comes from.
package enum SchemaSource: Sendable {
    /// DDL files, in the order in which they are to be applied to a private database.
    case files([SourceFile])
    /// A database file, opened read-only, and the path as shown to the user.
    case database(path: String, shownAs: String)
}

/// The queries of one file that are to be described.
package struct DescriptionRequest: Sendable {
    package var source: SourceFile
    package var queries: [ParsedQuery]
    /// The configuration's `types`: what it maps need not be known otherwise.
    package var types: [String: String]
    /// What is already known to be wrong with them.
    package var findings: [Finding]

    /// Makes a request.
    package init(
        source: SourceFile, queries: [ParsedQuery], types: [String: String] = [:], findings: [Finding] = []
    ) {
        self.source = source
        self.queries = queries
        self.types = types
        self.findings = findings
    }
}

/// What the engine says of one file's queries.
package struct DescribedFile: Sendable {
    /// In the order of the request; without those in error.
    package var queries: [Query]
    /// One for each query.
    package var notes: [QueryNote]
    package var findings: [Finding]

    /// Makes a description.
    package init(queries: [Query] = [], notes: [QueryNote] = [], findings: [Finding] = []) {
        self.queries = queries
        self.notes = notes
        self.findings = findings
    }
}

/// Why a schema could not be opened.
package struct EngineFailure: Error {
    /// Whether the database itself could not be reached or refused, or the schema's files are in error.
    package var isUnreachable: Bool
    package var findings: [Finding]

    /// Makes a failure.
    package init(isUnreachable: Bool, findings: [Finding]) {
        self.isUnreachable = isUnreachable
        self.findings = findings
    }
}
