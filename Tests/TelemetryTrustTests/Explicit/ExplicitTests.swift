import Foundation
import TestSupport
import Testing

/// Telemetry is what the command line says, and nothing else.
@Suite(.enabled(if: Trace.isAvailable, "needs strace"))
struct ExplicitTests {
    /// Everything that reaches a file by its name or lists a folder, and everything that changes one.
    private static let files = "%file,%desc"

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

    @Test(arguments: keys) func noKeyOfTheConfigurationDecides(key: String) throws {
        for value in ["true", "false", "\"on\"", "{\"enabled\": true}"] {
            for file in [".xtraqconfig", ".xtraqconfig.local"] {
                let folder = try SmallProject.built()
                try folder.write(
                    file, "{\(file == ".xtraqconfig" ? "\"module\": \"Shop\", " : "")\"\(key)\": \(value)}")
                let before = try folder.files()
                let run = try Tool.run(["build"], in: folder)
                #expect(!run.errors.contains("telemetry:"))
                #expect(try folder.files() == before)
                let recorded = try Tool.run(["build", "--telemetry"], in: folder)
                #expect(recorded.errors.contains("telemetry: "))
                #expect(recorded.exitCode == run.exitCode)
                #expect(folder.contains(".xtraq/telemetry"))
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
    }

    @Test func noFileOfAnEarlierRunDecides() throws {
        let folder = try SmallProject.built()
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
