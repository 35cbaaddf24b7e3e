internal import Synchronization

/// Keeps the documents of a run in memory, values and bytes: for tests of what a tool records.
package final class MemoryStore: Sendable, Equatable {
    /// The key that pseudonyms are made with.
    let key: TelemetryKey
    private let state = Mutex<[EncodedDocument]>([])

    /// Makes an empty store with a key that is the same in every test, or with one drawn at random.
    package init(hasRandomKey: Bool = false) {
        key = hasRandomKey ? .random() : TelemetryKey(Array(repeating: 0x54, count: TelemetryKey.length)) ?? .random()
    }

    /// What the run has written last: at its start one document, at its end all of them.
    package var documents: [EncodedDocument] { state.withLock(\.self) }

    #if Telemetry
    /// Makes the same pseudonyms as the run.
    package var hasher: PseudonymHasher { PseudonymHasher(key: key) }
    #endif

    func keep(_ documents: [EncodedDocument]) {
        state.withLock { $0 = documents }
    }

    /// Whether both are one store.
    package static func == (left: MemoryStore, right: MemoryStore) -> Bool { left === right }
}
