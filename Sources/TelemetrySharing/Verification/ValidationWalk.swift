internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryRecording
internal import TelemetryReport

/// One walk through a document.
struct ValidationWalk {
    private var reader: JSONReader
    private(set) var objections: [DocumentValidator.Objection] = []
    private(set) var head = DocumentValidator.Head()
    private var path: [Step] = []
    /// The field by whose tokens the list is in order that is being read.
    private var leading: FieldNode?
    /// The token of that field in the item that was read last.
    private var firstToken: String?

    private enum Step {
        case member(String)
        case item(Int)
    }

    /// No more is said of one document.
    private static let mostObjections = 20

    init(_ bytes: [UInt8]) {
        reader = JSONReader(bytes)
    }

    mutating func end() throws(JSONError) {
        try reader.end()
    }

    /// Objects to what stands at the present place.
    mutating func object(_ reason: String) {
        guard objections.count < Self.mostObjections else { return }
        let place = path.reduce(into: "$") { text, step in
            switch step {
            case .member(let name): text += "." + name
            case .item(let index): text += "[\(index)]"
            }
        }
        objections.append(.init(path: place, reason: reason))
    }

    // MARK: Structures

    mutating func object(
        _ fields: [FieldNode], required: Int, isRoot: Bool = false
    ) throws(JSONError) {
        var (next, seen, count) = (0, UInt64(0), 0)
        var items = try reader.beginObject()
        while try reader.hasNext(&items) {
            let (place, key) = try reader.member(of: fields, next: &next)
            guard let place else {
                try unknown(key?.text ?? "")
                continue
            }
            let field = fields[place]
            path.append(.member(field.shape.name))
            let bit = UInt64(1) << UInt64(place & 63)
            if place < 64, seen & bit != 0 { object("stands there twice") }
            seen |= bit
            if !field.shape.isOptional { count += 1 }
            try value(field, isRoot: isRoot)
            path.removeLast()
        }
        if count < required {
            for (place, field) in fields.enumerated() where place < 64 && !field.shape.isOptional {
                if seen & (1 << UInt64(place)) == 0 { object("\(field.shape.name) is missing") }
            }
        }
    }

    /// Objects to a member that no schema has, and to what its value looks like.
    private mutating func unknown(_ name: String) throws(JSONError) {
        let isPlain =
            (1...40).contains(name.utf8.count) && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        path.append(.member(isPlain ? name : "?"))
        object("no such member in the schema")
        if !isPlain { leak(name) }
        try leaks()
        path.removeLast()
    }

    /// Looks at all texts of the next value, whatever it is, and keeps none of it.
    private mutating func leaks() throws(JSONError) {
        switch try reader.peek() {
        case .string: leak(try reader.string())
        case .array:
            var elements = try reader.beginArray()
            while try reader.hasNext(&elements) { try leaks() }
        case .object:
            var members = try reader.beginObject()
            while try reader.hasNext(&members) {
                leak(try reader.key().text)
                try leaks()
            }
        case .number, .bool, .null: try reader.skip()
        }
    }

    /// Says what a text looks like that no field explains.
    private mutating func leak(_ text: String) {
        guard objections.count < Self.mostObjections else { return }
        for reason in LeakPatterns.reasons(in: text) { object("looks like \(reason): \(Hint.of(text))") }
    }

    private mutating func list(_ field: FieldNode, isRoot: Bool) throws(JSONError) {
        var (count, last): (Int, String?) = (0, nil)
        let isSorted = field.shape.isRanked && field.shape.disclosure != nil
        let leading = isSorted ? field.children.first { $0.shape.kind == .pseudonym } : nil
        let outer = (self.leading, firstToken)
        defer { (self.leading, firstToken) = outer }
        var texts: [String] = []
        var elements = try reader.beginArray()
        while try reader.hasNext(&elements) {
            path.append(.item(count))
            count += 1
            if field.shape.isListOfTexts {
                if let text = try closed(field), isRoot { texts.append(text) }
            } else if try isNext(.object) {
                self.leading = leading
                firstToken = nil
                try object(field.children, required: field.required)
                if isSorted {
                    let token = firstToken ?? "~"
                    if let last, token < last { object("is not in the order of tokens") }
                    last = token
                }
            }
            path.removeLast()
        }
        if let most = field.shape.maximumItems, count > most { object("has more than \(most) items") }
        if isRoot, field.shape.name == "documents" { head.documents = texts }
    }

    // MARK: Values

