internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryRecording

/// Writes what has been read as JSON, for scripts.
package struct DocumentJSON: Sendable {
    private let revealer: Revealer

    /// Makes a writer; names stand in the place of the pseudonyms that the revealer knows.
    package init(revealer: Revealer = .digits) {
        self.revealer = revealer
    }

    /// A list of runs: what `list --json` prints.
    ///
    /// - Parameters:
    ///   - runs: The runs, in order.
    ///   - pseudonyms: The names of the envelope's pseudonyms, of which each run shows those that it has.
    ///   - path: How a document's path is shown.
    /// - Returns: The text.
    package func list(
        _ runs: [RunRecord], pseudonyms: [String] = [], showingPath path: (String) -> String = { $0 }
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for run in runs {
                writer.element()
                writer.object { write(run, pseudonyms, path, &$0) }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private func write(
        _ run: RunRecord, _ pseudonyms: [String], _ path: (String) -> String, _ writer: inout JSONWriter
    ) {
        if let bundled = run.main.bundled {
            text("run", run.main.runName, &writer)
            writer.key(bundled.level == .standard ? "startedMinute" : "startedDay")
            writer.integer(bundled.elapsed)
        } else {
            text("run", run.runId.text, &writer)
            text("startedUtc", run.timestamp.text, &writer)
        }
        text("command", run.command, &writer)
        text("outcome", run.outcome.value?.rawValue ?? Term.other.text, &writer)
        if let code = run.main.values["exitCode"]?.integer {
            writer.key("exitCode")
            writer.integer(code)
        }
        if let duration = run.main.durationMs {
            writer.key("durationMs")
            Self.write(milliseconds: duration, &writer)
        }
        for name in pseudonyms {
            guard let value = run.main.values[name] else { continue }
            writer.key(name)
            write(value, &writer)
        }
        writer.key("documents")
        writer.array { writer in
            for entry in run.entries {
                writer.element()
                writer.object { writer in
                    text("kind", entry.document.kind, &writer)
                    text("path", path(entry.path), &writer)
                }
            }
        }
    }

    /// The documents of a run: what `show --json` prints.
    package func documents(of run: RunRecord) -> [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for entry in run.entries {
                writer.element()
                write(entry.document.values, &writer)
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// One value by itself, as a document's file holds it.
    package func document(_ value: DocumentValue) -> [UInt8] {
        var writer = JSONWriter()
        write(value, &writer)
        writer.newline()
        return writer.bytes
    }

    /// What both print where nothing was ever recorded.
    package static let nothing: [UInt8] = Array("[]\n".utf8)

    private func text(_ name: StaticString, _ value: String, _ writer: inout JSONWriter) {
        writer.key(name)
        writer.string(value)
    }

    private func write(_ value: DocumentValue, _ writer: inout JSONWriter) {
        switch value {
        case .count(let count): writer.integer(count)
        case .milliseconds(let milliseconds): Self.write(milliseconds: milliseconds, &writer)
        case .flag(let flag): writer.bool(flag)
        case .text(let text): writer.string(text)
        case .pseudonym(_, let digits): writer.string(revealer.name(of: digits) ?? digits)
        case .histogram(let histogram): write(histogram, &writer)
        case .list(let items):
            writer.array { writer in
                for item in items {
                    writer.element()
                    write(item, &writer)
                }
            }
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(member.name)
                    write(member.value, &writer)
                }
            }
        }
    }

    private func write(_ histogram: Histogram, _ writer: inout JSONWriter) {
        let first = histogram.buckets.first { _ in true }?.index ?? 0
        writer.object { writer in
            writer.key("scale")
            writer.integer(Histogram.scale)
            writer.key("zeroCount")
            writer.integer(histogram.zeroCount)
            writer.key("offset")
            writer.integer(first)
            writer.key("buckets")
            Self.write(pairs: histogram.buckets, from: first, &writer)
        }
    }

    /// All pairs on one line, as on disk.
    private static func write(
        pairs buckets: some Sequence<(index: Int, count: Int)>, from first: Int, _ writer: inout JSONWriter
    ) {
        writer.raw("[")
        var isFirst = true
        for bucket in buckets {
            writer.raw(isFirst ? "[" : ",[")
            isFirst = false
            writer.integer(bucket.index - first)
            writer.raw(",")
            writer.integer(bucket.count)
            writer.raw("]")
        }
        writer.raw("]")
    }

    /// A number of milliseconds without an exponent, and without a fraction where there is none.
    private static func write(milliseconds value: Double, _ writer: inout JSONWriter) {
        let microseconds = (value * 1000).rounded()
        writer.thousandths(microseconds < 9e15 && microseconds >= 0 ? Int(microseconds) : 0)
    }
}
