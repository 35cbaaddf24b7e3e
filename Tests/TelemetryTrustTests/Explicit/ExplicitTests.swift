import Foundation
import JSONBytes
import TestSupport
import Testing

/// Telemetry is what the command line says, and nothing else.
@Suite(.enabled(if: Trace.isAvailable, "needs strace"))
struct ExplicitTests {
    /// Everything that reaches a file by its name, without which there is no descriptor, lists a folder, or changes
    /// what a descriptor is of.
    private static let files = "%file,getdents64,fchmod,fchown,ftruncate"

    /// Hundreds of variables that some tool, somewhere, is turned on or off by.
    static let environment: [String: String] = {
        var variables: [String: String] = [:]
        let prefixes = [
            "", "XTRAQ_", "XTRAQ_CLI_", "SWIFT_", "DOTNET_", "DOTNET_CLI_", "NPM_CONFIG_", "APP_", "CLI_", "TOOL_",
        ]
        let names = [
            "TELEMETRY", "TELEMETRY_ENABLED", "TELEMETRY_DISABLED", "TELEMETRY_OPTIN", "TELEMETRY_OPTOUT",
            "NO_TELEMETRY",
            "TELEMETRY_OPT_OUT", "TELEMETRY_CONSENT", "TELEMETRY_DIRECTORY", "TELEMETRY_DIR", "TELEMETRY_KEY",
            "TELEMETRY_PREVIEW", "TELEMETRY_FILE", "TELEMETRY_LEVEL", "ANALYTICS", "ANALYTICS_DISABLED", "NO_ANALYTICS",
            "DO_NOT_TRACK", "DISABLE_TRACKING", "TRACKING", "USAGE", "USAGE_STATS", "STATS", "METRICS", "TRACE",
            "TRACING", "RECORD", "RECORDING", "DIAGNOSTICS", "CRASH_REPORTS",
        ]
        for prefix in prefixes { for name in names { variables[prefix + name] = "1" } }
        for name in [
            "SDK_DISABLED", "TRACES_EXPORTER", "METRICS_EXPORTER", "LOGS_EXPORTER", "EXPORTER_OTLP_ENDPOINT",
            "SERVICE_NAME", "RESOURCE_ATTRIBUTES", "TRACES_SAMPLER", "PROPAGATORS",
        ] { variables["OTEL_" + name] = "http://127.0.0.1:1" }
        return variables
    }()

    /// Names that a configuration might have for it.
    static let keys = [
        "telemetry", "telemetryEnabled", "enableTelemetry", "disableTelemetry", "analytics", "tracking", "doNotTrack",
        "usage", "record", "recording", "metrics", "tracing", "diagnostics", "consent", "telemetryDirectory",
        "telemetryKey",
    ]

    /// The calls of a trace that have to do with telemetry's folders.
    private func touching(_ trace: Trace) -> [String] {
        trace.calls.filter { call in
            [".xtraq/telemetry", ".xtraq/private", "telemetry.key", "\"telemetry\"", "\"private\""].contains {
                call.contains($0)
            } && !call.contains("execve(") && !call.contains(" write(")
        }
    }

