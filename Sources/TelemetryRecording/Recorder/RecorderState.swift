#if Telemetry
internal import Synchronization

/// What has been recorded, in the form in which recording is cheap.
struct RecorderState: Sendable {
    /// A span; 48 bytes, no reference.
    struct Span: Sendable {
        let name: StaticString
        let start: UInt64
        private(set) var duration: UInt64 = .max
        let parent: Int

        init(name: StaticString, start: UInt64, parent: Int) {
            self.name = name
            self.start = start
            self.parent = parent
        }

        /// Ends the span; ending it again changes nothing.
        mutating func end(at now: UInt64) {
            if duration == .max { duration = now &- start }
        }
    }

    /// The aggregate of the operations of one name, and the slowest of them.
    struct Operations: Sendable {
        var aggregate = Recording.Operations()
        var slowest = TopList<UInt64, (rows: Int, subject: Subject)>()

        mutating func add(_ nanoseconds: UInt64, bucket: Int?, rows: Int, failed: Bool) {
            aggregate.count += 1
            aggregate.failures += failed ? 1 : 0
            aggregate.rows &+= rows
            aggregate.totalNanoseconds &+= nanoseconds
            aggregate.maxNanoseconds = max(aggregate.maxNanoseconds, nanoseconds)
            if let bucket { aggregate.histogram.add(1, at: bucket) } else { aggregate.histogram.addZeros(1) }
        }
    }

    /// A counter's place.
    struct CounterPlace: Sendable {
        let cell = CounterCell()
    }

    /// A list of the largest items.
    struct List: Sendable {
        var offered = 0
        var largest = TopList<Int, Subject>()
    }

    var spans: [Span] = []
    var operations = NameTable<Operations> { Operations() }
    var counters = NameTable<CounterPlace> { CounterPlace() }
    var lists = NameTable<List> { List() }
    var histograms = NameTable<Histogram> { Histogram() }
    var droppedSpans = 0
    var droppedOperations = 0
    var droppedCounts = 0
    var droppedItems = 0
    var droppedObservations = 0

    /// The same as a value for readers: names as strings, what two modules recorded under one name taken together.
    func recording(elapsed: UInt64) -> Recording {
        var recording = Recording()
        recording.elapsedNanoseconds = elapsed
        recording.droppedSpans = droppedSpans
        recording.droppedOperations = droppedOperations
        recording.droppedCounts = droppedCounts
        recording.droppedItems = droppedItems
        recording.droppedObservations = droppedObservations
        recording.spans = spans.map { span in
            .init(
                name: "\(span.name)", startNanoseconds: span.start,
                durationNanoseconds: span.duration == .max ? nil : span.duration,
                parent: span.parent < 0 ? nil : span.parent)
        }
        for (name, operations) in operations.entries {
            recording.operations[name, default: .init()].merge(operations.aggregate)
            recording.slowest += operations.slowest.items.map {
                .init(operation: name, nanoseconds: $0.rank, rows: $0.value.rows, subject: $0.value.subject)
            }
        }
        recording.slowest.sort { $0.nanoseconds > $1.nanoseconds }
        for (name, place) in counters.entries {
            recording.counters[name, default: 0] &+= place.cell.value.load(ordering: .relaxed)
        }
        for (name, histogram) in histograms.entries { recording.histograms[name, default: .init()].merge(histogram) }
        for (name, list) in lists.entries {
            recording.offeredItems[name, default: 0] += list.offered
            recording.largest[name, default: []] += list.largest.items.map { .init(size: $0.rank, subject: $0.value) }
        }
        for name in recording.largest.keys { recording.largest[name]?.sort { $0.size > $1.size } }
        return recording
    }
}
#endif
