internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryReport

/// What a purge says of itself, for people and for scripts.
struct PurgeText {
    private let outcome: TelemetryPurge.Outcome
    private let isDry: Bool
    private let asksForDocuments: Bool
    private let asksForKey: Bool

    init(_ outcome: TelemetryPurge.Outcome, isDry: Bool, asksForDocuments: Bool, asksForKey: Bool) {
        self.outcome = outcome
        self.isDry = isDry
        self.asksForDocuments = asksForDocuments
        self.asksForKey = asksForKey
    }

    /// The text, ended.
    var text: String {
        let verb = isDry ? "would be deleted" : "deleted"
        var lines: [String] = []
        if asksForDocuments {
            let kinds = Dictionary(grouping: outcome.removed) { DocumentName($0)?.kind ?? "" }
            for (kind, names) in kinds.sorted(by: { $0.key < $1.key }) {
                lines.append("  \(kind)  \(names.count)")
            }
            if outcome.removed.isEmpty, outcome.kept == 0 {
                lines.append("Nothing is recorded: nothing was ever run with --telemetry, or it was deleted.")
            } else if outcome.removed.isEmpty {
                lines.append("No document \(isDry ? "would be" : "was") deleted.")
            } else {
                let documents = Self.count(outcome.removed.count, "document")
                lines.insert(
                    "\(documents) of \(Self.count(outcome.runs, "run")) \(verb), \(Figures.bytes(outcome.bytes)):",
                    at: 0)
            }
            if outcome.kept > 0 {
                lines.append("\(Self.count(outcome.kept, "document")) \(isDry ? "would stay" : "left").")
            }
        }
        if asksForKey {
            lines.append(
                outcome.isKeyRemoved
                    ? "The key \(isDry ? "would be deleted" : "is deleted"): pseudonyms can be matched with nothing, as far as no copy of it exists."
                    : "There is no key.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What was left alone, a line for each.
    var warnings: [String] {
        outcome.foreign.prefix(5).map {
            "\(Escaping.visible($0)) is named like a document and is none that this tool wrote: left alone."
        } + (outcome.foreign.count > 5 ? ["\(outcome.foreign.count - 5) more such files are left alone."] : [])
            + outcome.busy.map { "\(Escaping.visible($0)) is being written: left alone." }
    }

    /// One JSON object, ended.
    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("dryRun")
            writer.bool(isDry)
            writer.key("removed")
            writer.array { writer in
                for name in outcome.removed {
                    writer.element()
                    writer.string(name)
                }
            }
            writer.key("runs")
            writer.integer(outcome.runs)
            writer.key("bytes")
            writer.integer(outcome.bytes)
            writer.key("kept")
            writer.integer(outcome.kept)
            writer.key("keyRemoved")
            writer.bool(outcome.isKeyRemoved)
            writer.key("leftAlone")
            writer.array { writer in
                for name in outcome.foreign + outcome.busy {
                    writer.element()
                    writer.string(name)
                }
            }
        }
        writer.newline()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
