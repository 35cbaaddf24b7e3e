internal import LocalTelemetry

/// What the diagram says, before anything has a place.
struct DiagramContent {
    /// A field's name, with what is to be marked of it.
    struct Entry: Equatable {
        enum Mark { case plain, pseudonym, tie, heading }
        var text: String
        var mark = Mark.plain
    }

    /// A part of a document: its fields in lines that begin anew.
    struct Part {
        /// Its name; empty for the fields that stand in the document itself.
        var name: String
        var groups: [[Entry]]
    }

    /// A document, or the envelope.
    struct Block {
        var title: String
        var purpose: String
        /// Which commands write it; empty for every command.
        var writers: [String]
        var parts: [Part]
    }

    var title: String
    var description: String
    var envelope: Block
    var documents: [Block]

    init(_ footprint: ToolFootprint) {
        let tool = footprint.tool
        title = "What one run of \(tool) with --telemetry writes"
        description =
            "Every document begins with the same envelope, whose runId ties the documents of one run together. "
            + footprint.kinds.map { kind in
                let parts = kind.body.map(\.name)
                return "\(kind.kind): \(kind.purpose)" + (parts.isEmpty ? "" : " It holds \(Phrase.list(parts)).")
            }.joined(separator: " ")
        let first = footprint.kinds.first
        let core = first?.core ?? []
        var parts = [Part(name: "every tool", groups: [core.filter { $0.children.isEmpty }.map(Entry.init)])]
        parts += core.filter { !$0.children.isEmpty }.map(Part.init)
        if let extras = first?.extras, !extras.isEmpty {
            parts.append(Part(name: "\(tool) adds", groups: [extras.map(Entry.init)]))
        }
        if let recorder = first?.recorder { parts.append(Part(recorder)) }
        envelope = Block(
            title: "the envelope: in every document",
            purpose: "Which document it is, which run, how it ended, on what system, with which switches.",
            writers: [], parts: parts)
        documents = footprint.kinds.map { kind in
            Block(
                title: kind.kind, purpose: kind.purpose, writers: kind.writtenBy.map(footprint.shown),
                parts: Part.all(of: kind.body))
        }
    }
}

extension DiagramContent.Entry {
    init(_ field: FieldShape) {
        let bound = field.kind == .list ? "[≤\(field.maximumItems ?? 0)]" : ""
        text = field.name + bound + (field.isOptional ? "?" : "")
        switch field.kind {
        case .pseudonym: mark = .pseudonym
        case .runId: mark = .tie
        default: mark = .plain
        }
    }
}

extension DiagramContent.Part {
    /// A part of a document, with the parts within it.
    init(_ field: FieldShape) {
        name = DiagramContent.Entry(field).text
        let own = field.children.filter { $0.children.isEmpty }.map(DiagramContent.Entry.init)
        var groups = own.isEmpty ? [] : [own]
        if field.isListOfTexts { groups = [[.init(text: "names from a closed set")]] }
        for child in field.children where !child.children.isEmpty {
            let entry = DiagramContent.Entry(child)
            groups.append(
                [.init(text: entry.text + ":", mark: .heading)]
                    + child.flattened().dropFirst().map { DiagramContent.Entry($0.field) })
        }
        self.groups = groups
    }

    /// The parts of a document: first what stands in it directly.
    static func all(of fields: [FieldShape]) -> [DiagramContent.Part] {
        let direct = fields.filter { $0.children.isEmpty && !$0.isListOfTexts }
        let parts = fields.filter { !$0.children.isEmpty || $0.isListOfTexts }.map(DiagramContent.Part.init)
        return (direct.isEmpty ? [] : [DiagramContent.Part(name: "", groups: [direct.map(DiagramContent.Entry.init)])])
            + parts
    }
}
