/// What a run of the snapshot is to do.
package struct SnapshotRequest: Sendable {
    /// The absolute path of the project's root.
    package var projectRoot: String
    /// The query files; their order does not matter.
    package var queryFiles: [SourceFile]
    package var schema: SchemaSource
    /// The configuration's `types`: a declared type or `table.column`, to a Swift type.
    package var types: [String: String]
    /// The configuration's `annotations`: `schema.name`, to annotation lines.
    package var annotations: [String: [String]]
    /// The configuration's `functions`.
    package var application: ApplicationFunctions
    /// What the run is restricted to.
    package var filter: ProcedureFilter?
    /// Whether what has not changed may be taken over.
    package var usesCache: Bool
    /// Whether nothing is to be written, only said what is stale.
    package var isCheck: Bool
    /// The tool's own version; a change makes everything be described anew.
    package var toolVersion: String

    /// Makes a request.
    package init(
        projectRoot: String, queryFiles: [SourceFile], schema: SchemaSource, types: [String: String] = [:],
        annotations: [String: [String]] = [:], application: ApplicationFunctions = .none,
        filter: ProcedureFilter? = nil, usesCache: Bool = true,
        isCheck: Bool = false, toolVersion: String
    ) {
        self.projectRoot = projectRoot
        self.queryFiles = queryFiles
        self.schema = schema
        self.types = types
        self.annotations = annotations
        self.application = application
        self.filter = filter
        self.usesCache = usesCache
        self.isCheck = isCheck
        self.toolVersion = toolVersion
    }

    /// The fingerprint of a query file: its text, and what the configuration adds to its queries.
    func fingerprint(of file: SourceFile) -> Fingerprint {
        let text = Fingerprint(of: file.bytes)
        let prefix = file.schema + "."
        let added = annotations.filter { $0.key.hasPrefix(prefix) }
        if added.isEmpty, file.schema == "main" { return text }
        let lines = added.sorted { $0.key < $1.key }.map { "\($0.key)\u{0}\($0.value.joined(separator: "\n"))" }
        return Fingerprint(of: [text, Fingerprint(of: file.schema), Fingerprint(of: lines.joined(separator: "\u{0}"))])
    }

    /// Whether an annotation names a schema that no query file has: no file's fingerprint holds it, and it is an error.
    var annotatesMissingSchema: Bool {
        annotations.keys.contains { key in
            !queryFiles.contains { key.hasPrefix($0.schema + ".") }
        }
    }

    /// The fingerprint of one query: its text from the end of the query before it, and what the configuration adds.
    func fingerprint(of query: ParsedQuery, in file: SourceFile, after previous: ParsedQuery?) -> Fingerprint {
        let start = previous?.statement.upperBound ?? file.start
        let text = Fingerprint(of: file.bytes[start..<max(start, query.statement.upperBound)])
        guard !annotations.isEmpty, let lines = annotations["\(file.schema).\(query.name)"] else { return text }
        return Fingerprint(of: [text, Fingerprint(of: lines.joined(separator: "\n"))])
    }

    /// The fingerprint of what the configuration says of all queries; functions count for those that use them.
    var settingsFingerprint: Fingerprint {
        let collations = application.collations.sorted().joined(separator: "\u{0}")
        let lines = types.sorted { $0.key < $1.key }.map { "\($0.key)\u{0}\($0.value)" }
        return Fingerprint(of: [Fingerprint(of: collations), Fingerprint(of: lines.joined(separator: "\u{0}"))])
    }

    /// The fingerprint of the configuration's functions.
    var functionsFingerprint: Fingerprint {
        Fingerprint(of: application.functions.map(\.fingerprint).sorted { $0.text < $1.text })
    }

    /// The fingerprint of the schema's sources without the database's help; `nil` for a database file.
    var sourceFingerprint: Fingerprint? {
        guard case .files(let files) = schema else { return nil }
        return withTypes(Fingerprint(of: files.map { Fingerprint(of: $0.bytes) }))
    }

    /// A schema's fingerprint together with that of `types` and `functions`, which decide what of it is understood.
    func withTypes(_ fingerprint: Fingerprint) -> Fingerprint {
        if types.isEmpty, application.isEmpty { return fingerprint }
        let lines = types.sorted { $0.key < $1.key }.map { "\($0.key)\u{0}\($0.value)" }
        let whole = Fingerprint(of: [fingerprint, Fingerprint(of: lines.joined(separator: "\u{0}"))])
        guard !application.isEmpty else { return whole }
        let collations = application.collations.sorted().map { Fingerprint(of: $0) }
        return Fingerprint(of: [whole, functionsFingerprint] + collations)
    }
}
