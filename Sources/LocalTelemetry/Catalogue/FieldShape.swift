/// What a field is, as a value: schema, example, reference, lint, reader and screen are all made from it.
package struct FieldShape: Sendable, Equatable {
    /// The closed set of types; one for each factory of ``Field``.
    package enum Kind: String, Sendable, CaseIterable {
        case count, duration, bytes, flag, closed, version, timestamp, pseudonym, histogram, list, object, runId,
            exitCode
    }

    /// The name in the document.
    package var name: String
    /// What it holds.
    package var kind: Kind
    /// What it is for, in one sentence.
    package var purpose: String
    /// The unit of a number.
    package var unit: Unit?
    /// The smallest and largest number, in the unit.
    package var range: ClosedRange<Int>?
    /// Whether it can be absent.
    package var isOptional = false
    /// When it is there, where it can be absent.
    package var presence: String?
    /// The texts of a closed value, without `other`.
    package var texts: [String] = []
    /// Whether a closed value can also be `other`.
    package var allowsOther = true
    /// The class of a pseudonym.
    package var pseudonymClass: String?
    /// How many items a list holds at most.
    package var maximumItems: Int?
    /// Whether the items of a list are ordered by their figures and pseudonyms rather than by time or name.
    package var isRanked = false
    /// Whether the items of a list are closed values by themselves (``texts``), not objects.
    package var isListOfTexts = false
    /// The fields of an object, or of a list's items.
    package var children: [FieldShape] = []
    /// The value in the examples, as JSON.
    package var example: String?
    /// The version of the document's schema that first had it.
    package var since = 0
    /// What an export does with it.
    package var redaction: Redaction = .keep
    /// What an export has done with it; `nil` for the field as it stands on disk.
    package var disclosure: Redaction.Rule?
    /// What is wrong with its declaration and no type could stop; for the catalogue's lint.
    package var objections: [String] = []

    package init(_ name: StaticString, _ kind: Kind, _ purpose: StaticString) {
        self.name = "\(name)"
        self.kind = kind
        self.purpose = "\(purpose)"
        redaction = kind.redaction
    }

    /// What it could tell a stranger.
    package var sensitivity: Sensitivity { kind.sensitivity }

    /// Itself with some properties set.
    func with(_ change: (inout FieldShape) -> Void) -> FieldShape {
        var shape = self
        change(&shape)
        return shape
    }
}

extension FieldShape.Kind {
    /// Whether it is a number.
    package var isNumber: Bool { self == .count || self == .duration || self == .bytes || self == .exitCode }

    /// What an export does with it where its field says nothing else.
    var redaction: Redaction {
        switch self {
        case .duration: Redaction(standard: .keep, strict: .twoDigits)
        case .count: Redaction(standard: .twoDigits, strict: .powerOfTwo)
        case .bytes: Redaction(standard: .twoDigits, strict: .drop)
        case .pseudonym: Redaction(standard: .token, strict: .drop)
        case .histogram: Redaction(standard: .scaled, strict: .drop)
        case .timestamp: Redaction(standard: .minutes, strict: .order)
        case .runId: Redaction(standard: .ordinal)
        case .flag, .closed, .version, .list, .object, .exitCode: .keep
        }
    }

    var sensitivity: Sensitivity {
        switch self {
        case .count, .duration, .bytes, .histogram: .figure
        case .flag, .closed, .version, .list, .object, .exitCode: .low
        case .timestamp: .time
        case .runId: .identifier
        case .pseudonym: .pseudonym
        }
    }
}
