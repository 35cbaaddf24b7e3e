import JSONBytes
import Project

/// What `--check` found: a text, and whether callers break.
typealias Stale = (text: String, breaksCallers: Bool)

extension RunContext {
    /// Writes what `--check` found to standard output, and ends the run where it found anything.
    func answer(_ stale: [Stale]) throws(RunFailure) {
        guard !stale.isEmpty else { return }
        if !shared.isJSON {
            for item in stale { console.result(item.breaksCallers ? "\(item.text) (breaks callers)" : item.text) }
        }
        throw RunFailure(.checkFailed, [])
    }
}

extension JSONWriter {
    /// Writes the member `stale`: what `--check` found.
    mutating func differences(_ stale: [Stale]) {
        key("stale")
        array { writer in
            for item in stale {
                writer.element()
                writer.object { writer in
                    writer.member("change", item.text)
                    writer.member("breaksCallers", item.breaksCallers)
                }
            }
        }
    }
}

extension Duration {
    /// The duration for people: `120 µs`, `1.2 ms`, `3.4 s`.
    var text: String {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        if microseconds < 1000 { return "\(microseconds) µs" }
        let (tenths, unit) = microseconds < 1_000_000 ? (microseconds / 100, "ms") : (microseconds / 100_000, "s")
        return tenths >= 1000 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
