import SnapshotModel

/// The shapes of the JSON texts that a program makes, numbered: equal shapes have one number.
final class JSONShapeTable {
    /// Nothing is known of the text.
    static let unknown = 0
    /// Nothing came to be there yet.
    static let nothing = 1

    private var drafts: [JSONDraft] = [.unknown, .nothing]
    private var numbers: [JSONDraft: Int] = [.unknown: unknown, .nothing: nothing]
    /// A statement that builds more, or deeper, builds them of themselves: its analysis must come to an end.
    private static let maximumCount = 400
    private static let maximumDepth = 8

    /// Whether the program makes none.
    var isEmpty: Bool { drafts.count == 2 }

    subscript(number: Int) -> JSONDraft { drafts[number] }

    /// The number of a shape.
    func number(of draft: JSONDraft) -> Int {
        if let number = numbers[draft] { return number }
        guard drafts.count < Self.maximumCount, draft.depth <= Self.maximumDepth else { return Self.unknown }
        drafts.append(draft)
        numbers[draft] = drafts.count - 1
        return drafts.count - 1
    }

    /// The number of what holds of both.
    func join(_ left: Int, _ right: Int) -> Int {
        if left == right { return left }
        if left == Self.unknown || right == Self.unknown { return Self.unknown }
        return number(of: drafts[left].joined(drafts[right]))
    }

    /// The shape of a text as a whole; `nil` where it is not known.
    func shape(_ number: Int) -> JSONShape? {
        switch drafts[number] {
        case .object, .array, .dictionary: drafts[number].shape
        default: nil
        }
    }
}
