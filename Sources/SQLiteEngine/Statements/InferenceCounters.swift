import SnapshotModel
import TelemetryRecording

/// How parameters and columns became known, counted.
struct InferenceCounters {
    private let counters: Counters?

    /// Looks the counters up once.
    init(_ recorder: Recorder) {
        counters = recorder.isOn ? Counters(recorder) : nil
    }

    /// Counts a query's.
    func count(_ query: Query) {
        guard let counters else { return }
        // By place: a column is not copied for the one byte that is asked for.
        for place in query.columns.indices { counters.columns[query.columns[place].knowledge].add() }
        for place in query.parameters.indices { counters.parameters[query.parameters[place].knowledge].add() }
    }

    private struct Counters {
        let columns: ByKnowledge
        let parameters: ByKnowledge

        init(_ recorder: Recorder) {
            columns = ByKnowledge(
                declared: recorder.counter("snapshot.inference.columns.declared"),
                proven: recorder.counter("snapshot.inference.columns.proven"),
                annotated: recorder.counter("snapshot.inference.columns.annotated"),
                unknown: recorder.counter("snapshot.inference.columns.unknown"))
            parameters = ByKnowledge(
                declared: recorder.counter("snapshot.inference.parameters.declared"),
                proven: recorder.counter("snapshot.inference.parameters.proven"),
                annotated: recorder.counter("snapshot.inference.parameters.annotated"),
                unknown: recorder.counter("snapshot.inference.parameters.unknown"))
        }
    }

    private struct ByKnowledge {
        let declared: Counter
        let proven: Counter
        let annotated: Counter
        let unknown: Counter

        subscript(_ knowledge: Knowledge) -> Counter {
            switch knowledge {
            case .declared: declared
            case .proven: proven
            case .annotated: annotated
            case .unknown: unknown
            }
        }
    }
}
