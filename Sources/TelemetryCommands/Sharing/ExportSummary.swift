#if (Tool || TelemetryCommands) && Telemetry
internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

/// What would leave and what would not, before anything is written.
struct ExportSummary {
    let bundle: BundleMaker.Bundle
    let examples: [FieldExamples.Example]
    let destination: String
    let isEncrypted: Bool

    /// What was written.
    struct Written {
        var bytes: Int
        var sha256: String
    }

    // MARK: For people

    /// The text, ended.
    var text: String {
        let manifest = bundle.manifest
        let count = bundle.documents.values.reduce(0, +)
        var lines = [
            "\(Self.count(count, "document")) of \(Self.count(manifest.runs, "run")) would leave, over \(span):"
        ]
        for (kind, count) in bundle.documents.sorted(by: { $0.key < $1.key }) { lines.append("  \(kind)  \(count)") }
        let leaving = examples.filter { $0.after != nil }
        lines += ["", "What leaves, each field with an example (on disk, in the bundle):"]
        lines += table(leaving.map { ["\($0.kind).\($0.field)", $0.before, $0.after ?? ""] })
        let staying = examples.filter { $0.after == nil }
        lines += ["", staying.isEmpty ? "Every field leaves." : "What does not leave:"]
        lines += table(staying.map { ["\($0.kind).\($0.field)", $0.before, $0.reason ?? ""] })
        let losses = manifest.dropped.counts.filter { $0.count > 0 }
        if !losses.isEmpty {
            lines += ["", "Left out because this version does not know or understand it:"]
            lines += losses.map { "  \(Self.words($0.name))  \($0.count)" }
        }
        lines += [
            "", "Redaction  \(manifest.level.rawValue)",
            "Names      "
                + (manifest.isRevealable
                    ? "tokens of this bundle; you can turn them back with telemetry reveal, nobody else can"
                    : "tokens of this bundle; nobody can turn them back, because there is no key here"),
            "Size       \(Figures.bytes(bundle.byteCount))" + (isEncrypted ? ", to be encrypted with age" : ""),
            "File       \(destination == "-" ? "standard output" : Escaping.visible(destination))",
            "Durations, counts and sizes can still recognise a run or a project that is known already.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var span: String {
        let manifest = bundle.manifest
        guard manifest.level == .standard else { return "\(manifest.span + 1) days at most" }
        let minutes = manifest.span
        if minutes < 120 { return Self.count(minutes, "minute") }
        return minutes < 2880 ? "\(minutes / 60) hours" : "\(minutes / 1440) days"
    }

    private func table(_ rows: [[String]]) -> [String] {
        let first = rows.map { $0[0].count }.max() ?? 0
        let second = rows.map { $0[1].count }.max() ?? 0
        return rows.map { row in
            func padded(_ text: String, _ width: Int) -> String {
                text + String(repeating: " ", count: width - text.count)
            }
            return "  \(padded(row[0], first))  \(padded(row[1], second))  \(row[2])"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func words(_ name: String) -> String { Words.of(name).joined(separator: " ") }

    // MARK: For scripts

    /// One JSON object, ended.
    func json(written: Written?) -> String {
        let manifest = bundle.manifest
        var writer = JSONWriter()
        writer.object { writer in
            func member(_ name: StaticString, _ text: String) {
                writer.key(name)
                writer.string(text)
            }
            func member(_ name: StaticString, _ number: Int) {
                writer.key(name)
                writer.integer(number)
            }
            member("bundle", manifest.bundle)
            member("redaction", manifest.level.rawValue)
            writer.key("revealable")
            writer.bool(manifest.isRevealable)
            member("runs", manifest.runs)
            member(manifest.level == .standard ? "spanMinutes" : "spanDays", manifest.span)
            writer.key("documents")
            writer.object { writer in
                for (kind, count) in bundle.documents.sorted(by: { $0.key < $1.key }) {
                    writer.key(kind)
                    writer.integer(count)
                }
            }
            writer.key("fields")
            writer.array { writer in
                for example in examples {
                    writer.element()
                    writer.object { Self.write(example, &$0) }
                }
            }
            writer.key("dropped")
            writer.object { writer in
                for (name, count) in manifest.dropped.counts {
                    writer.key(name)
                    writer.integer(count)
                }
            }
            member("output", destination)
            writer.key("encrypted")
            writer.bool(isEncrypted)
            writer.key("written")
            writer.bool(written != nil)
            member("bytes", written?.bytes ?? bundle.byteCount)
            if let written { member("sha256", written.sha256) }
        }
        writer.newline()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ example: FieldExamples.Example, _ writer: inout JSONWriter) {
        writer.key("kind")
        writer.string(example.kind)
        writer.key("field")
        writer.string(example.field)
        writer.key("before")
        writer.string(example.before)
        if let after = example.after {
            writer.key("after")
            writer.string(after)
        }
        if let reason = example.reason {
            writer.key("dropped")
            writer.string(reason)
        }
    }
}
#endif
