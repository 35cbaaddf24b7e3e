import Foundation
import GRDB
import InMemoryLogging
import InMemoryTracing
import Logging
import MetricsTestKit
import XtraqSQLite

/// Executes a few generated queries under all three adapters, prints what they heard, and checks it.
@main
enum Observing {
    static func main() async throws {
        let lines = InMemoryLogHandler()
        var logger = Logger(label: "queries") { _ in lines }
        logger.logLevel = .debug
        let metrics = TestMetrics()
        let tracer = InMemoryTracer()
        QueryObserver.install { [logger] event in
            Adapters.log(event, to: logger)
            Adapters.measure(event, with: metrics)
            Adapters.trace(event, with: tracer)
        }

        let queue = try DatabaseQueue()
        try await queue.write { db in
            try db.execute(sql: String(contentsOfFile: "Schema/notes.sql", encoding: .utf8))
            _ = try Main.addNote(text: "one").run(db)
            _ = try Main.addNote(text: "two").run(db)
            do { _ = try Main.addNote(text: "two").run(db) } catch {}
        }
        let notes = try await Main.notes().fetch(from: queue)

        for entry in lines.entries { print("\(entry.level) \(entry.message) rows=\(entry.metadata["rows"] ?? "")") }
        check(notes.count == 2, "two notes")
        check(lines.entries.map(\.level) == [.debug, .debug, .error, .debug], "log lines")
        check(lines.entries.last?.metadata["rows"] == "2", "rows of the last")
        check(metrics.counterTotal(label: "query.rows") == 4, "rows counted")
        check(metrics.counterTotal(label: "query.errors") == 1, "errors counted")
        check(metrics.timers(label: "query.duration").count == 2, "a timer for each query")
        let spans = tracer.finishedSpans
        check(
            spans.map(\.operationName) == ["main.addNote", "main.addNote", "main.addNote", "main.notes"], "spans")
        check(spans.map(\.errors.count) == [0, 0, 1, 0], "errors of spans")
        check(
            spans.allSatisfy { $0.startInstant.nanosecondsSinceEpoch < $0.endInstant.nanosecondsSinceEpoch }, "times")
    }

    private static func check(_ holds: Bool, _ what: String) {
        guard !holds else { return }
        FileHandle.standardError.write(Data("not as it should be: \(what)\n".utf8))
        exit(1)
    }
}
