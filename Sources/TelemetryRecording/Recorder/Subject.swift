/// What an operation or item was about.
///
/// Names and text stay in memory: a document can hold only their keyed pseudonyms.
public struct Subject: Sendable {
    /// The name that users know it by: a procedure, a file.
    public var name: String?
    /// The text it worked on: a statement.
    public var text: String?
    /// The closed category it belongs to.
    public var category: StaticString
    /// How many parameters it has.
    public var parameterCount: Int
    /// How many columns it has.
    public var columnCount: Int

    /// Makes a subject; everything may be left out.
    public init(
        name: String? = nil, text: String? = nil, category: StaticString = "", parameterCount: Int = 0,
        columnCount: Int = 0
    ) {
        self.name = name
        self.text = text
        self.category = category
        self.parameterCount = parameterCount
        self.columnCount = columnCount
    }
}
