internal import LocalTelemetry

/// A catalogue as it was released, in a form that is kept: what the next one is held against.
package struct CatalogueRecord: Sendable, Equatable {
    /// The tool.
    package var tool: String
    /// The version of the tool.
    package var version: String
    /// Its kinds.
    package var kinds: [Kind]

    /// One kind of document.
    package struct Kind: Sendable, Equatable {
        var name: String
        var schemaVersion: Int
        var minimumReader: Int
        var fields: [Field]
    }

    /// One field, with all that makes its meaning.
    package struct Field: Sendable, Equatable {
        var path: String
        var type: String
        var unit: String?
        var minimum: Int?
        var maximum: Int?
        /// When it is there; `nil` for always.
        var presence: String?
        var texts: [String]
        var pseudonymClass: String?
        var maximumItems: Int?
        var sensitivity: String
        var standard: String
        var strict: String
        var since: Int
        var purpose: String
        /// What it can tell a stranger; made anew each time, and not kept.
        var reveals = ""
    }

    /// Records the catalogue that a tool has now.
    package init(_ footprint: ToolFootprint) {
        tool = footprint.tool
        version = footprint.version
        kinds = footprint.kinds.map { kind in
            Kind(
                name: kind.kind, schemaVersion: kind.version, minimumReader: kind.minimumReader,
                // The two versions are said of the kind; as fields they would change with every step.
                fields: kind.fields.flatMap { $0.flattened() }
                    .filter { !["schemaVersion", "minimumReader"].contains($0.path) }.map { Field($1, at: $0) })
        }
    }
}

extension CatalogueRecord.Field {
    init(_ shape: FieldShape, at path: String) {
        self.init(
            path: path, type: shape.kind.rawValue, unit: shape.unit?.rawValue, minimum: shape.range?.lowerBound,
            maximum: shape.range?.upperBound, presence: shape.isOptional ? shape.presence ?? "sometimes" : nil,
            texts: shape.texts, pseudonymClass: shape.pseudonymClass, maximumItems: shape.maximumItems,
            sensitivity: shape.sensitivity.rawValue, standard: shape.redaction.standard.rawValue,
            strict: shape.redaction.strict.rawValue, since: shape.since, purpose: shape.purpose,
            reveals: FieldWords.reveals(shape))
    }
}
