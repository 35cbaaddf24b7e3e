internal import JSONBytes
internal import LocalTelemetry

/// What `telemetry status` says, for people and for scripts.
struct StatusText {
    let tool: String
    let folder: String
    let projectFile: String
    let place: TelemetryPlace?
    let inventory: TelemetryInventory?
    /// The commands that exist: no other is named.
    let commands: Set<String>

    /// Past how many documents, or bytes, deleting is worth a hint. Nothing is ever removed unasked.
    private static let manyDocuments = 1000
    private static let manyBytes = 50_000_000

    // MARK: For people

    /// The text, ended.
    var text: String {
        var lines = [
            "Nothing is ever sent: what is recorded stays on this disk until you delete it.",
            "",
            "Recording is off unless a command line carries --telemetry:",
            "  \(tool) … --telemetry",
            "  \(tool) … --telemetry --telemetry-preview   (shows what would be recorded, writes nothing)",
            "",
        ]
        lines += holdings
        lines += ["", "Paths, names, filters and SQL text are recorded as keyed pseudonyms, never in the clear.", ""]
        lines += hints
        return lines.joined(separator: "\n") + "\n"
    }

    private var holdings: [String] {
        guard let place, let inventory else {
            return ["There is no project here: no \(projectFile) in this folder or above it."]
        }
        guard inventory.documents > 0 else {
            let key = inventory.key == .absent ? "" : " The key \(Self.words(inventory.key, place))."
            return ["This project holds no telemetry: nothing was ever recorded, or it was deleted.\(key)"]
        }
        var lines = [
            "This project holds \(Self.count(inventory.documents, "document")) of "
                + "\(Self.count(inventory.runs, "run")), \(Self.size(inventory.bytes))"
                + (inventory.oldest.map { ", the oldest of \(Self.date($0))." } ?? "."),
            "  documents   \(place.shownDocuments)/",
            "  key         \(place.shownKeyFile): \(Self.words(inventory.key, place))",
        ]
        if inventory.documents > Self.manyDocuments || inventory.bytes > Self.manyBytes {
            let purge = commands.contains("telemetry-purge") ? "\(tool) telemetry purge --keep 100" : "deleting some"
            lines.append("  That is a lot. Nothing is removed unasked: consider \(purge).")
        }
        return lines
    }

    private var hints: [String] {
        func line(_ label: String, _ entries: [(command: String, text: String)], otherwise: String? = nil) -> [String] {
            let known = entries.filter { commands.contains("telemetry-\($0.command)") }.map {
                "\(tool) telemetry \($0.text)"
            }
            let texts = known.isEmpty ? otherwise.map { [$0] } ?? [] : known
            return texts.isEmpty ? [] : ["\(label)\(texts.joined(separator: ", "))"]
        }
        return line(
            "Look     ", [("list", "list"), ("show", "show"), ("report", "report"), ("compare", "compare A B")])
            + line("Explain  ", [("schema", "schema")])
            + line(
                "Share    ", [("export", "export --dry-run")],
                otherwise: "only by hand: read a document before you pass it on")
            + line(
                "Delete   ", [("purge", "purge --all")],
                otherwise: "rm -r \(folder)/telemetry (and \(folder)/private, the key)")
    }

    private static func words(_ key: TelemetryInventory.Key, _ place: TelemetryPlace) -> String {
        switch key {
        case .absent: "not made yet"
        case .present: "is there; whoever has it can test guesses"
        case .wrongLength: "is not a key; runs use one that is thrown away"
        case .unusable: "cannot be used"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func size(_ bytes: Int) -> String {
        for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")] where bytes >= unit {
            let tenths = bytes * 10 / unit
            return tenths >= 1000 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
        }
        return "\(bytes) bytes"
    }

    /// `20261124-101830` as `2026-11-24 10:18 UTC`.
    private static func date(_ start: String) -> String {
        let digits = Array(start)
        guard digits.count == 15 else { return start }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(9..<11)):\(part(11..<13)) UTC"
    }

    // MARK: For scripts

    /// One JSON object, ended.
    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("tool")
            writer.string(tool)
            writer.key("sendsAnything")
            writer.bool(false)
            writer.key("recordsUnasked")
            writer.bool(false)
            // Where the project lies is nobody's business who is shown this.
            writer.key("inProject")
            writer.bool(place != nil)
            writer.key("directory")
            if let place { writer.string(place.shownDocuments) } else { writer.null() }
            writer.key("documents")
            writer.integer(inventory?.documents ?? 0)
            writer.key("runs")
            writer.integer(inventory?.runs ?? 0)
            writer.key("bytes")
            writer.integer(inventory?.bytes ?? 0)
            writer.key("oldest")
            if let oldest = inventory?.oldest { writer.string(Self.timestamp(oldest)) } else { writer.null() }
            writer.key("key")
            writer.string((inventory?.key ?? .absent).rawValue)
            writer.key("warnings")
            writer.array { writer in
                for warning in inventory?.warnings ?? [] {
                    writer.element()
                    writer.object { writer in
                        writer.key("code")
                        writer.string(warning.code.rawValue)
                        writer.key("message")
                        writer.string(warning.message)
                    }
                }
            }
        }
        writer.newline()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// `20261124-101830` as RFC 3339.
    private static func timestamp(_ start: String) -> String {
        let digits = Array(start)
        guard digits.count == 15 else { return start }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
    }
}
