#if Telemetry
package import LocalTelemetry
internal import TelemetryReport

/// One value of each field, as it stands on disk and as it would leave.
package struct FieldExamples: Sendable {
    /// A field with an example.
    package struct Example: Sendable, Equatable {
        package var kind: String
        /// The field within the document: `operations.count`.
        package var field: String
        /// The value on disk, shortened.
        package var before: String
        /// The value in the bundle; `nil` where the field does not leave.
        package var after: String?
        /// Why it does not leave.
        package var reason: String?
    }

    /// The examples, in the order of the catalogue.
    package private(set) var all: [Example] = []

    /// So many documents of a kind are looked at for a field that some lack.
    private static let documents = 5

    /// Takes the examples from documents.
    package init(_ index: DocumentIndex, _ descriptions: [DocumentDescription], level: RedactionLevel, key: BundleKey) {
        let first = index.entries.first?.start ?? Timestamp(millisecondsSince1970: 0)
        let reader = DocumentReader(descriptions)
        for description in descriptions {
            let plan = RedactionPlan(description, level: level)
            var examples: [Example] = []
            var places: [String: Int] = [:]
            for entry in index.entries.lazy.filter({ $0.kind == description.kind && !$0.isUnfinished })
                .prefix(Self.documents)
            {
                guard let bytes = try? DocumentFiles.read(entry.path), var document = try? reader.read(bytes) else {
                    continue
                }
                document.values = Self.shortened(document.values)
                var redactor = Redactor(key: key, first: first, level: level)
                let redacted = redactor.redact(document, ordinal: 1, plan: plan)
                for example in Self.examples(plan, document.values, redacted) where places[example.field] == nil {
                    places[example.field] = examples.count
                    examples.append(example)
                }
            }
            all += examples
        }
    }

    /// The value with one item in each list, so that what stands on either side is of the same item.
    private static func shortened(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .list(let items): .list(items.first?.text == nil ? items.prefix(1).map(shortened) : items)
        case .object(let members): .object(members.map { .init(name: $0.name, value: shortened($0.value)) })
        default: value
        }
    }

    private static func examples(
        _ plan: RedactionPlan, _ source: DocumentValue, _ target: DocumentValue?
    ) -> [Example] {
        var examples: [Example] = []
        func visit(
            _ sources: [FieldShape], _ targets: [FieldShape]?, _ before: DocumentValue, _ after: DocumentValue?,
            _ parent: String, _ reason: String?
        ) {
            for field in sources {
                guard let value = before[field.name] else { continue }
                let name = parent + field.name
                let leaving = targets?.first { $0.name == field.name }
                let reason = leaving == nil ? reason ?? Self.reason(field, plan.target.level) : nil
                if !field.children.isEmpty {
                    let item = field.kind == .list ? value.items.first : value
                    let left = after?[field.name]
                    guard let item else { continue }
                    visit(
                        field.children, leaving?.children, item, field.kind == .list ? left?.items.first : left,
                        name + ".", reason)
                    continue
                }
                examples.append(
                    Example(
                        kind: plan.source.kind, field: name, before: text(value),
                        after: leaving == nil ? nil : after?[field.name].map(text), reason: reason))
            }
        }
        visit(plan.source.fields, plan.target.fields, source, target, "", nil)
        return examples
    }

    private static func text(_ value: DocumentValue) -> String {
        var text = String(decoding: DocumentJSON().document(value), as: UTF8.self)
        text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
        return text.count > 28 ? text.prefix(24) + "…" : text
    }

    /// Why a field does not leave.
    private static func reason(_ field: FieldShape, _ level: RedactionLevel?) -> String {
        switch field.kind {
        case .pseudonym: "strict has no tokens"
        case .list: "strict has no lists of items"
        case .bytes: "strict has no sizes"
        case .histogram: "strict has no distributions"
        case .duration where field.redaction.standard == .order: "its place in the list is enough"
        default: "\(level?.rawValue ?? "the catalogue") leaves it out"
        }
    }
}
#endif
