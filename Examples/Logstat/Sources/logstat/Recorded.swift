import LocalTelemetry
import TelemetryRecording

/// The phases of a run.
enum Phase: String, CaseIterable, Sendable { case read, rank }

/// What a run can fail with.
enum Problem: String, CaseIterable, Sendable { case unreadable }

/// What the commands tell of themselves. It stays in memory: ``ReadingBody`` decides what becomes of it.
struct LogFacts: Sendable {
    var problem: Problem?
    var logs = 0
    var requests = 0
    var malformed = 0
    var answers = Array(repeating: 0, count: StatusClass.allCases.count)

    mutating func add(_ statistics: LogStatistics) {
        logs += 1
        requests += statistics.requests
        malformed += statistics.malformed
        for place in answers.indices { answers[place] += statistics.answers[place] }
    }
}

extension PseudonymClass {
    /// A log, by its path.
    static let log = PseudonymClass("log")
}

/// The document `reading`: what was read. No path, no host and nothing of a line is in it.
struct ReadingBody: Sendable {
    struct Answers: Sendable {
        var status: StatusClass
        var count: Int
    }

    struct Log: Sendable {
        var log: Pseudonym
        var bytes: Int
    }

    var logs: Int
    var requests: Int
    var malformed: Int
    var answers: [Answers]
    var largest: [Log]
    var lineBytes: Histogram

    static let type = DocumentType<ReadingBody>(
        kind: "reading", version: 1, purpose: "One for each run that read logs: how much, and how it was answered.",
        examples: [.example],
        [
            .count("logs", \.logs, "Logs that were read to their end."),
            .count("requests", \.requests, "Requests in them."),
            .count("malformed", \.malformed, "Lines that are not of the format."),
            .list(
                "answers", \.answers, atMost: 5, "Requests by what was answered.",
                [
                    .closed("status", \.status, "The class of the status."),
                    .count("count", \.count, "How many."),
                ]),
            .list(
                "largest", \.largest, atMost: 25, order: .largest(\.bytes), "The largest logs.",
                [
                    .pseudonym("logHash", \.log, class: .log, "Which log."),
                    .bytes("bytes", \.bytes, "How large it is."),
                ]),
            .histogram("lineBytes", \.lineBytes, unit: .bytes, "How long the lines are."),
        ])

    static let document = ToolDocument(type) { (moment, facts: LogFacts) in
        guard facts.logs > 0, let recording = moment.recording else { return nil }
        return ReadingBody(
            logs: facts.logs, requests: facts.requests, malformed: facts.malformed,
            answers: zip(StatusClass.allCases, facts.answers).filter { $1 > 0 }.map { Answers(status: $0, count: $1) },
            largest: (recording.largest["files"] ?? []).compactMap { item in
                item.subject.name.map { Log(log: moment.hasher.pseudonym(.log, of: $0), bytes: item.size) }
            },
            lineBytes: recording.histograms["lineBytes"] ?? Histogram())
    }

    private static let example = ReadingBody(
        logs: 2, requests: 18_204, malformed: 3,
        answers: [Answers(status: .succeeded, count: 17_911), Answers(status: .serverErrors, count: 293)],
        largest: [Log(log: .sample(1), bytes: 4_182_016), Log(log: .sample(2), bytes: 1_048_576)],
        lineBytes: Histogram())
}
