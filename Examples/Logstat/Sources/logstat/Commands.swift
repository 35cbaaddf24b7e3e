import ArgumentParser
import LocalTelemetry
import TelemetryCommands
import TelemetryRecording

/// `summary`: the logs in a few figures.
struct Summary: RecordedCommand {
    static let configuration = CommandConfiguration(abstract: "Requests, bytes and answers of all files together.")

    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
    @Argument(help: "Log files.") var files: [String]

    func run(_ run: TelemetryRun<LogFacts>) throws {
        var all = LogStatistics()
        try run.recorder.span("read") { read in
            for file in files { all.merge(try LogFile(file).statistics(run, within: read)) }
        }
        print("requests   \(all.requests)")
        print("bytes      \(all.bytes)")
        for (status, count) in zip(StatusClass.allCases, all.answers) where count > 0 {
            print("\(status.rawValue)  \(count)")
        }
        if all.malformed > 0 { print("malformed  \(all.malformed)") }
    }
}

/// `top`: what is asked for most, or who asks most.
struct Top: AsyncRecordedCommand {
    static let configuration = CommandConfiguration(abstract: "The paths, or the hosts, with the most requests.")

    @Option(help: "How many to print.") var limit = 10
    @Flag(help: "Hosts in place of paths.") var hosts = false
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
    @Argument(help: "Log files, read at once.") var files: [String]

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    func run(_ run: TelemetryRun<LogFacts>) async throws {
        let all = try await run.recorder.span("read") { read in
            try await withThrowingTaskGroup(of: LogStatistics.self) { group in
                for file in files { group.addTask { try LogFile(file).statistics(run, within: read) } }
                return try await group.reduce(into: LogStatistics()) { $0.merge($1) }
            }
        }
        let ranked = run.recorder.span("rank") {
            (hosts ? all.hosts : all.paths).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        }
        for (name, count) in ranked.prefix(limit) { print("\(count)  \(name)") }
    }
}

/// `check`: whether too many requests failed.
struct Check: RecordedCommand {
    static let configuration = CommandConfiguration(abstract: "Exit with 4 where too many requests failed.")

    @Option(help: "How many percent of the requests may fail.") var atMost = 1.0
    @OptionGroup(title: "Telemetry") var telemetry: TelemetryOptions
    @Argument(help: "Log files.") var files: [String]

    func run(_ run: TelemetryRun<LogFacts>) throws {
        var all = LogStatistics()
        try run.recorder.span("read") { read in
            for file in files { all.merge(try LogFile(file).statistics(run, within: read)) }
        }
        let failed = all.answers[StatusClass.serverErrors.place]
        print("\(failed) of \(all.requests) requests failed")
        if Double(failed) * 100 > atMost * Double(all.requests) { throw ExitCode(4) }
    }
}
