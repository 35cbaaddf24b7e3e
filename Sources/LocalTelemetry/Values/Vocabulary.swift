/// A closed set of texts, known before a run begins: the commands of a tool, its phases, its diagnostic codes.
///
/// A vocabulary is made from an enumeration, from literals, or (by the command library) from the command tree, never
/// from what a run meets. What it does not hold is written as `other`, and counted.
public struct Vocabulary: Sendable {
    /// The texts in the order they were registered; `other` is never among them.
    package let texts: [String]
    private let members: Set<String>

    /// Makes a vocabulary of an enumeration's cases.
    ///
    /// The enumeration must carry no payload; anything larger than a byte is refused when the vocabulary is made.
    public init<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) {
        precondition(MemoryLayout<Value>.size <= 1, "\(type) is not an enumeration without payload")
        self.init(registering: type.allCases.map(\.rawValue))
    }

    /// Makes a vocabulary of texts that stand in the source.
    public init(_ texts: [StaticString]) {
        self.init(registering: texts.map { "\($0)" })
    }

    /// Makes a vocabulary of names that are fixed when the tool is built though no type lists them: its command tree.
    package init(registering texts: [String]) {
        for text in texts { precondition(Self.isFit(text), "unfit text in a vocabulary: \(text)") }
        var members: Set<String> = []
        self.texts = texts.filter { $0 != Term.other.text && members.insert($0).inserted }
        self.members = members
    }

    /// The term for an enumeration's case; `other` where the vocabulary does not hold it.
    public func term<Value: RawRepresentable<String>>(_ value: Value) -> Term {
        term(named: value.rawValue)
    }

    /// The term of that text; `other` where the vocabulary does not hold it.
    public func term(named text: String) -> Term {
        members.contains(text) ? Term(text: text) : .other
    }

    func contains(_ term: Term) -> Bool {
        members.contains(term.text)
    }

    /// Whether a text may stand in a vocabulary: 1 to 40 printable ASCII characters that need no escaping in JSON.
    static func isFit(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
    }
}

/// One text of a ``Vocabulary``, or `other`. Only a vocabulary makes one.
public struct Term: Sendable, Hashable {
    /// The text as documents show it.
    public let text: String

    /// What stands for everything that no vocabulary holds.
    public static let other = Term(text: "other")

    init(text: String) {
        self.text = text
    }
}