    private mutating func value(_ field: FieldNode, isRoot: Bool) throws(JSONError) {
        switch field.shape.kind {
        case .count, .bytes, .exitCode: try number(field, isWhole: true)
        case .duration: try number(field, isWhole: false)
        case .flag: if try isNext(.bool) { _ = try reader.bool() }
        case .closed: if let text = try closed(field), isRoot { note(text, field.shape.name) }
        case .version:
            if let text = try text({ Version($0)?.text == $0 }, "is not a version"), isRoot {
                note(text, field.shape.name)
            }
        case .timestamp where field.shape.disclosure != nil, .runId where field.shape.disclosure != nil:
            guard try isNext(.number) else { return }
            let number = try reader.integer()
            let range = field.shape.kind == .runId ? FieldRange.ordinal : FieldRange.elapsed
            if !range.contains(number) { object("is out of its range") }
            if isRoot { note(String(number), field.shape.name) }
        case .timestamp:
            if let text = try text({ Timestamp($0)?.text == $0 }, "is not a time"), isRoot {
                note(text, field.shape.name)
            }
        case .runId:
            if let text = try text({ RunIdentifier($0) != nil }, "is not a run"), isRoot {
                note(text, field.shape.name)
            }
        case .pseudonym where field.shape.disclosure != nil:
            let token = try token(field)
            if field === leading { firstToken = token }
        case .pseudonym: _ = try text({ Pseudonym(hex: $0) != nil }, "is not a pseudonym")
        case .histogram: try histogram()
        case .object: if try isNext(.object) { try object(field.children, required: field.required) }
        case .list: if try isNext(.array) { try list(field, isRoot: isRoot) }
        }
    }

    private mutating func isNext(_ kind: JSONReader.Kind) throws(JSONError) -> Bool {
        if try reader.peek() == kind { return true }
        object("is of another type")
        try leaks()
        return false
    }

    private mutating func text(_ isFit: (String) -> Bool, _ reason: String) throws(JSONError) -> String? {
        guard try isNext(.string) else { return nil }
        let text = try reader.string()
        if isFit(text) { return text }
        object(reason)
        leak(text)
        return nil
    }

    private mutating func closed(_ field: FieldNode) throws(JSONError) -> String? {
        guard try isNext(.string) else { return nil }
        var known = reader
        if let range = try known.plainString(), let text = field.texts.text(known.bytes, range) {
            reader = known
            return text
        }
        return try text({ field.texts.contains($0) }, "is not one of the texts that the schema lists")
    }

    /// The token of a field, where its list is in the order of tokens.
    private mutating func token(_ field: FieldNode) throws(JSONError) -> String? {
        guard try isNext(.string) else { return nil }
        var plain = reader
        if field !== leading, let range = try plain.plainString(), field.token?.matches(plain.bytes, range) ?? false {
            reader = plain
            return nil
        }
        return try text({ field.token?.matches($0) ?? false }, "is not a token of the class")
    }

    private mutating func number(_ field: FieldNode, isWhole: Bool) throws(JSONError) {
        guard try isNext(.number) else { return }
        let number = try reader.double()
        if let range = field.shape.range, number < Double(range.lowerBound) || number > Double(range.upperBound) {
            return object("is out of its range")
        }
        if isWhole, number != number.rounded() { return object("is not a whole number") }
        guard let rounder = FigureGroups.Rounder(field.shape.disclosure) else { return }
        let figure = Int((isWhole ? number : number * 1000).rounded())
        if rounder.round(figure, to: 1) != figure { object("is finer than the level allows") }
    }

    private mutating func histogram() throws(JSONError) {
        guard try isNext(.object) else { return }
        var found: UInt8 = 0
        var members = try reader.beginObject()
        while try reader.hasNext(&members) {
            let name = try reader.key().text
            guard let place = Self.histogramMembers.firstIndex(of: name) else {
                try unknown(name)
                continue
            }
            found |= 1 << UInt8(place)
            path.append(.member(name))
            switch place {
            case 0: try whole(Histogram.scale...Histogram.scale)
            case 1: try whole(FieldRange.count)
            case 2: try whole(Histogram.indices)
            default: try buckets()
            }
            path.removeLast()
        }
        if found != 0b1111 { object("is not a whole distribution") }
    }

    private static let histogramMembers = ["scale", "zeroCount", "offset", "buckets"]

    private mutating func buckets() throws(JSONError) {
        guard try isNext(.array) else { return }
        var isFit = true
        var pairs = try reader.beginArray()
        while try reader.hasNext(&pairs) {
            var place = 0
            var pair = try reader.beginArray()
            while try reader.hasNext(&pair) {
                let number = try reader.integer()
                let range = place == 0 ? 0...Histogram.indices.count - 1 : 1...FieldRange.count.upperBound
                isFit = isFit && range.contains(number)
                place += 1
            }
            isFit = isFit && place == 2
        }
        if !isFit { object("holds what is no pair of index and count") }
    }

    private mutating func whole(_ range: ClosedRange<Int>) throws(JSONError) {
        guard try isNext(.number) else { return }
        if !range.contains(try reader.integer()) { object("is out of its range") }
    }

    private mutating func note(_ text: String, _ name: String) {
        switch name {
        case "runId": head.run = text
        case "timestampUtc": head.start = text
        case "tool": head.tool = text
        case "version": head.version = text
        case "command": head.command = text
        case "kind": head.kind = text
        default: break
        }
    }
}
