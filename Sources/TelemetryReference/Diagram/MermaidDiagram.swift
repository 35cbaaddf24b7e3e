internal import LocalTelemetry

extension ToolFootprint {
    /// The same diagram as text, in the language of Mermaid.
    package var mermaid: String {
        var lines = ["classDiagram", "direction LR"]
        let core = kinds.first.map { $0.core + $0.extras + [$0.recorder] } ?? []
        lines += Self.blocks("envelope", "in every document", core)
        for kind in kinds {
            let name = Self.identifier(kind.kind)
            lines += Self.blocks(name, kind.kind, kind.body)
            lines.append("envelope <|-- \(name) : runId")
            let writers = kind.writtenBy.isEmpty ? "every command" : Phrase.list(kind.writtenBy.map(shown))
            lines.append("note for \(name) \"written by \(writers)\"")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A class for the fields of a part, and one for each part within it.
    private static func blocks(_ name: String, _ title: String, _ fields: [FieldShape]) -> [String] {
        var lines = ["class \(name)[\"\(title)\"] {"]
        for field in fields where field.children.isEmpty {
            lines.append("  \(field.kind.rawValue) \(field.name)\(field.isOptional ? "?" : "")")
        }
        lines.append("}")
        if lines.count == 2 { lines = ["class \(name)[\"\(title)\"]"] }
        for field in fields where !field.children.isEmpty {
            let child = "\(name)_\(identifier(field.name))"
            lines += blocks(child, field.name, field.children)
            let many = field.kind == .list ? " \"0..\(field.maximumItems ?? 0)\"" : field.isOptional ? " \"0..1\"" : ""
            lines.append("\(name) *--\(many) \(child)")
        }
        return lines
    }

    private static func identifier(_ name: String) -> String {
        String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
