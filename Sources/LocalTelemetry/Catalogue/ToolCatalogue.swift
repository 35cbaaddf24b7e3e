/// A tool's side of its documents: its name and version, its vocabularies, and what it adds to the envelope.
///
/// Together with a ``DocumentType`` it encodes documents, and describes them for schema, screen and reference.
public struct ToolCatalogue<Extras: Sendable>: Sendable {
    /// The tool's name as documents show it.
    public let tool: StaticString
    /// The tool's version.
    public let version: Version
    /// Its closed texts.
    public let vocabularies: ToolVocabularies
    private let core: [Field<Envelope>]
    private let extras: [Field<Extras>]
    private let exampleExtras: @Sendable () -> [Extras]

    /// Declares a tool.
    ///
    /// - Parameters:
    ///   - tool: Its name.
    ///   - version: Its version.
    ///   - vocabularies: Its closed texts.
    ///   - exampleExtras: Values that together have every optional field of `extras`; the first is shown to users.
    ///   - extras: The fields that it adds to the envelope of each of its documents.
    public init(
        tool: StaticString, version: Version, vocabularies: ToolVocabularies,
        exampleExtras: @autoclosure @escaping @Sendable () -> [Extras],
        _ extras: [Field<Extras>]
    ) {
        self.tool = tool
        self.version = version
        self.vocabularies = vocabularies
        self.extras = extras
        self.exampleExtras = exampleExtras
        core = EnvelopeFields.core(tool: tool, version: version, vocabularies: vocabularies)
    }

    /// Encodes one document.
    ///
    /// What had to be changed on the way (numbers out of range, values that no vocabulary holds, lists too long) is
    /// counted in its `recorder`, together with the counts that the envelope brings.
    public func encode<Body>(
        _ body: Body, as type: DocumentType<Body>, envelope: Envelope, extras: Extras
    ) -> EncodedDocument {
        var encoder = DocumentEncoder(counts: envelope.counts)
        encoder.object { encoder in
            for field in EnvelopeFields.head(of: type) { field.write(envelope, &encoder) }
            for field in core { field.write(envelope, &encoder) }
            for field in self.extras { field.write(extras, &encoder) }
            for field in type.fields { field.write(body, &encoder) }
            // Last: it counts what the writing of all the others did.
            EnvelopeFields.recorder.write(encoder.counts, &encoder)
        }
        encoder.newline()
        return EncodedDocument(
            kind: "\(type.kind)", runId: envelope.runId, timestamp: envelope.timestamp, bytes: encoder.bytes,
            values: [envelope, extras, body])
    }

    /// The example of a kind, as `schema --example` shows it.
    public func example<Body>(of type: DocumentType<Body>) -> EncodedDocument? {
        guard let body = type.examples().first, let extras = exampleExtras().first else { return nil }
        let envelope = Envelope.examples(vocabularies, command: type.exampleCommand, duration: type.exampleDuration)
        return encode(body, as: type, envelope: envelope[0], extras: extras)
    }

    /// What a kind is, as a value.
    package func describe<Body>(_ type: DocumentType<Body>) -> DocumentDescription {
        let envelopes = Envelope.examples(vocabularies, command: type.exampleCommand, duration: type.exampleDuration)
        let first = type.firstVersion
        return DocumentDescription(
            tool: "\(tool)", toolVersion: version, kind: "\(type.kind)", version: type.version,
            minimumReader: type.minimumReader,
            purpose: "\(type.purpose)", writtenBy: type.writtenBy.map { "\($0)" },
            core: (EnvelopeFields.head(of: type) + core).map { $0.shape(firstVersion: first, examples: envelopes) },
            extras: extras.map { $0.shape(firstVersion: first, examples: exampleExtras()) },
            body: type.fields.map { $0.shape(firstVersion: first, examples: type.examples()) },
            recorder: EnvelopeFields.recorder.shape(firstVersion: first, examples: [EncodingCounts()]))
    }
}
