/// A kind of document of a tool's own, and how one is made when a run ends.
///
/// ```swift
/// ToolDocument(statistics) { moment, facts in facts.read.map { StatisticsBody($0, moment.recording) } }
/// ```
public struct ToolDocument<Facts: Sendable>: Sendable {
    private let kind: any DocumentKind<Facts>

    /// Declares a document.
    ///
    /// - Parameters:
    ///   - type: What it is: its one list of fields.
    ///   - make: Makes its body from what is known when the run has ended; `nil` where this run has none.
    public init<Body>(
        _ type: DocumentType<Body>, make: @escaping @Sendable (RunMoment, Facts) -> Body?
    ) {
        kind = Typed(type: type, make: make)
    }

    /// The name of the kind.
    var name: StaticString { kind.name }

    func encode<Extras>(
        _ moment: RunMoment, _ facts: Facts, _ envelope: Envelope, _ extras: Extras, in catalogue: ToolCatalogue<Extras>
    ) -> EncodedDocument? {
        kind.encode(moment, facts, envelope, extras, in: catalogue)
    }

    func describe<Extras>(in catalogue: ToolCatalogue<Extras>) -> DocumentCatalogue.Kind {
        kind.describe(in: catalogue)
    }

    private struct Typed<Body: Sendable>: DocumentKind {
        let type: DocumentType<Body>
        let make: @Sendable (RunMoment, Facts) -> Body?

        var name: StaticString { type.kind }

        func encode<Extras>(
            _ moment: RunMoment, _ facts: Facts, _ envelope: Envelope, _ extras: Extras,
            in catalogue: ToolCatalogue<Extras>
        ) -> EncodedDocument? {
            make(moment, facts).map { catalogue.encode($0, as: type, envelope: envelope, extras: extras) }
        }

        func describe<Extras>(in catalogue: ToolCatalogue<Extras>) -> DocumentCatalogue.Kind {
            catalogue.kind(type)
        }
    }
}

/// What a document's body type is hidden behind.
private protocol DocumentKind<Facts>: Sendable {
    associatedtype Facts: Sendable
    var name: StaticString { get }
    func encode<Extras>(
        _ moment: RunMoment, _ facts: Facts, _ envelope: Envelope, _ extras: Extras,
        in catalogue: ToolCatalogue<Extras>
    ) -> EncodedDocument?
    func describe<Extras>(in catalogue: ToolCatalogue<Extras>) -> DocumentCatalogue.Kind
}

/// What a tool adds to the envelope of each of its documents: its switches, pseudonyms of what it worked on.
public struct ToolExtras<Facts: Sendable, Extras: Sendable>: Sendable {
    let examples: @Sendable () -> [Extras]
    let fields: [Field<Extras>]
    let make: @Sendable (RunMoment, Facts) -> Extras

    /// Declares them.
    ///
    /// - Parameters:
    ///   - examples: Values that together have every optional field; the first is shown to users.
    ///   - fields: The fields.
    ///   - make: Makes the values; called when the run begins, too, when the facts say nothing yet.
    public init(
        examples: @autoclosure @escaping @Sendable () -> [Extras], _ fields: [Field<Extras>],
        make: @escaping @Sendable (RunMoment, Facts) -> Extras
    ) {
        self.examples = examples
        self.fields = fields
        self.make = make
    }
}

/// How a tool says what a run failed with: a code of a closed enumeration that its facts hold.
public struct ToolErrors<Facts: Sendable>: Sendable {
    let codes: Vocabulary
    let code: @Sendable (Facts, Vocabulary) -> Term?

    /// A tool that has no codes.
    public static var none: ToolErrors { ToolErrors(codes: Vocabulary([StaticString]()), code: { _, _ in nil }) }

    /// The codes are the cases of an enumeration without payload; `path` leads to the one that the run failed with.
    public init<Code: CaseIterable & RawRepresentable<String> & Sendable>(
        _ path: any KeyPath<Facts, Code?> & Sendable
    ) {
        self.init(codes: Vocabulary(Code.self), code: { facts, codes in facts[keyPath: path].map(codes.term) })
    }

    private init(codes: Vocabulary, code: @escaping @Sendable (Facts, Vocabulary) -> Term?) {
        self.codes = codes
        self.code = code
    }
}
