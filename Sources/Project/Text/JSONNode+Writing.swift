package import JSONBytes

extension JSONNode {
    /// Writes the value again.
    package func write(to writer: inout JSONWriter) {
        switch value {
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(member.key)
                    member.node.write(to: &writer)
                }
            }
        case .array(let elements):
            writer.array { writer in
                for element in elements {
                    writer.element()
                    element.write(to: &writer)
                }
            }
        case .string(let text): writer.string(text)
        case .integer(let number): writer.integer(number)
        case .double(let number): writer.raw("\(number)")
        case .bool(let flag): writer.bool(flag)
        case .null: writer.null()
        }
    }
}
