/// One difference between a catalogue and the one before.
package struct CatalogueChange: Sendable, Equatable {
    /// What became of it.
    package enum Kind: String, Sendable {
        case added = "Added"
        case changed = "Changed"
        case removed = "Removed"
    }

    /// What became of it.
    package var kind: Kind
    /// The kinds of documents that it is in.
    package var documents: [String]
    /// The path of the field; `nil` where a whole kind came or went.
    package var path: String?
    /// What changed, each part with what was and what is.
    package var differences: [Difference]
    /// Why.
    package var reason: String?
    /// The field as it is now.
    var field: CatalogueRecord.Field?

    /// One thing that is not as it was.
    package struct Difference: Sendable, Equatable {
        /// What sort of thing.
        enum Aspect: String, Sendable {
            case type, unit, range, presence, texts, pseudonymClass = "class", limit, purpose, export, since
        }

        var aspect: Aspect
        var old: String
        var new: String
        /// Whether a reader of the old version would misread the new one.
        var breaksReaders = false
        /// Whether an export lets more out than before.
        var letsMoreOut = false

        /// In words.
        var text: String { "\(aspect.rawValue) from \(old) to \(new)" }
    }
}

extension CatalogueRecord.Field {
    /// What is not as it was in the release before. Texts that were added are none: readers take what they do not know
    /// as `other`.
    func differences(from old: CatalogueRecord.Field) -> [CatalogueChange.Difference] {
        var found: [CatalogueChange.Difference] = []
        func compare(
            _ aspect: CatalogueChange.Difference.Aspect, _ old: String?, _ new: String?, breaks: Bool,
            more: Bool = false
        ) {
            guard old != new else { return }
            found.append(
                .init(
                    aspect: aspect, old: old ?? "none", new: new ?? "none", breaksReaders: breaks, letsMoreOut: more))
        }
        compare(.type, old.type, type, breaks: true)
        compare(.unit, old.unit, unit, breaks: true)
        compare(.range, old.range, range, breaks: !isWithin(old))
        compare(
            .presence, old.presence ?? "always", presence ?? "always", breaks: old.presence == nil)
        let gone = old.texts.filter { !texts.contains($0) }
        if !gone.isEmpty { compare(.texts, gone.joined(separator: ", "), "none", breaks: false) }
        compare(.pseudonymClass, old.pseudonymClass, pseudonymClass, breaks: true)
        compare(.limit, old.maximumItems.map(String.init), maximumItems.map(String.init), breaks: false)
        compare(.purpose, "“\(old.purpose)”", "“\(purpose)”", breaks: false)
        compare(
            .export, "\(old.standard) / \(old.strict)", "\(standard) / \(strict)", breaks: false,
            more: Self.openness(standard) > Self.openness(old.standard)
                || Self.openness(strict) > Self.openness(old.strict))
        compare(.since, "\(old.since)", "\(since)", breaks: false)
        return found
    }

    private var range: String? {
        guard let minimum, let maximum else { return nil }
        return "\(minimum)…\(maximum)"
    }

    private func isWithin(_ old: CatalogueRecord.Field) -> Bool {
        guard let minimum, let maximum, let oldMinimum = old.minimum, let oldMaximum = old.maximum else { return false }
        return minimum >= oldMinimum && maximum <= oldMaximum
    }

    /// How much a rule lets out; what a rule does not know lets out nothing.
    private static func openness(_ rule: String) -> Int {
        ["drop", "order", "powerOfTwo", "ordinal", "token", "scaled", "minutes", "twoDigits", "keep"]
            .firstIndex(of: rule) ?? 0
    }
}
