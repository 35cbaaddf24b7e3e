/// What a kind of document is, as a value: what the schema, the reader, the screen and the lint know of it.
package struct DocumentDescription: Sendable {
    /// The tool that writes it.
    package var tool: String
    /// The version of the tool.
    package var toolVersion: Version
    /// The kind.
    package var kind: String
    /// The version of its schema.
    package var version: Int
    /// The oldest reader that understands it.
    package var minimumReader: Int
    /// What it is for.
    package var purpose: String
    /// The commands whose runs write it; empty where every command's do.
    package var writtenBy: [String]
    /// The fields that every tool's documents have, in the order of the document.
    package var core: [FieldShape]
    /// What the tool adds to the envelope.
    package var extras: [FieldShape]
    /// The fields of this kind.
    package var body: [FieldShape]
    /// The recorder's counts, at the end.
    package var recorder: FieldShape
    /// The level of the bundle in which it stands so; `nil` for the kind as it stands on disk.
    package var level: RedactionLevel?

    /// All fields in the order of the document.
    package var fields: [FieldShape] { core + extras + body + [recorder] }
}
