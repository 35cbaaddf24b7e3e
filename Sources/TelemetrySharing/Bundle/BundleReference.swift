package import LocalTelemetry

/// The page that says of each field what a bundle tells of it, from the catalogue.
package enum BundleReference {
    /// The page's tables, as Markdown: one for each kind.
    package static func markdown(_ descriptions: [DocumentDescription]) -> String {
        descriptions.map { description in
            let standard = description.redacted(at: .standard)
            let strict = description.redacted(at: .strict)
            var text = "## \(description.kind)\n\n\(description.purpose)\n\n"
            text += "| field | what it is | standard | strict |\n|---|---|---|---|\n"
            return text + rows(description.fields, standard.fields, strict.fields, "").joined()
        }.joined(separator: "\n")
    }

    private static func rows(
        _ sources: [FieldShape], _ standard: [FieldShape], _ strict: [FieldShape], _ parent: String
    ) -> [String] {
        sources.flatMap { source -> [String] in
            let own = standard.first { $0.name == source.name }
            let tight = strict.first { $0.name == source.name }
            let name = parent + source.name + (source.kind == .list ? "[]" : "")
            let row =
                "| `\(name)` | \(source.purpose) | \(words(source, own)) | \(words(source, tight)) |\n"
            return [row] + rows(source.children, own?.children ?? [], tight?.children ?? [], name + ".")
        }
    }

    /// What becomes of a field, in a few words.
    private static func words(_ source: FieldShape, _ target: FieldShape?) -> String {
        guard let target else {
            return source.kind == .duration && source.redaction.standard == .order
                ? "dropped; the order stays" : "dropped"
        }
        switch target.disclosure {
        case .token: return "token"
        case .ordinal: return "number of the run"
        case .minutes: return "minutes from the first run"
        case .order: return "days from the first run"
        case .twoDigits: return "two significant digits"
        case .powerOfTwo: return "power of two"
        case .scaled: return "scaled to the rounded count"
        case .drop: return "dropped"
        case .keep, nil: return target.kind == .list && target.holdsPseudonym ? "in the order of tokens" : "as it is"
        }
    }
}
