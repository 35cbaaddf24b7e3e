package import LocalTelemetry
package import TelemetryRecording

/// All operations of one kind together.
package struct OperationStatistics<Name: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
    /// Which operation.
    package var name: Closed<Name>
    /// How many ended, failures included.
    package var count: Int
    /// How many failed.
    package var failures: Int
    /// Rows read or returned.
    package var rows: Int
    /// All durations together.
    package var total: Duration
    /// The longest.
    package var longest: Duration
    /// The distribution of the durations in milliseconds.
    package var histogram: Histogram

    /// Takes what was recorded.
    package init(_ name: Closed<Name>, _ recorded: Recording.Operations) {
        self.name = name
        count = recorded.count
        failures = recorded.failures
        rows = recorded.rows
        total = .nanoseconds(recorded.totalNanoseconds)
        longest = .nanoseconds(recorded.maxNanoseconds)
        histogram = recorded.histogram
    }

    static var fields: [Field<Self>] {
        [
            .closed("name", \.name, "Which operation."),
            .count("count", \.count, "How often it was done, failures included."),
            .count("failures", \.failures, "How often it failed."),
            .count("rows", \.rows, unit: .rows, "Rows that it read or returned."),
            .duration("totalMs", \.total, "All its durations together."),
            .duration("maxMs", \.longest, "The longest."),
            .histogram("histogram", \.histogram, "The distribution of its durations."),
        ]
    }

    static func example(_ name: Name, milliseconds: [Double], rows: Int = 0) -> Self {
        var recorded = Recording.Operations()
        for value in milliseconds {
            recorded.count += 1
            recorded.totalNanoseconds += UInt64(value * 1_000_000)
            recorded.maxNanoseconds = max(recorded.maxNanoseconds, UInt64(value * 1_000_000))
            recorded.histogram.add(value)
        }
        recorded.rows = rows
        return Self(Closed(name), recorded)
    }
}
