extension FileRenderer {
    /// The structures of a JSON text, each with a doc comment.
    mutating func renderJSON(_ objects: [JSONTypes.Object], of column: String, indentation: Int) {
        for object in objects {
            out.append("\n")
            line("/// An object in the JSON of `\(Self.plain(column))`.", indentation)
            var conformances = "Sendable, Codable"
            if self.conformances.contains(.hashable) {
                conformances += ", Hashable"
            } else if self.conformances.contains(.equatable) {
                conformances += ", Equatable"
            }
            line("public nonisolated struct \(Identifier.quoted(object.name)): \(conformances) {", indentation)
            for member in object.members {
                line("public let \(Identifier.quoted(member.name)): \(member.type)", indentation + 4)
            }
            if self.conformances.contains(.memberwiseInit) { renderInitializer(of: object, indentation + 4) }
            out.append("\n")
            line("private nonisolated enum CodingKeys: String, JSONTextKey {", indentation + 4)
            for member in object.members {
                indent(indentation + 8)
                out.append("case ")
                out.append(identifier: member.name)
                if member.name != member.key {
                    out.append(" = ")
                    out.append(literal: member.key)
                }
                out.append("\n")
            }
            line("}", indentation + 4)
            renderJSON(object.nested, of: column, indentation: indentation + 4)
            line("}", indentation)
        }
    }

    private mutating func renderInitializer(of object: JSONTypes.Object, _ indentation: Int) {
        out.append("\n")
        line("/// Makes an object, for tests.", indentation)
        line("public init(", indentation)
        for (place, member) in object.members.enumerated() {
            let end = place == object.members.count - 1 ? "" : ","
            line("\(Identifier.quoted(member.name)): \(member.type)\(end)", indentation + 4)
        }
        line(") {", indentation)
        for member in object.members {
            let name = Identifier.quoted(member.name)
            line("self.\(name) = \(name)", indentation + 4)
        }
        line("}", indentation)
    }

    private mutating func line(_ text: String, _ indentation: Int) {
        indent(indentation)
        out.append(text)
        out.append("\n")
    }

    private mutating func indent(_ count: Int) {
        for _ in 0..<count { out.append(" ") }
    }
}
