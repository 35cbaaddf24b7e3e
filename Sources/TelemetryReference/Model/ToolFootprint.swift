package import LocalTelemetry

/// What a tool can leave on disk, as its published pages, its diagram and its catalogue's history are made from it.
package struct ToolFootprint: Sendable {
    /// The tool's name, as people type it.
    package let tool: String
    /// Its folder in a project, such as `.tool`.
    package let folder: String
    /// The commands that exist: no page names another.
    package let commands: Set<String>
    /// What its documents are, `cli-command` first.
    package let kinds: [DocumentDescription]
    /// The examples of the kinds, in their order.
    package let examples: [String]
    /// What it promises beyond what the library does.
    package let assurances: [Assurance]
    /// Why fields were changed.
    package let notes: [CatalogueNote]

    /// Looks at a tool.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - commands: The names of its commands.
    package init<Facts>(_ tool: TelemetryTool<Facts>, commands: Set<String>) {
        let kinds = tool.catalogue.kinds
        self.tool = tool.name
        folder = tool.folder
        self.commands = commands
        self.kinds = kinds.map { $0.describe() }
        examples = kinds.map { String(decoding: $0.example()?.bytes ?? [], as: UTF8.self) }
        assurances = tool.assurances
        notes = tool.catalogue.notes
    }

    /// The version of the tool, as its documents say it.
    package var version: String {
        let example = kinds.first?.core.first { $0.name == "version" }?.example ?? ""
        return String(example.filter { $0 != "\"" })
    }

    /// The fields that every document of the tool has, in the order of the document.
    var envelope: [FieldShape] {
        kinds.first.map { $0.core + $0.extras + [$0.recorder] } ?? []
    }

    /// The fields that hold pseudonyms, by their paths; `nil` as the kind for those of every document.
    var pseudonyms: [(kind: String?, path: String, field: FieldShape)] {
        let common = envelope.flatMap { $0.flattened() }.map { (kind: String?.none, path: $0.path, field: $0.field) }
        let own = kinds.flatMap { kind in
            kind.body.flatMap { $0.flattened() }.map { (kind: String?.some(kind.kind), path: $0.path, field: $0.field) }
        }
        return (common + own).filter { $0.field.kind == .pseudonym }
    }
}

extension FieldShape {
    /// The field and all that is below it, with their paths: `slowest[].durationMs`.
    func flattened(below parent: String = "") -> [(path: String, field: FieldShape)] {
        let path = parent + name
        let prefix = path + (kind == .list ? "[]." : ".")
        return [(path, self)] + children.flatMap { $0.flattened(below: prefix) }
    }
}
