/// One operation that has begun; nothing is recorded of it unless it is ended.
public struct OpenOperation: ~Copyable, Sendable {
    @usableFromInline let storage: RecorderStorage?
    @usableFromInline let name: StaticString
    @usableFromInline let start: UInt64

    @inlinable
    init(storage: RecorderStorage?, name: StaticString, start: UInt64) {
        self.storage = storage
        self.name = name
        self.start = start
    }

    /// Ends the operation.
    ///
    /// - Parameters:
    ///   - rows: How many rows it read or returned.
    ///   - failed: Whether it failed.
    ///   - subject: What it was about; evaluated only where the operation is slow enough to be kept by itself.
    @inlinable
    public consuming func end(rows: Int = 0, failed: Bool = false, _ subject: @autoclosure () -> Subject = Subject()) {
        guard let storage else { return }
        let duration = storage.clock.nanoseconds() &- start
        if storage.endOperation(name, nanoseconds: duration, rows: rows, failed: failed) {
            storage.keepSlow(name, nanoseconds: duration, rows: rows, subject())
        }
    }
}

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
