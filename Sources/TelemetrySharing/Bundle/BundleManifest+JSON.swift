internal import JSONBytes
internal import LocalTelemetry

extension BundleManifest {
    /// The manifest as it stands in the bundle.
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 1024 + entries.count * 160)
        writer.object { writer in
            func member(_ name: String, _ text: String) {
                writer.key(name)
                writer.string(text)
            }
            func member(_ name: String, _ number: Int) {
                writer.key(name)
                writer.integer(number)
            }
            member("formatVersion", formatVersion)
            member("tool", tool)
            member("toolVersion", toolVersion)
            member("redaction", level.rawValue)
            member("bundle", bundle)
            writer.key("revealable")
            writer.bool(isRevealable)
            member("runs", runs)
            member(level == .standard ? "spanMinutes" : "spanDays", span)
            writer.key("dropped")
            writer.object { writer in
                writer.key("fields")
                writer.array { writer in
                    for field in dropped.fields {
                        writer.element()
                        writer.string(field)
                    }
                }
                for (name, count) in dropped.counts {
                    writer.key(name)
                    writer.integer(count)
                }
            }
            writer.key("entries")
            writer.array { writer in
                for entry in entries {
                    writer.element()
                    writer.object { writer in
                        writer.key("name")
                        writer.string(entry.name)
                        writer.key("bytes")
                        writer.integer(entry.bytes)
                        writer.key("sha256")
                        writer.string(entry.sha256)
                    }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// Reads a manifest; what it does not have, or has in another form, is refused.
    package init(_ bytes: [UInt8]) throws(ArchiveProblem) {
        do throws(JSONError) {
            self = try Self.read(bytes)
        } catch {
            throw ArchiveProblem(
                error.problem == .type ? "it is not a manifest" : "\(error.problem.rawValue) (byte \(error.offset))",
                entry: BundleLayout.manifest)
        }
    }

    private static func read(_ bytes: [UInt8]) throws(JSONError) -> BundleManifest {
        var reader = JSONReader(bytes, maximumDepth: 8)
        var texts: [String: String] = [:]
        var numbers: [String: Int] = [:]
        var isRevealable: Bool?
        var dropped: BundleLosses?
        var entries: [Entry]?
        try reader.object { (key, reader) throws(JSONError) in
            let name = key.text
            switch name {
            case "tool", "toolVersion", "redaction", "bundle":
                let text = try reader.string()
                guard texts.updateValue(text, forKey: name) == nil, text.utf8.count <= 100 else {
                    throw JSONError(.type, at: key.offset)
                }
            case "formatVersion", "runs", "spanMinutes", "spanDays":
                guard numbers.updateValue(try count(&reader), forKey: name) == nil else {
                    throw JSONError(.type, at: key.offset)
                }
            case "revealable" where isRevealable == nil: isRevealable = try reader.bool()
            case "dropped" where dropped == nil: dropped = try losses(&reader)
            case "entries" where entries == nil: entries = try list(&reader)
            default: throw JSONError(.type, at: key.offset)
            }
        }
        try reader.end()
        guard let tool = texts["tool"], let toolVersion = texts["toolVersion"],
            Version(toolVersion)?.text == toolVersion,
            let level = texts["redaction"].flatMap(RedactionLevel.init(rawValue:)), let bundle = texts["bundle"],
            RunIdentifier(bundle) != nil, let isRevealable, let dropped, let entries,
            let formatVersion = numbers["formatVersion"], formatVersion > 0, let runs = numbers["runs"],
            numbers.count == 3, let span = numbers[level == .standard ? "spanMinutes" : "spanDays"]
        else { throw JSONError(.type, at: 0) }
        return BundleManifest(
            formatVersion: formatVersion, tool: tool, toolVersion: toolVersion, level: level, bundle: bundle,
            isRevealable: isRevealable, runs: runs, span: span, dropped: dropped, entries: entries)
    }

    private static func losses(_ reader: inout JSONReader) throws(JSONError) -> BundleLosses {
        var losses = BundleLosses()
        var seen: Set<String> = []
        try reader.object { (key, reader) throws(JSONError) in
            guard seen.insert(key.text).inserted else { throw JSONError(.type, at: key.offset) }
            switch key {
            case "fields":
                try reader.array { (reader) throws(JSONError) in
                    let text = try reader.string()
                    guard text.utf8.count <= 200, losses.fields.count < 10_000 else { throw JSONError(.type, at: 0) }
                    losses.fields.append(text)
                }
            case "unknownDocuments": losses.unknownDocuments = try count(&reader)
            case "damagedDocuments": losses.damagedDocuments = try count(&reader)
            case "unknownMembers": losses.unknownMembers = try count(&reader)
            case "unusableMembers": losses.unusableMembers = try count(&reader)
            case "unknownValues": losses.unknownValues = try count(&reader)
            default: throw JSONError(.type, at: key.offset)
            }
        }
        guard seen.count == 6 else { throw JSONError(.type, at: reader.offset) }
        return losses
    }

    private static func list(_ reader: inout JSONReader) throws(JSONError) -> [Entry] {
        var entries: [Entry] = []
        try reader.array { (reader) throws(JSONError) in
            var (name, bytes, digest): (String?, Int?, String?) = (nil, nil, nil)
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "name" where name == nil: name = try reader.string()
                case "bytes" where bytes == nil: bytes = try count(&reader)
                case "sha256" where digest == nil: digest = try reader.string()
                default: throw JSONError(.type, at: key.offset)
                }
            }
            guard let name, let bytes, let digest, Pseudonym(hex: digest) != nil,
                name.utf8.count <= ArchiveLimits.nameBytes, entries.count < ArchiveLimits.entries
            else { throw JSONError(.type, at: reader.offset) }
            entries.append(Entry(name: name, bytes: bytes, sha256: digest))
        }
        return entries
    }

    private static func count(_ reader: inout JSONReader) throws(JSONError) -> Int {
        let value = try reader.integer()
        guard (0...FieldRange.bytes.upperBound).contains(value) else { throw JSONError(.number, at: reader.offset) }
        return value
    }
}
