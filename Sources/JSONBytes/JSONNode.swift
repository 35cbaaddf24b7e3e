/// A JSON value with its place in the text: for configuration, whose errors name line and column.
package struct JSONNode: Sendable, Equatable {
    /// The value.
    package indirect enum Value: Sendable, Equatable {
        case object([Member])
        case array([JSONNode])
        case string(String)
        case integer(Int)
        case double(Double)
        case bool(Bool)
        case null
    }

    /// A member of an object, in the order of the text; duplicate keys are kept.
    package struct Member: Sendable, Equatable {
        package var key: String
        /// Where the key begins.
        package var offset: Int
        package var node: JSONNode
    }

    package var value: Value
    /// Where the value begins.
    package var offset: Int

    /// Reads one whole text.
    package static func parse(_ bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) -> JSONNode {
        var reader = JSONReader(bytes, maximumDepth: maximumDepth)
        let node = try read(&reader)
        try reader.end()
        return node
    }

    /// Reads the value that comes next.
    package static func read(_ reader: inout JSONReader) throws(JSONError) -> JSONNode {
        let kind = try reader.peek()
        let offset = reader.offset
        switch kind {
        case .object:
            var members: [Member] = []
            try reader.object { (key, reader) throws(JSONError) in
                members.append(.init(key: key.text, offset: key.offset, node: try read(&reader)))
            }
            return JSONNode(value: .object(members), offset: offset)
        case .array:
            var elements: [JSONNode] = []
            try reader.array { (reader) throws(JSONError) in elements.append(try read(&reader)) }
            return JSONNode(value: .array(elements), offset: offset)
        case .string: return JSONNode(value: .string(try reader.string()), offset: offset)
        case .bool: return JSONNode(value: .bool(try reader.bool()), offset: offset)
        case .null:
            guard reader.null() else { throw JSONError(.syntax, at: offset) }
            return JSONNode(value: .null, offset: offset)
        case .number:
            var whole = reader
            if let integer = try? whole.integer() {
                reader = whole
                return JSONNode(value: .integer(integer), offset: offset)
            }
            return JSONNode(value: .double(try reader.double()), offset: offset)
        }
    }

    /// The member of that key, the last where there are several; `nil` where it is not an object.
    package subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.key == key }?.node
    }
}
