internal import JSONBytes

/// The way to a text in a JSON document, for a person who looks for it.
enum DocumentPath {
    /// The members and items that lead to the byte at an offset; `$` where nothing is found there.
    static func path(to offset: Int, in json: [UInt8]) -> String {
        var reader = JSONReader(json)
        var walk = Walk(offset: offset)
        // Ends by an error where the place is found, as where the document is none.
        _ = try? walk.value(&reader)
        return walk.found ?? "$"
    }

    private struct Walk {
        let offset: Int
        var found: String?
        private var steps: [Step] = []

        private enum Step {
            case member(JSONKey)
            case item(Int)
        }

        init(offset: Int) {
            self.offset = offset
        }

        mutating func value(_ reader: inout JSONReader) throws(JSONError) {
            let kind = try reader.peek()
            if reader.offset == offset { try end("") }
            var walk = self
            defer { self = walk }
            switch kind {
            case .object:
                try reader.object { (key, reader) throws(JSONError) in
                    // A key that is looked for is itself the secret.
                    if key.offset == walk.offset { try walk.end(".?") }
                    walk.steps.append(.member(key))
                    try walk.value(&reader)
                    walk.steps.removeLast()
                }
            case .array:
                var place = 0
                try reader.array { (reader) throws(JSONError) in
                    walk.steps.append(.item(place))
                    try walk.value(&reader)
                    walk.steps.removeLast()
                    place += 1
                }
            default: try reader.skip()
            }
        }

        private mutating func end(_ last: String) throws(JSONError) {
            found =
                steps.reduce(into: "$") { text, step in
                    switch step {
                    case .member(let key): text += "." + key.text
                    case .item(let place): text += "[\(place)]"
                    }
                } + last
            throw JSONError(.trailing, at: offset)
        }
    }
}
