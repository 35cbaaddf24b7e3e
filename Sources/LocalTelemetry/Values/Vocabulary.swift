internal import Synchronization

/// A closed set of texts, known before a run begins: the commands of a tool, its phases, its diagnostic codes.
///
/// A vocabulary is made from an enumeration, from literals, or (by the command library) from the command tree, never
/// from what a run meets. What it does not hold is written as `other`, and counted.
public struct Vocabulary: Sendable {
    /// The texts in the order they were registered; `other` is never among them.
    package var texts: [String] { list.texts }
    /// Whether there is none.
    package let isEmpty: Bool
    private let list: TextList

    /// Makes a vocabulary of an enumeration's cases.
    ///
    /// The enumeration must carry no payload; anything larger than a byte is refused when the vocabulary is made.
    public init<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) {
        precondition(MemoryLayout<Value>.size <= 1, "\(type) is not an enumeration without payload")
        self.init(registering: type.allCases.map { $0.rawValue })
    }

    /// Makes a vocabulary of texts that stand in the source.
    public init(_ texts: [StaticString]) {
        self.init(registering: texts.map { "\($0)" })
    }

    /// Makes a vocabulary of names that are fixed when the tool is built though no type lists them: its command tree.
    package init(registering texts: [String]) {
        list = TextList(texts)
        isEmpty = list.texts.isEmpty
    }

    /// Makes a vocabulary of at least one text, of which most runs need none: it is made when it is asked for.
    package init(whenAsked make: @escaping @Sendable () -> [String]) {
        list = TextList(make)
        isEmpty = false
    }

    /// The term for an enumeration's case; `other` where the vocabulary does not hold it.
    public func term<Value: RawRepresentable<String>>(_ value: Value) -> Term {
        term(named: value.rawValue)
    }

    /// The term of that text; `other` where the vocabulary does not hold it.
    public func term(named text: String) -> Term {
        texts.contains(text) ? Term(text: text) : .other
    }

    func contains(_ term: Term) -> Bool {
        texts.contains(term.text)
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

/// The texts of a vocabulary, made when they are first asked for.
///
/// They are looked through one by one: a set of them costs more to make than all the questions of a run.
private final class TextList: Sendable {
    private let state: Mutex<State>

    private enum State {
        case made([String])
        case later(@Sendable () -> [String])
    }

    init(_ texts: [String]) {
        state = Mutex(.made(Self.checked(texts)))
    }

    init(_ make: @escaping @Sendable () -> [String]) {
        state = Mutex(.later(make))
    }

    var texts: [String] {
        state.withLock { state in
            switch state {
            case .made(let texts): return texts
            case .later(let make):
                let texts = Self.checked(make())
                state = .made(texts)
                return texts
            }
        }
    }

    /// Each once, without `other`.
    private static func checked(_ texts: [String]) -> [String] {
        var result: [String] = []
        result.reserveCapacity(texts.count)
        for text in texts {
            precondition(Vocabulary.isFit(text), "unfit text in a vocabulary: \(text)")
            if text != Term.other.text, !result.contains(text) { result.append(text) }
        }
        return result
    }
}
