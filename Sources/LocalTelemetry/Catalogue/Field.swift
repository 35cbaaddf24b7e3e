/// One field of a `Root`: how it is written, and what it is, from one declaration.
///
/// A field is made by the factories below and by nothing else: `.count`, `.duration`, `.bytes`, `.flag`, `.closed`,
/// `.version`, `.timestamp`, `.pseudonym`, `.histogram`, `.list` and `.object`. Each takes a key path of exactly its
/// type. There is none for `String`, and no protocol that a `String` could be made to conform to: text can be recorded
/// as a pseudonym, as a value of an enumeration, or not at all.
public struct Field<Root>: Sendable {
    /// A key path that a field may read through.
    public typealias Path<Value> = any KeyPath<Root, Value> & Sendable

    let name: StaticString
    /// Writes the member, key included; nothing where it is absent.
    let write: @Sendable (Root, inout DocumentEncoder) -> Void
    /// The pseudonym that it holds, where it is one: what breaks ties in a ranked list.
    let pseudonym: (@Sendable (Root) -> Pseudonym?)?
    private let makeShape: @Sendable ([Root]) -> FieldShape
    private var firstVersion: Int?
    private var redaction: Redaction?
    private var presence: StaticString?

    init(
        _ name: StaticString, pseudonym: (@Sendable (Root) -> Pseudonym?)? = nil,
        shape: @escaping @Sendable ([Root]) -> FieldShape,
        write: @escaping @Sendable (Root, inout DocumentEncoder) -> Void
    ) {
        self.name = name
        self.pseudonym = pseudonym
        self.write = write
        makeShape = shape
    }

    /// A field that is always there.
    init<Value>(
        _ path: Path<Value>, _ shape: @autoclosure @escaping @Sendable () -> FieldShape, name: StaticString,
        write: @escaping @Sendable (Value, inout DocumentEncoder) -> Void
    ) {
        let key = FieldKey(name)
        self.init(name, shape: { _ in shape() }) { root, encoder in
            encoder.key(key)
            write(root[keyPath: path], &encoder)
        }
    }

    /// A field that can be absent.
    init<Value>(
        optional path: Path<Value?>, _ shape: @autoclosure @escaping @Sendable () -> FieldShape, name: StaticString,
        write: @escaping @Sendable (Value, inout DocumentEncoder) -> Void
    ) {
        let key = FieldKey(name)
        self.init(name, shape: { _ in shape().with { $0.isOptional = true } }) { root, encoder in
            guard let value = root[keyPath: path] else { return }
            encoder.key(key)
            write(value, &encoder)
        }
    }

    // MARK: What it is

    /// Says which version of the document's schema first had the field; the document's own first version unless said.
    public func since(_ version: Int) -> Self {
        var field = self
        field.firstVersion = version
        return field
    }

    /// Says what an export does with the field; what its type does unless said.
    public func redacted(_ standard: Redaction.Rule, strict: Redaction.Rule) -> Self {
        var field = self
        field.redaction = Redaction(standard: standard, strict: strict)
        return field
    }

    /// Says when a field that can be absent is there: "once the run has ended".
    public func present(_ condition: StaticString) -> Self {
        var field = self
        field.presence = condition
        return field
    }

    /// What the field is, with the values that `examples` have for it.
    func shape(firstVersion: Int, examples: [Root]) -> FieldShape {
        var shape = makeShape(examples)
        shape.adopt(firstVersion: self.firstVersion ?? firstVersion)
        if let redaction { shape.redaction = redaction }
        if let presence { shape.presence = "\(presence)" }
        shape.example = examples.lazy.compactMap(example).first
        return shape
    }

    private func example(in root: Root) -> String? {
        var encoder = DocumentEncoder(capacity: 256)
        write(root, &encoder)
        // What was written is a line break, the key with colon and space, and the value.
        let prefix = 1 + FieldKey(name).bytes.count
        guard encoder.bytes.count > prefix else { return nil }
        return String(decoding: encoder.bytes[prefix...], as: UTF8.self)
    }

    /// The same field of a whole that holds the root as a part.
    func lifted<Whole>(_ part: any KeyPath<Whole, Root> & Sendable) -> Field<Whole> {
        let (own, write, makeShape) = (pseudonym, write, makeShape)
        var wholePseudonym: (@Sendable (Whole) -> Pseudonym?)?
        if let own { wholePseudonym = { whole in own(whole[keyPath: part]) } }
        var field = Field<Whole>(
            name, pseudonym: wholePseudonym,
            shape: { wholes in makeShape(wholes.map { whole in whole[keyPath: part] }) },
            write: { whole, encoder in write(whole[keyPath: part], &encoder) })
        field.firstVersion = firstVersion
        field.redaction = redaction
        field.presence = presence
        return field
    }
}

extension FieldShape {
    /// Takes the version where it has none yet, and gives it to its children.
    mutating func adopt(firstVersion: Int) {
        if since == 0 { since = firstVersion }
        for index in children.indices { children[index].adopt(firstVersion: since) }
    }
}
