import CSQLite
import Foundation
import TestSupport

/// A random project in which everything that somebody names is a token, and the script that works in it.
struct CanaryProject {
    let seed: UInt64
    let folder: TemporaryFolder
    let secrets: Secrets
    /// Whether the schema is that of a database file.
    let hasDatabase: Bool
    /// The statement of the one query.
    let sql: String
    /// The command that is run beside those that every project runs.
    let extra: CanaryCommand
    /// How the first run is told where the project is.
    private let spelling: Int
    private let outputBy: Int
    /// Whether what its runs are given and what they open is on record, to show that each token was in play.
    let isTraced: Bool

    var root: String { folder.path("work/" + secrets[.projectPath]) }
    var output: String { "Sources/" + secrets[.outputFolder] }

    init(seed: UInt64, isTraced: Bool = false) throws {
        var generator = SeededGenerator(seed: seed)
        self.seed = seed
        self.isTraced = isTraced
        secrets = Secrets(using: &generator)
        folder = try TemporaryFolder()
        hasDatabase = Bool.random(using: &generator)
        spelling = Int.random(in: 0..<3, using: &generator)
        outputBy = Int.random(in: 0..<4, using: &generator)
        extra = CanaryCommand.all[Int(seed % UInt64(CanaryCommand.all.count))]
        let secrets = secrets
        sql = """
            SELECT id, "\(secrets[.column])", '\(secrets[.literal])' AS kind /* \(secrets[.comment]) */
            FROM "\(secrets[.table])" WHERE "\(secrets[.column])" <> :\(secrets[.parameter])
            """
        try write()
    }

    private func write() throws {
        let root = "work/" + secrets[.projectPath]
        for name in ["out", "tmp", "elsewhere/" + secrets[.keyFile]] { try folder.makeFolder(name) }
        var configuration = "{\"module\": \"\(secrets[.module])\""
        if outputBy == 0 { configuration += ", \"output\": \"\(output)\"" }
        if hasDatabase { configuration += ", \"database\": \"sqlite:\(secrets[.databaseFile]).db\"" }
        try folder.write(root + "/.xtraqconfig", configuration + "}")
        if outputBy == 1 { try folder.write(root + "/.env", "XTRAQ_OUTPUT='\(output)'\n") }
        let schema = """
            CREATE TABLE "\(secrets[.table])" (
                id INTEGER PRIMARY KEY,
                "\(secrets[.column])" TEXT NOT NULL DEFAULT '\(secrets[.literal])'
            ) STRICT;
            """
        if hasDatabase {
            try Self.makeDatabase(folder.path(root + "/" + secrets[.databaseFile] + ".db"), schema)
        } else {
            try folder.write(root + "/Schema/\(secrets[.schemaFile]).sql", schema + "\n")
        }
        try folder.write(
            root + "/Queries/\(secrets[.schema])/\(secrets[.queryFile]).sql",
            "-- name: \(secrets[.procedure]) :many\n-- \(secrets[.comment])\n\(sql);\n")
        try folder.write("elsewhere/key", String(repeating: "k", count: 32))
        try folder.setMode(0o600, of: "elsewhere/key")
        try FileManager.default.moveItem(
            atPath: folder.path("elsewhere/key"), toPath: folder.path("elsewhere/\(secrets[.keyFile])/key"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("work/" + secrets[.link]), withDestinationPath: secrets[.projectPath])
    }

    private static func makeDatabase(_ path: String, _ schema: String) throws {
        var database: OpaquePointer?
        defer { unsafe sqlite3_close(database) }
        guard unsafe sqlite3_open(path, &database) == SQLITE_OK,
            unsafe sqlite3_exec(database, schema, nil, nil, nil) == SQLITE_OK
        else { throw CocoaError(.fileWriteUnknown) }
    }

    // MARK: The script

    /// What `--procedure` is given: a filter that is a token, and one that matches.
    var filter: String { "\(secrets[.filter])*,\(secrets[.schema]).\(secrets[.procedure])" }

    /// The database as the command line names it.
    private var database: String { hasDatabase ? "--database 'sqlite:\(secrets[.databaseFile]).db'" : "" }

    /// All runs in one shell; each leaves `NAME.out`, `NAME.err` and a line in `codes`.
    var script: String {
        let own = "'\(root)'"
        let (folder, option) =
            switch spelling {
            case 0: (own, "")
            case 1: ("'\(self.folder.path("work"))'", "-p './../work/\(secrets[.projectPath])'")
            default: ("'\(self.folder.path("work"))'", "-p '\(secrets[.link])'")
            }
        let output =
            switch outputBy {
            case 2: "--output '\(self.output)'"
            default: ""
            }
        let variables = outputBy == 3 ? "XTRAQ_OUTPUT='\(self.output)'" : ""
        return """
            hostname '\(secrets[.host])' 2>/dev/null
            uname -n > "$OUT/host"
            run() { n=$1; shift; env \(variables) \(tracer) "$X" "$@" > "$OUT/$n.out" 2> "$OUT/$n.err"; echo "$n $?" >> "$OUT/codes"; }
            cd \(folder)
            run work \(option) -v --telemetry --procedure '\(filter)' \(database) \(output)
            cd \(own)
            \(extra.script(secrets))
            """
    }

    /// What a run is started with where it is traced: its arguments, its environment and every path that it names.
    private var tracer: String {
        isTraced ? "strace -f --seccomp-bpf -v -s 4096 -e trace=execve,%file -o \"$OUT/$n.trace\"" : ""
    }

    /// The environment of the script.
    var environment: [String: String] {
        [
            "X": Tool.path, "OUT": folder.path("out"), "TMPDIR": folder.path("tmp"), "SWIFT_BACKTRACE": "enable=no",
            "HOME": "/home/" + secrets[.home], "USER": secrets[.user], "LOGNAME": secrets[.user],
            "API_SECRET": secrets[.environment], "XTRAQ_SECRET": secrets[.environment],
        ]
    }

    /// Runs it; in a host name of its own where that can be had.
    func run() throws {
        let command = Self.canNameHosts ? ["/usr/bin/unshare", "--uts", "/bin/sh"] : ["/bin/sh"]
        _ = try Command.run(
            command[0], command.dropFirst() + ["-c", script], in: folder.path, environment: environment)
    }

    static let canNameHosts =
        (try? Command.run("/usr/bin/unshare", ["--uts", "hostname", "probe"], in: "/"))?.exitCode == 0
}