    /// What the tests here run is every command that there is.
    @Test func everyCommandIsAmongThem() throws {
        let help = try Tool.run(["--experimental-dump-help"], in: try TemporaryFolder())
        let root = try JSONNode.parse(Array(help.output.utf8))
        var paths: [[String]] = []
        func visit(_ command: JSONNode, _ path: [String]) {
            var path = path
            if case .string(let name)? = command["commandName"]?.value { path.append(name) }
            paths.append(path)
            guard case .array(let commands)? = command["subcommands"]?.value else { return }
            for command in commands { visit(command, path) }
        }
        visit(try #require(root["command"]), [])
        #expect(paths.count > 14)
        #expect(Set(paths).count == paths.count, "none stands there twice")
        let lines = EveryCommand.working + EveryCommand.reading + EveryCommand.others
        for path in paths {
            #expect(lines.contains { $0.starts(with: path.dropFirst()) }, "\(path)")
        }
    }

    /// The commands that write do so outside telemetry's folders, or remove what they were told to; none makes a thing.
    @Test(arguments: EveryCommand.others)
    func writesNothingIntoItsFolders(arguments: [String]) throws {
        for isRecorded in [false, true] {
            let folder = try SmallProject.built()
            if isRecorded { #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0) }
            if isRecorded, arguments.contains("reveal") {
                #expect(
                    try Tool.run(["telemetry", "export", "--yes", "-o", "bundle.zip"], in: folder).exitCode == 0)
            }
            let before = try folder.files()
            let run = try Tool.run(arguments, in: folder, environment: Self.environment)
            let after = try folder.files()
            #expect(Set(after.keys).subtracting(before.keys).isSubset(of: ["bundle.zip"]), "\(arguments)")
            for (name, data) in after where name != "bundle.zip" { #expect(before[name] == data, "\(name)") }
            if isRecorded { #expect(run.exitCode == 0, "\(arguments): \(run.errors)") }
            if !isRecorded { #expect(Set(after.keys) == Set(before.keys)) }
            let isLeft = Set(after.keys).isSuperset(of: before.keys)
            #expect(isLeft || arguments.contains("purge"), "\(arguments)")
        }
    }

    @Test(arguments: EveryCommand.working)
    func withoutTheSwitchNothingOfTelemetryIsTouched(arguments: [String]) throws {
        // Once where nothing was ever recorded, once where an earlier run left its files.
        for isRecorded in [false, true] {
            let folder = try SmallProject.built()
            if isRecorded { #expect(try Tool.run(["build", "--telemetry"], in: folder).exitCode == 0) }
            let before = try folder.files().filter {
                $0.key.hasPrefix(".xtraq/telemetry") || $0.key.hasPrefix(".xtraq/private")
            }
            #expect(before.isEmpty == !isRecorded)
            let trace = try Trace(arguments, in: folder, tracing: Self.files, environment: Self.environment)
            #expect(trace.calls.count > 20, "the trace shows the run")
            #expect(touching(trace) == [], "\(arguments)")
            #expect(!trace.run.errors.contains("telemetry:"), "\(arguments)")
            let after = try folder.files().filter {
                $0.key.hasPrefix(".xtraq/telemetry") || $0.key.hasPrefix(".xtraq/private")
            }
            #expect(after == before, "\(arguments)")
        }
    }

    /// The same trace sees a run that records: what it looks for is what such a run does.
    @Test func theTraceWouldSeeIt() throws {
        let trace = try Trace(["version", "--telemetry"], in: try SmallProject.built(), tracing: Self.files)
        #expect(touching(trace).count > 10)
    }

    @Test(arguments: EveryCommand.reading)
    func readingChangesNothing(arguments: [String]) throws {
        for isRecorded in [false, true] {
            let folder = try SmallProject.built()
            if isRecorded { #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0) }
            let before = try folder.files()
            let trace = try Trace(arguments, in: folder, tracing: Self.files, environment: Self.environment)
            let changing = trace.calls.filter { call in
                let changes = [
                    "mkdir", "unlink", "rename", "link", "chmod", "chown", "truncate", "utime", "symlink", "mknod",
                ]
                let opensToWrite =
                    call.contains("open")
                    && ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"].contains { call.contains($0) }
                let name = call.drop { $0 == " " || $0.isNumber }.prefix { $0 != "(" }
                return (opensToWrite && !call.contains("\"/dev/"))
                    || changes.contains { name.hasPrefix($0) || name.hasPrefix("f" + $0) }
            }
            #expect(changing == [], "\(arguments)")
            #expect(try folder.files() == before)
            if !isRecorded {
                let isRevealing = arguments.contains("--reveal")
                #expect(trace.run.exitCode == 0, "\(arguments), \(isRevealing): \(trace.run.errors)")
            }
        }
    }

    @Test func noVariableTurnsItOff() throws {
        let folder = try SmallProject.built()
        var environment = Self.environment
        for value in ["0", "1", "false"] {
            for name in Self.environment.keys { environment[name] = value }
            let run = try Tool.run(["build", "--telemetry"], in: folder, environment: environment)
            #expect(run.errors.contains("telemetry: 3 documents, run "), "\(run.errors)")
        }
        #expect(!folder.contains("1") && !folder.contains("0"))
    }

    /// Each key, with a value and in a file that change from run to run; `make check-all` takes all of them.
    @Test func noKeyOfTheConfigurationDecides() throws {
        var generator = SeededGenerator(seed: Effort.seed)
        let values = ["true", "false", "\"on\"", "{\"enabled\": true}"]
        let files = [".xtraqconfig", ".xtraqconfig.local"]
        let isFull = Effort.count("TRUST_PROJECTS", 500) > 500
        let folder = try SmallProject.built()
        // The first run after another writes what it knows of it.
        _ = try Tool.run(["build"], in: folder)
        let configuration = try folder.read(".xtraqconfig")
        for key in Self.keys {
            let one = (values.randomElement(using: &generator) ?? "", files.randomElement(using: &generator) ?? "")
            let all = values.flatMap { value in files.map { (value, $0) } }
            for (value, file) in isFull ? all : [one] {
                let isTracked = file == ".xtraqconfig"
                try folder.write(file, "{\(isTracked ? "\"module\": \"Shop\", " : "")\"\(key)\": \(value)}")
                let before = try folder.files()
                let run = try Tool.run(["build"], in: folder)
                #expect(!run.errors.contains("telemetry:"), "\(key)")
                #expect(try folder.files() == before, "\(key)")
                let recorded = try Tool.run(["build", "--telemetry"], in: folder)
                #expect(recorded.errors.contains("telemetry: "), "\(key)")
                #expect(recorded.exitCode == run.exitCode, "\(key)")
                #expect(folder.contains(".xtraq/telemetry"), "\(key)")
                for name in [".xtraq/telemetry", ".xtraq/private"] { try folder.remove(name) }
                if isTracked { try folder.write(file, configuration) } else { try folder.remove(file) }
            }
        }
    }

    @Test func noVariableFileDecides() throws {
        let folder = try SmallProject.built()
        // A name that begins with XTRAQ_ and means nothing is an error there, whatever it asks for.
        let names = Self.environment.keys.filter { !$0.isEmpty && !$0.hasPrefix("XTRAQ_") }.sorted()
        try folder.write(".env", names.map { "\($0)=1\n" }.joined())
        let run = try Tool.run(["build"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(!folder.contains(".xtraq/telemetry") && !folder.contains(".xtraq/private"))
        for name in ["XTRAQ_TELEMETRY", "XTRAQ_CLI_TELEMETRY"] {
            try folder.write(".env", "\(name)=1\n")
            #expect(try Tool.run(["build"], in: folder).errors.contains("XQ0004"), "\(name)")
            #expect(!folder.contains(".xtraq/telemetry") && !folder.contains(".xtraq/private"), "\(name)")
        }
    }

    @Test func noFileOfAnEarlierRunDecides() throws {
        let folder = try SmallProject.built()
        // The first run after another writes what it knows of it.
        _ = try Tool.run(["build"], in: folder)
        for name in ["consent", "consent.json", "enabled", "optin", "cli-usage.jsonl", "settings.json"] {
            for place in [".xtraq", ".xtraq/telemetry", ".xtraq/private"] {
                try folder.write(place + "/" + name, "true")
            }
        }
        for place in [".xtraq/telemetry", ".xtraq/private"] { try folder.setMode(0o700, of: place) }
        // A build beside which nothing changed may note so in its cache.
        func files() throws -> [String: Data] { try folder.files { !$0.hasPrefix(".xtraq/cache") } }
        let before = try files()
        for arguments in [["build"], ["snapshot"], ["version"]] {
            _ = try Tool.run(arguments, in: folder, environment: ["HOME": folder.path])
            #expect(try files() == before, "\(arguments)")
        }
    }
}
