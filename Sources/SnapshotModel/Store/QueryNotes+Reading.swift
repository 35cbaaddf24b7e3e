import JSONBytes

extension QueryNotes {
    /// Reads notes; `nil` where they are none, of another format, or damaged: then they are as good as missing.
    init?(_ bytes: [UInt8]) {
        var draft = QueryNotesDraft()
        do {
            var reader = JSONReader(bytes, maximumDepth: 8)
            try draft.read(&reader)
            try reader.end()
        } catch {
            return nil
        }
        guard draft.format == SnapshotEncoder.format, let common = draft.common, draft.isWhole else { return nil }
        self.init(
            objects: SchemaObjects(fingerprints: draft.objects, common: common), capacity: draft.entries.count)
        for entry in draft.entries { set(entry) }
    }
}

/// Notes while they are read.
private struct QueryNotesDraft {
    var format: Int?
    var common: Fingerprint?
    var objects: [String: Fingerprint] = [:]
    var entries: [QueryNotes.Entry] = []
    var isWhole = true

    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "xtraq": format = try reader.integer()
            case "common": common = Fingerprint(try reader.string())
            case "objects":
                try reader.array { (reader) throws(JSONError) in
                    let pair = try reader.strings()
                    if pair.count == 2, let fingerprint = Fingerprint(pair[1]) {
                        objects[pair[0]] = fingerprint
                    } else {
                        isWhole = false
                    }
                }
            case "queries": try reader.array { (reader) throws(JSONError) in try query(&reader) }
            default: try reader.skip()
            }
        }
    }

    private mutating func query(_ reader: inout JSONReader) throws(JSONError) {
        var name: String?
        var source: String?
        var fingerprint: Fingerprint?
        var note = QueryNote(dependencies: [])
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            case "source": source = try reader.string()
            case "fingerprint": fingerprint = Fingerprint(try reader.string())
            case "on": note.dependencies += try reader.strings().map { QueryDependency($0) }
            case "through":
                try reader.array { (reader) throws(JSONError) in
                    let pair = try reader.strings()
                    if pair.count == 2 { note.dependencies.append(QueryDependency(pair[0], route: pair[1])) }
                }
            case "evidence":
                try reader.array { (reader) throws(JSONError) in note.evidence.append(try evidence(&reader)) }
            default: try reader.skip()
            }
        }
        guard let name, let source else {
            isWhole = false
            return
        }
        entries.append(QueryNotes.Entry(name: name, source: source, fingerprint: fingerprint, note: note))
    }

    private func evidence(_ reader: inout JSONReader) throws(JSONError) -> Evidence {
        var numbers: [Int] = []
        var texts: [String] = []
        try reader.array { (reader) throws(JSONError) in
            if try reader.peek() == .string {
                texts.append(try reader.string())
            } else {
                numbers.append(try reader.integer())
            }
        }
        return Evidence(
            column: numbers.first ?? -1, address: numbers.dropFirst().first ?? -1, opcode: texts.first ?? "",
            operands: Array(numbers.dropFirst(2)), detail: texts.dropFirst().first ?? "")
    }
}
