internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryRecording

/// Reads values by the fields that the catalogue has for them.
struct ValueReader {
    private(set) var reader: JSONReader
    private(set) var notes: ReadingNotes

    init(reader: JSONReader, notes: ReadingNotes) {
        self.reader = reader
        self.notes = notes
    }

    /// Reads an object; members of the names in `besides` are neither taken nor counted.
    mutating func object(
        _ fields: [FieldNode], besides: [String] = [], after head: [DocumentValue.Member] = []
    ) throws(JSONError) -> [DocumentValue.Member] {
        var members: [DocumentValue.Member] = []
        members.reserveCapacity(head.count + fields.count)
        members += head
        var (next, seen) = (0, UInt64(0))
        var items = try reader.beginObject()
        while try reader.hasNext(&items) {
            let (place, unknown) = try reader.member(of: fields, next: &next)
            guard let place else {
                if let unknown, !besides.contains(where: unknown.matches) { notes.unknownMembers += 1 }
                try reader.skip()
                continue
            }
            let field = fields[place]
            let bit = UInt64(1) << UInt64(place & 63)
            let mayStandTwice = place > 63 || seen & bit != 0
            guard let value = try value(of: field),
                !mayStandTwice || !members.contains(where: { $0.name == field.shape.name })
            else {
                notes.unusableMembers += 1
                continue
            }
            seen |= bit
            members.append(.init(name: field.shape.name, value: value))
        }
        return members
    }

    /// The value of a field; `nil` where what stands there is not one.
    private mutating func value(of field: FieldNode) throws(JSONError) -> DocumentValue? {
        let kind = try reader.peek()
        switch (field.shape.kind, kind) {
        case (.count, .number), (.bytes, .number), (.exitCode, .number):
            return try number(field).flatMap { Int(exactly: $0) }.map { .count($0) }
        case (.duration, .number): return try number(field).map { .milliseconds($0) }
        case (.flag, .bool): return .flag(try reader.bool())
        case (.closed, .string): return .text(try closed(field))
        case (.version, .string): return Version(try reader.string()).map { .text($0.text) }
        case (.timestamp, .number) where field.shape.disclosure != nil: return try whole(in: FieldRange.elapsed)
        case (.runId, .number) where field.shape.disclosure != nil: return try whole(in: FieldRange.ordinal)
        case (.pseudonym, .string) where field.shape.disclosure != nil:
            let text = try reader.string()
            return field.token?.matches(text) ?? false
                ? .pseudonym(class: field.shape.pseudonymClass ?? "", digits: text) : nil
        case (.timestamp, _) where field.shape.disclosure != nil, (.runId, _) where field.shape.disclosure != nil:
            try reader.skip()
            return nil
        case (.timestamp, .string): return Timestamp(try reader.string()).map { .text($0.text) }
        case (.runId, .string): return RunIdentifier(try reader.string()).map { .text($0.text) }
        case (.pseudonym, .string): return pseudonym(try reader.string(), field)
        case (.histogram, .object): return try histogram().map { .histogram($0) }
        case (.object, .object): return .object(try object(field.children))
        case (.list, .array): return .list(try list(field))
        default:
            try reader.skip()
            return nil
        }
    }

    private mutating func number(_ field: FieldNode) throws(JSONError) -> Double? {
        let value = try reader.double()
        guard let range = field.shape.range, value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
            return nil
        }
        return value
    }

    private mutating func whole(in range: ClosedRange<Int>) throws(JSONError) -> DocumentValue? {
        Int(exactly: try reader.double()).flatMap { range.contains($0) ? .count($0) : nil }
    }

    /// The text of a closed value: one of the field's, or `other`.
    private mutating func closed(_ field: FieldNode) throws(JSONError) -> String {
        if let range = try reader.plainString() {
            if let known = field.texts.text(reader.bytes, range) { return known }
            if !reader.bytes[range].elementsEqual(Term.other.text.utf8) { notes.unknownValues += 1 }
            return Term.other.text
        }
        let text = try reader.string()
        if field.texts.contains(text) { return text }
        if text != Term.other.text { notes.unknownValues += 1 }
        return Term.other.text
    }

    private func pseudonym(_ text: String, _ field: FieldNode) -> DocumentValue? {
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        return isDigest ? .pseudonym(class: field.shape.pseudonymClass ?? "", digits: text) : nil
    }

    private mutating func list(_ field: FieldNode) throws(JSONError) -> [DocumentValue] {
        var items: [DocumentValue] = []
        var elements = try reader.beginArray()
        while try reader.hasNext(&elements) {
            let item = try item(field)
            // No tool writes more: what a stranger's file holds beyond must not fill the memory.
            if let item, items.count < field.shape.maximumItems ?? .max {
                items.append(item)
            } else {
                notes.unusableMembers += 1
            }
        }
        return items
    }

    private mutating func item(_ field: FieldNode) throws(JSONError) -> DocumentValue? {
        switch (field.shape.isListOfTexts, try reader.peek()) {
        case (true, .string): return .text(try closed(field))
        case (false, .object): return .object(try object(field.children))
        default:
            try reader.skip()
            return nil
        }
    }

    /// Reads a distribution; `nil` where it is of another scale or its figures are out of range.
    private mutating func histogram() throws(JSONError) -> Histogram? {
        var (scale, zeroCount, offset): (Double?, Double?, Double?) = (nil, nil, nil)
        var pairs: [[Double]] = []
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "scale": scale = try reader.double()
            case "zeroCount": zeroCount = try reader.double()
            case "offset": offset = try reader.double()
            case "buckets":
                try reader.array { (reader) throws(JSONError) in
                    var pair: [Double] = []
                    try reader.array { (reader) throws(JSONError) in
                        let number = try reader.double()
                        if pair.count < 3 { pair.append(number) }
                    }
                    // One more than there can be says that there are too many.
                    if pairs.count <= Histogram.indices.count { pairs.append(pair) }
                }
            default: try reader.skip()
            }
        }
        guard scale == Double(Histogram.scale), let zeros = zeroCount.flatMap({ Int(exactly: $0) }), zeros >= 0,
            zeros <= FieldRange.count.upperBound, let offset = offset.flatMap({ Int(exactly: $0) }),
            Histogram.indices.contains(offset), pairs.count <= Histogram.indices.count
        else { return nil }
        var histogram = Histogram()
        histogram.addZeros(zeros)
        for pair in pairs {
            guard pair.count == 2, let index = Int(exactly: pair[0]), let count = Int(exactly: pair[1]),
                FieldRange.count.contains(count), (0...Histogram.indices.count).contains(index),
                Histogram.indices.contains(offset + index)
            else { return nil }
            histogram.add(count, at: offset + index)
        }
        return histogram
    }
}
