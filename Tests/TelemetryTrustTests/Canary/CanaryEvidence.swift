import Foundation
import LocalTelemetryTesting
import TestSupport

@testable import LocalTelemetry

/// What a project's runs left: where telemetry may not show a token, and where it must be seen that it was in play.
struct CanaryEvidence {
    let project: CanaryProject
    /// Every byte that telemetry wrote or showed, by its place; names of files count as bytes.
    private(set) var telemetry: [(place: String, bytes: [UInt8])] = []
    private let documents: [UInt8]
    private let snapshot: [UInt8]
    private let code: [UInt8]
    private let exitCodes: [String: Int]

    init(_ project: CanaryProject) throws {
        self.project = project
        let folder = project.folder
        let root = "work/" + project.secrets[.projectPath]
        var exitCodes: [String: Int] = [:]
        for line in try folder.read("out/codes").split(separator: "\n") {
            let words = line.split(separator: " ")
            exitCodes["\(words[0])"] = Int(words[1])
        }
        self.exitCodes = exitCodes
        snapshot = try Self.bytes(folder, root + "/.xtraq/snapshots")
        code = try Self.bytes(folder, root + "/" + project.output)
        documents = try Self.bytes(folder, root + "/.xtraq/telemetry")
        telemetry = [
            (".xtraq/telemetry", documents), (".xtraq/private", try Self.bytes(folder, root + "/.xtraq/private")),
            ("TMPDIR", try Self.bytes(folder, "tmp")),
            ("--telemetry-directory", try Self.bytes(folder, "elsewhere/" + project.secrets[.telemetryDirectory])),
            ("a new project", try Self.bytes(folder, "work/" + project.secrets[.argument] + "/.xtraq")),
            ("preview", Array(try preview().utf8)),
        ]
        for run in exitCodes.keys where run.hasPrefix("telemetry") {
            for stream in ["out", "err"] {
                let bytes = FileManager.default.contents(atPath: folder.path("out/\(run).\(stream)"))
                telemetry.append(("\(run).\(stream)", Array(bytes ?? Data())))
            }
        }
    }

    /// The documents that the preview shows: what stands before them is the command's own word.
    private func preview() throws -> String {
        guard project.folder.contains("out/preview.err") else { return "" }
        let text = try project.folder.read("out/preview.err")
        guard let start = text.range(of: "telemetry preview:") else { return "" }
        return String(text[start.lowerBound...])
    }

    private static func bytes(_ folder: TemporaryFolder, _ relative: String) throws -> [UInt8] {
        try folder.files(below: relative).sorted { $0.key < $1.key }.reduce(into: []) { bytes, file in
            bytes += Array(file.key.utf8) + [0] + Array(file.value) + [0]
        }
    }

    // MARK: In play

    /// The tokens of which nothing shows that a run has met them.
    func unplayed() throws -> [String] {
        let secrets = project.secrets
        var unplayed: [String] = []
        func expect(_ what: String, _ isThere: Bool) { if !isThere { unplayed.append(what) } }
        let key = FileManager.default.contents(atPath: project.root + "/.xtraq/private/telemetry.key") ?? Data()
        guard let key = TelemetryKey(Array(key)) else { return ["the key"] }
        let hasher = PseudonymHasher(key: key)
        func stands(_ pseudonym: Pseudonym?) -> Bool { pseudonym.map { Self.holds(documents, $0.text) } ?? false }

        // A class that has a field: its pseudonym stands there.
        expect("projectPath", stands(hasher.pseudonym(.path, of: Array(project.root.utf8))))
        expect("filter", stands(hasher.pseudonym(ofFilter: project.filter.split(separator: ",").map(String.init))))
        expect("procedure", stands(hasher.pseudonym(.procedure, of: "\(secrets[.schema]).\(secrets[.procedure])")))
        expect("statement", stands(hasher.pseudonym(.statement, of: project.sql)))
        for name in try project.folder.files(below: "work/\(secrets[.projectPath])/\(project.output)").keys
        where name.hasSuffix(".swift") {
            expect("generated file", stands(hasher.pseudonym(.file, of: name)))
        }
        // One that has none: the run read it, kept it, or said it.
        for secret in [Secret.schema, .table, .column, .procedure, .queryFile, .literal, .comment, .parameter] {
            expect(secret.rawValue, Self.holds(snapshot, secrets[secret]))
        }
        for secret in [Secret.procedure, .parameter, .column] {
            expect("\(secret) in code", Self.holds(code, secrets[secret]))
        }
        expect("outputFolder", !code.isEmpty)
        if project.extra.name == "url" { expect("url", try said("url").contains("PostgreSQL")) }
        if project.extra.name == "preview" { expect("a preview", try preview().utf8.count > 1000) }
        if let code = exitCodes[project.extra.name] {
            expect("exit \(code) of \(project.extra.name)", code == project.extra.exitCode)
        } else {
            unplayed.append(project.extra.name)
        }
        expect("exit code of work: \(exitCodes["work"] ?? -1) \(try said("work"))", exitCodes["work"] == 0)
        if project.isTraced {
            let played = try played()
            for secret in [Secret.projectPath, .environment, .home, .user] + project.extra.secrets {
                expect("\(secret) in the trace", played.contains(secret))
            }
        }
        return unplayed
    }

