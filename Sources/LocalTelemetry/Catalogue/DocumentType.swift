/// A kind of document: a value, not a protocol. Its one list of fields is encoder, schema and documentation.
public struct DocumentType<Body: Sendable>: Sendable {
    /// The name of the kind, which also begins its files' names.
    public let kind: StaticString
    /// The version of its schema.
    public let version: Int
    /// The oldest version of a reader that still understands it.
    public let minimumReader: Int
    let firstVersion: Int
    let purpose: StaticString
    let writtenBy: [StaticString]
    let fields: [Field<Body>]
    let examples: @Sendable () -> [Body]
    let exampleCommand: StaticString?
    let exampleDuration: Duration

    /// Declares a kind.
    ///
    /// - Parameters:
    ///   - kind: Lower-case letters and hyphens.
    ///   - version: The version of its schema, raised when a field changes its meaning or goes.
    ///   - firstVersion: The first version that was ever written.
    ///   - minimumReader: The oldest reader that understands this version; this version unless given.
    ///   - purpose: What it is for, in one sentence.
    ///   - writtenBy: The commands whose runs write it; empty where every command's do.
    ///   - examples: Bodies that together have every optional field; the first is the one that users are shown. Made
    ///     when they are asked for.
    ///   - exampleCommand: The command that the example is of.
    ///   - exampleDuration: How long the example's run took.
    ///   - fields: Its fields beside the envelope's.
    public init(
        kind: StaticString, version: Int, firstVersion: Int? = nil, minimumReader: Int? = nil, purpose: StaticString,
        writtenBy: [StaticString] = [], examples: @autoclosure @escaping @Sendable () -> [Body],
        exampleCommand: StaticString? = nil,
        exampleDuration: Duration = .milliseconds(250),
        _ fields: [Field<Body>]
    ) {
        precondition(version >= 1, "the version of \(kind) is below 1")
        self.kind = kind
        self.version = version
        self.firstVersion = firstVersion ?? version
        self.minimumReader = minimumReader ?? version
        self.purpose = purpose
        self.writtenBy = writtenBy
        self.fields = fields
        self.examples = examples
        self.exampleCommand = exampleCommand
        self.exampleDuration = exampleDuration
    }
}
