internal import Diagnostics
internal import JSONBytes

/// Makes a folder a project; keeps what a person wrote, and changes nothing when it runs again.
package struct Initialisation: Sendable {
    /// Lines that git and Docker must leave out: caches, telemetry, its key, and settings of one machine.
    package static let ignoredPaths = [
        ".xtraq/cache/", ".xtraq/telemetry/", ".xtraq/private/", ".xtraqconfig.local", ".env",
    ]

    private let request: InitialisationRequest
    private let module: String
    private var report: InitialisationReport

    /// Prepares what was asked for.
    ///
    /// - Throws: ``RunFailure`` where the folder is missing or a value cannot stand in a configuration.
    package init(_ request: InitialisationRequest) throws(RunFailure) {
        var findings: [Finding] = []
        guard FileSystem.kind(of: request.folder) == .directory else {
            throw RunFailure(
                .configuration, [Finding(.projectMissing, "There is no folder “\(request.folder)” to make a project.")])
        }
        module = request.module ?? ModuleName.proposed(forFolder: request.folder)
        if !ModuleName.isValid(module) {
            findings.append(
                Finding(
                    .configurationBadValue, "“\(module)” cannot name a Swift module.",
                    notes: ["Try --module \(ModuleName.cleaned(module))."]))
        }
        let url = request.database.map { DatabaseURL($0) }
        if let database = request.database, url == .some(nil) {
            let scheme = DatabaseURL.scheme(of: database) ?? ""
            findings.append(
                Finding(
                    .configurationBadValue, "--database names no kind of database that is known (“\(scheme):”).",
                    notes: ["Write sqlite:app.db, or the path of the file."]))
        }
        if !request.schemas.isEmpty, url??.engine != .postgresql {
            findings.append(
                Finding(
                    .configurationBadValue, "--schemas selects schemas of a PostgreSQL database; SQLite has none.",
                    notes: ["Leave it out, or name the database with --database postgresql://…"]))
        }
        if let output = request.output, let problem = ConfigurationValue.problem(with: output, of: .output) {
            findings.append(
                Finding(.configurationBadValue, "--output: \(problem.message)", notes: problem.notes))
        }
        findings += Self.otherDDL(request)
        if !findings.isEmpty { throw RunFailure(.configuration, findings) }
        self.request = request
        report = InitialisationReport(module: module)
    }

    /// Writes the files; what it did.
    ///
    /// - Throws: ``RunFailure`` where a file cannot be read or written.
    package mutating func run() throws(RunFailure) -> InitialisationReport {
        do {
            let url = request.database.flatMap { DatabaseURL($0) }
            try writeConfiguration(url)
            if let url, url.holdsPassword { try writeLocalConfiguration(url) }
            try writeEnvironmentExample()
            try writeSchema()
            try addLines(to: ".gitignore", mayCreate: true)
            try addLines(to: ".dockerignore", mayCreate: false)
        } catch {
            let name = error.path.split(separator: "/").last.map(String.init) ?? error.path
            let isRead = error.operation == .read
            throw RunFailure(
                .failure,
                [
                    Finding(
                        isRead ? .fileUnreadable : .fileUnwritable,
                        "“\(name)” cannot be \(isRead ? "read" : "written"): \(error.reason).")
                ])
        }
        return report
    }

    // MARK: Files

    private mutating func writeConfiguration(_ url: DatabaseURL?) throws(FileError) {
        let name = ProjectRoot.configurationFile
        if FileSystem.exists(path(name)), !request.isForced {
            report.files.append(.init(path: name, state: .kept))
            if request.module != nil || request.output != nil || url?.holdsPassword == false || !request.schemas.isEmpty
            {
                report.hints.append("\(name) is kept as it is; --force writes it anew with what was given here.")
            }
            return
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("module")
            writer.string(module)
            if let url, !url.holdsPassword {
                writer.key("database")
                writer.string(url.text)
            } else if url == nil {
                Self.write(ProjectDefaults.schema, under: "schema", to: &writer)
            }
            Self.write(ProjectDefaults.queries, under: "queries", to: &writer)
            writer.key("output")
            writer.string(request.output ?? ProjectDefaults.output(module: module, folder: request.folder))
            if !request.schemas.isEmpty { Self.write(request.schemas, under: "schemas", to: &writer) }
        }
        writer.newline()
        try put(writer.bytes, at: name)
    }

    /// A URL with a password goes into the file that git ignores; what else that file sets stays.
    private mutating func writeLocalConfiguration(_ url: DatabaseURL) throws(FileError) {
        let name = ConfigurationLoader.localFile
        var members: [JSONNode.Member] = []
        if FileSystem.exists(path(name)) {
            let bytes = try FileSystem.read(path(name))
            guard let node = try? JSONNode.parse(bytes), case .object(let own) = node.value else {
                report.files.append(.init(path: name, state: .kept))
                report.hints.append("\(name) is not a JSON object; set “database” in it by hand.")
                return
            }
            if own.contains(where: { $0.key == "database" }), !request.isForced {
                report.files.append(.init(path: name, state: .kept))
                if node["database"]?.value != .string(url.text) {
                    report.hints.append("\(name) names a database already; --force replaces it.")
                }
                return
            }
            members = own.filter { $0.key != "database" }
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("database")
            writer.string(url.text)
            for member in members {
                writer.key(member.key)
                member.node.write(to: &writer)
            }
        }
        writer.newline()
        try put(writer.bytes, at: name, mode: 0o600)
    }

    private mutating func writeEnvironmentExample() throws(FileError) {
        let name = ".env.example"
        if FileSystem.exists(path(name)) {
            let isOurs = try FileSystem.read(path(name)).starts(with: Self.environmentHeader.utf8)
            if !isOurs || !request.isForced {
                report.files.append(.init(path: name, state: .kept))
                return
            }
        }
        try put(Array((Self.environmentHeader + Self.environmentBody).utf8), at: name)
    }

    /// DDL that a person wrote would make each table twice together with that of a database.
    private static func otherDDL(_ request: InitialisationRequest) -> [Finding] {
        guard !request.schemaFiles.isEmpty else { return [] }
        let own = Set(request.schemaFiles.map(\.path))
        let globs = ProjectDefaults.schema.compactMap { try? Glob($0) }
        let found = (try? FileFinder(root: ProjectRoot(path: request.folder)).files(matching: globs)) ?? []
        guard let other = found.first(where: { !own.contains($0.path) }) else { return [] }
        return [
            Finding(
                .configurationBadValue, "“\(other.path)” holds DDL already, and --from would add that of the database.",
                notes: ["Move it away, or leave --from out."])
        ]
    }

    private mutating func writeSchema() throws(FileError) {
        for file in request.schemaFiles {
            if FileSystem.exists(path(file.path)), !request.isForced {
                report.files.append(.init(path: file.path, state: .kept))
                if try FileSystem.read(path(file.path)) != file.bytes {
                    report.hints.append("\(file.path) is kept as it is; --force writes it anew.")
                }
                continue
            }
            if let slash = file.path.lastIndex(of: "/") {
                try FileSystem.makeDirectories(path(String(file.path[..<slash])))
            }
            try put(file.bytes, at: file.path)
        }
    }

    private mutating func addLines(to name: String, mayCreate: Bool) throws(FileError) {
        let exists = FileSystem.exists(path(name))
        guard exists || mayCreate else { return }
        let text = exists ? String(decoding: try FileSystem.read(path(name)), as: UTF8.self) : ""
        let present = Set(text.split(whereSeparator: \.isNewline).map { Self.normalised(String($0)) })
        let missing = Self.ignoredPaths.filter { !present.contains(Self.normalised($0)) }
        guard !missing.isEmpty else {
            report.files.append(.init(path: name, state: .kept))
            return
        }
        let separator = text.isEmpty ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
        let newline = text.contains("\r\n") ? "\r\n" : "\n"
        let added = (["# xtraq: what is of this machine alone"] + missing).joined(separator: newline) + newline
        try put(Array((text + separator + added).utf8), at: name)
    }

    /// A line of an ignore file without what does not change its meaning here.
    private static func normalised(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " || line.last == "\t" { line.removeLast() }
        if line.hasPrefix("/") { line.removeFirst() }
        if line.hasSuffix("/") { line.removeLast() }
        return String(line)
    }

    private func path(_ name: String) -> String {
        request.folder + "/" + name
    }

    private mutating func put(_ bytes: [UInt8], at name: String, mode: UInt32 = 0o644) throws(FileError) {
        let exists = FileSystem.exists(path(name))
        if exists, try FileSystem.read(path(name)) == bytes {
            report.files.append(.init(path: name, state: .kept))
            return
        }
        try FileSystem.replace(path(name), with: bytes, mode: mode)
        report.files.append(.init(path: name, state: exists ? .updated : .created))
    }

    private static func write(_ texts: [String], under key: StaticString, to writer: inout JSONWriter) {
        writer.key(key)
        writer.array { writer in
            for text in texts {
                writer.element()
                writer.string(text)
            }
        }
    }

    private static let environmentHeader = "# Settings of xtraq for one machine: copy to .env, which git ignores.\n"
    private static let environmentBody = """
        # A line that sets nothing behind "=" counts as absent.

        # The database to read in place of the DDL files: sqlite:app.db
        XTRAQ_GENERATOR_DB=

        # The module of the generated code, and the folder it goes to.
        XTRAQ_MODULE=
        XTRAQ_OUTPUT=

        """
}
