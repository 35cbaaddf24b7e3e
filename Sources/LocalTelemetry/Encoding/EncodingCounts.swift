/// What could not be written as it was: counted, never silent.
public struct EncodingCounts: Sendable, Equatable {
    /// Spans offered beyond what the recorder keeps.
    public var droppedSpans = 0
    /// Names and attributes that the catalogue does not know.
    public var droppedAttributes = 0
    /// Numbers that were out of their range and written as its nearest end.
    public var clampedValues = 0
    /// Closed values that were written as `other`.
    public var otherValues = 0
    /// Lists that were longer than a document may hold.
    public var cutLists = 0

    /// Makes counts; all zero unless given.
    public init(
        droppedSpans: Int = 0, droppedAttributes: Int = 0, clampedValues: Int = 0, otherValues: Int = 0,
        cutLists: Int = 0
    ) {
        self.droppedSpans = droppedSpans
        self.droppedAttributes = droppedAttributes
        self.clampedValues = clampedValues
        self.otherValues = otherValues
        self.cutLists = cutLists
    }
}