    /// The tokens that the runs met: they stand in the snapshot, the code, what the tool said, the machine's name, or the
    /// trace of arguments, environment and paths.
    func played() throws -> Set<Secret> {
        var bytes = snapshot + code
        for (name, data) in try project.folder.files(below: "out") {
            bytes += name.hasSuffix(".trace") ? Self.unescaped(Array(data)) : Array(data)
        }
        return Set(Secret.allCases.filter { Self.holds(bytes, project.secrets[$0]) })
    }

    /// The bytes of a trace, in which those that are not ASCII are escaped in octal.
    private static func unescaped(_ trace: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < trace.count {
            let byte = trace[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            let digits = trace[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
            if digits.count == 3 {
                bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
                index += 3
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    private func said(_ run: String) throws -> String { try project.folder.read("out/\(run).err") }

    private static func holds(_ bytes: [UInt8], _ text: String) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }

    // MARK: Leaks

    /// The tokens, and the longer texts that somebody would hash who hashes without a key.
    func search() -> SecretSearch {
        let secrets = project.secrets
        let (root, name) = (project.root, secrets[.projectPath])
        return SecretSearch(
            tokens: Secret.allCases.map { ($0.rawValue, secrets[$0]) },
            values: [
                ("projectPath", root), ("projectPath", root + "/"),
                ("projectPath", project.folder.path("work/" + name)),
                ("link", project.folder.path("work/" + secrets[.link])),
                ("databaseFile", secrets[.databaseFile] + ".db"),
                ("databaseFile", "sqlite:\(secrets[.databaseFile]).db"),
                ("databaseFile", root + "/\(secrets[.databaseFile]).db"),
                (
                    "urlHost",
                    "postgresql://\(secrets[.urlUser]):\(secrets[.urlPassword])@\(secrets[.urlHost])/\(secrets[.databaseFile])"
                ),
                ("procedure", "\(secrets[.schema]).\(secrets[.procedure])"), ("filter", project.filter),
                ("queryFile", "Queries/\(secrets[.schema])/\(secrets[.queryFile]).sql"),
                ("schemaFile", "Schema/\(secrets[.schemaFile]).sql"), ("table", "main.\(secrets[.table])"),
                ("comment", project.sql), ("outputFolder", project.output), ("home", "/home/" + secrets[.home]),
            ])
    }

    /// What telemetry shows that it must not.
    ///
    /// - Parameter prepared: A search for the tokens of this project; made anew unless given.
    /// - Returns: Each token with its form and place.
    func leaks(_ prepared: SecretSearch? = nil) -> Set<SecretSearch.Hit> {
        let search = prepared ?? search()
        return telemetry.reduce(into: []) { hits, part in
            hits.formUnion(search.hits(in: part.bytes, at: part.place))
        }
    }
}
