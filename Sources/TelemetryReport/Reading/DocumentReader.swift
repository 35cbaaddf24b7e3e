internal import JSONBytes
package import LocalTelemetry

/// Reads documents of a tool, of any version of their schema.
///
/// What the catalogue does not know is skipped and counted, an unknown closed value is taken as `other` and counted, a
/// newer document is read as far as it is understood: never refused.
package struct DocumentReader: Sendable {
    let descriptions: [DocumentDescription]
    private let bundle: String?
    private let kinds: [String: Kind]
    private let common: Kind

    /// The fields of a kind but for those that say which document it is: they are read before, and may differ from what
    /// this catalogue would write.
    private struct Kind: Sendable {
        let version: Int
        let fields: [FieldNode]

        init(version: Int, _ fields: [FieldShape]) {
            self.version = version
            self.fields = fields.filter { !DocumentHead.names.contains($0.name) }.map(FieldNode.init)
        }
    }

    /// Makes a reader of a tool's kinds.
    ///
    /// - Parameters:
    ///   - descriptions: The kinds, as they stand where the documents come from.
    ///   - bundle: The identifier of the bundle that the documents come from, 32 hex digits; `nil` on disk.
    package init(_ descriptions: [DocumentDescription], bundle: String? = nil) {
        self.descriptions = descriptions
        self.bundle = bundle
        kinds = Dictionary(
            descriptions.map { ($0.kind, Kind(version: $0.version, $0.fields)) },
            uniquingKeysWith: { first, _ in first })
        let first = descriptions.first
        common = Kind(
            version: 0, (first?.core ?? []) + (first?.extras ?? []) + (first.map { [$0.recorder] } ?? []))
    }

    /// Reads one document.
    package func read(_ bytes: [UInt8]) throws(DocumentDamage) -> TelemetryDocument {
        do {
            return try document(bytes)
        } catch {
            throw Self.damage(error)
        }
    }

    /// The kind of a document, whether the catalogue knows it or not.
    package func kind(of bytes: [UInt8]) throws(DocumentDamage) -> String {
        do {
            return try DocumentHead(bytes).kind
        } catch {
            throw Self.damage(error)
        }
    }

    private static func damage(_ error: JSONError) -> DocumentDamage {
        switch error.problem {
        case .endOfInput: .cutOff
        case .type: .notADocument
        default: .notJSON(offset: error.offset)
        }
    }

    private func document(_ bytes: [UInt8]) throws(JSONError) -> TelemetryDocument {
        let head = try DocumentHead(bytes)
        var notes = ReadingNotes()
        let kind = kinds[head.kind] ?? common
        if kinds[head.kind] != nil {
            notes.isNewer = head.schemaVersion > kind.version
        } else {
            notes.isUnknownKind = true
        }
        var reader = JSONReader(bytes)
        var values = ValueReader(reader: reader, notes: notes)
        let object = DocumentValue.object(
            try values.object(
                kind.fields, besides: DocumentHead.names,
                after: [
                    .init(name: "schemaVersion", value: .count(head.schemaVersion)),
                    .init(name: "kind", value: .text(head.kind)),
                ]))
        reader = values.reader
        try reader.end()
        var bundled: TelemetryDocument.Bundled?
        let start: (RunIdentifier, Timestamp)?
        if let bundle {
            bundled = .init(bundle, object, descriptions.first?.level)
            start = bundled?.start
        } else if let runId = object["runId"]?.text.flatMap({ RunIdentifier($0) }),
            let timestamp = object["timestampUtc"]?.text.flatMap({ Timestamp($0) })
        {
            start = (runId, timestamp)
        } else {
            start = nil
        }
        guard let (runId, timestamp) = start else { throw JSONError(.type, at: 0) }
        return TelemetryDocument(
            kind: head.kind, schemaVersion: head.schemaVersion, runId: runId, timestamp: timestamp, values: object,
            notes: values.notes, bundled: bundled)
    }
}

/// What says which document it is; the two members stand first in what the tool writes, anywhere in what others do.
struct DocumentHead {
    var kind = ""
    var schemaVersion = 0

    /// What it is said by; and the oldest reader that understands it.
    static let names = ["kind", "schemaVersion", "minimumReader"]

    init(_ bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        var (kind, version): (String?, Int?) = (nil, nil)
        do throws(JSONError) {
            try reader.object { (key, reader) throws(JSONError) in
                if key == "kind" {
                    kind = try reader.string()
                } else if key == "schemaVersion" {
                    version = try reader.integer()
                } else {
                    try reader.skip()
                }
                if kind != nil, version != nil { throw Self.enough }
            }
        } catch {
            guard error == Self.enough else { throw error }
        }
        guard let kind, let version, version > 0, Self.isKind(kind) else { throw JSONError(.type, at: 0) }
        self.kind = kind
        schemaVersion = version
    }

    /// Ends the reading early: no error of JSON has such a place.
    private static let enough = JSONError(.trailing, at: -1)

    /// Kinds are shown as they are, those of strangers too: letters and hyphens alone.
    private static func isKind(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") }
    }
}
