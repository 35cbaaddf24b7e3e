import JSONBytes

extension JSONShape {
    /// Writes the shape: `"integer"`, `["integer"]` with null allowed, `{"array": …}`, `{"values": …}`, `{"object": [[name, …], …]}`.
    func encode(to writer: inout JSONWriter) {
        switch self {
        case .scalar(let scalar): writer.string(scalar.rawValue)
        case .optional(let shape):
            writer.array { writer in
                writer.element()
                shape.encode(to: &writer)
            }
        case .array(let shape): Self.encode("array", shape, to: &writer)
        case .dictionary(let shape): Self.encode("values", shape, to: &writer)
        case .object(let members):
            writer.object { writer in
                writer.key("object")
                writer.array { writer in
                    for member in members {
                        writer.element()
                        writer.array { writer in
                            writer.element()
                            writer.string(member.name)
                            writer.element()
                            member.shape.encode(to: &writer)
                        }
                    }
                }
            }
        }
    }

    private static func encode(_ key: StaticString, _ shape: JSONShape, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key(key)
            shape.encode(to: &writer)
        }
    }

    /// Reads a shape; `nil` where it is none that this version knows, which is as good as none at all.
    static func read(_ reader: inout JSONReader) throws(JSONError) -> JSONShape? {
        switch try reader.peek() {
        case .string: return Scalar(rawValue: try reader.string()).map { .scalar($0) }
        case .array:
            var shapes: [JSONShape?] = []
            try reader.array { (reader) throws(JSONError) in shapes.append(try read(&reader)) }
            guard shapes.count == 1, let shape = shapes[0] else { return nil }
            return .optional(shape)
        case .object:
            var shape: JSONShape?
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "array": shape = try read(&reader).map { .array($0) }
                case "values": shape = try read(&reader).map { .dictionary($0) }
                case "object": shape = try members(&reader).map { .object($0) }
                default: try reader.skip()
                }
            }
            return shape
        default:
            try reader.skip()
            return nil
        }
    }

    private static func members(_ reader: inout JSONReader) throws(JSONError) -> [Member]? {
        var members: [Member] = []
        var isKnown = true
        try reader.array { (reader) throws(JSONError) in
            var name: String?
            var shape: JSONShape?
            try reader.array { (reader) throws(JSONError) in
                if name == nil, try reader.peek() == .string {
                    name = try reader.string()
                } else {
                    shape = try read(&reader)
                }
            }
            if let name, let shape {
                members.append(Member(name: name, shape: shape))
            } else {
                isKnown = false
            }
        }
        let isUnique = Set(members.map(\.name)).count == members.count
        return isKnown && isUnique && !members.isEmpty ? members : nil
    }
}
