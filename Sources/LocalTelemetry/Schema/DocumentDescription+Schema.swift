internal import JSONBytes
internal import TelemetryRecording

extension DocumentDescription {
    /// The schema's identifier: the same for the same tool, kind and version, wherever the schema lies.
    ///
    /// That of the kind in a bundle ends in the bundle's level.
    package var schemaIdentifier: String {
        "urn:\(tool):telemetry:\(kind):\(version)" + (level.map { ":\($0.rawValue)" } ?? "")
    }

    /// The JSON Schema (2020-12) of this kind: every string has an enumeration or a pattern, every number a range, and
    /// what is not listed is refused.
    package func schema() -> [UInt8] {
        var writer = JSONWriter(capacity: 1 << 16)
        writer.object { writer in
            writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            writer.member("$id", schemaIdentifier)
            writer.member("title", "\(tool) \(kind)" + (level.map { ", \($0.rawValue) bundle" } ?? ""))
            writer.member("description", purpose)
            writer.members(of: fields)
        }
        writer.newline()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    fileprivate mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        integer(number)
    }

    fileprivate mutating func texts(_ name: StaticString, _ texts: [String]) {
        key(name)
        array { writer in
            for text in texts {
                writer.element()
                writer.string(text)
            }
        }
    }

    /// The members that make an object of fields.
    fileprivate mutating func members(of fields: [FieldShape]) {
        member("type", "object")
        key("additionalProperties")
        bool(false)
        texts("required", fields.filter { !$0.isOptional }.map(\.name))
        key("properties")
        object { writer in
            for field in fields {
                writer.key(field.name)
                writer.object { $0.members(of: field) }
            }
        }
    }

    /// What a field is for people and tools (`description`, and `x-` for what JSON Schema has no word for), and what it
    /// may hold.
    private mutating func members(of field: FieldShape) {
        member("description", field.purpose)
        if let unit = field.unit { member("x-unit", unit.rawValue) }
        if let name = field.pseudonymClass { member("x-pseudonym-class", name) }
        member("x-sensitivity", field.sensitivity.rawValue)
        if let presence = field.presence { member("x-present", presence) }
        key("x-export")
        object { writer in
            writer.member("standard", field.redaction.standard.rawValue)
            writer.member("strict", field.redaction.strict.rawValue)
        }
        member("x-since", field.since)
        if let rule = field.disclosure { member("x-redaction", rule.rawValue) }
        switch field.kind {
        case .count, .bytes, .exitCode: number("integer", field.range ?? FieldRange.count)
        case .duration: number("number", field.range ?? DurationRange.milliseconds)
        case .flag: member("type", "boolean")
        case .closed: closed(field)
        case .version: text(Version.pattern, 1...40)
        case .timestamp where field.disclosure != nil: number("integer", FieldRange.elapsed)
        case .pseudonym where field.disclosure != nil: text(BundleToken.pattern(of: field), 10...40)
        case .runId where field.disclosure != nil: number("integer", FieldRange.ordinal)
        case .timestamp:
            text(Timestamp.pattern, 24...24)
            member("format", "date-time")
        case .pseudonym: text("^[0-9a-f]{64}$", 64...64)
        case .runId: text("^[0-9a-f]{32}$", 32...32)
        case .histogram: histogram()
        case .object: members(of: field.children)
        case .list: list(field)
        }
    }

    private mutating func closed(_ field: FieldShape) {
        member("type", "string")
        texts("enum", field.texts + (field.allowsOther ? [Term.other.text] : []))
    }

    private mutating func list(_ field: FieldShape) {
        member("type", "array")
        member("maxItems", field.maximumItems ?? 0)
        key("items")
        object { writer in
            if field.isListOfTexts { writer.closed(field) } else { writer.members(of: field.children) }
        }
    }

    private mutating func number(_ type: String, _ range: ClosedRange<Int>) {
        member("type", type)
        member("minimum", range.lowerBound)
        member("maximum", range.upperBound)
    }

    private mutating func text(_ pattern: String, _ length: ClosedRange<Int>) {
        member("type", "string")
        member("pattern", pattern)
        // Beside the pattern: in some languages `$` matches before a line break too.
        member("minLength", length.lowerBound)
        member("maxLength", length.upperBound)
    }

    private mutating func histogram() {
        let indices = DocumentEncoder.bucketRange
        member("type", "object")
        key("additionalProperties")
        bool(false)
        texts("required", ["scale", "zeroCount", "offset", "buckets"])
        key("properties")
        object { writer in
            writer.property(
                "scale", "The scale of the base-2 exponential histogram.", Histogram.scale...Histogram.scale)
            writer.property("zeroCount", "How many values were zero.", FieldRange.count)
            writer.property("offset", "The index of the first bucket that is not empty.", indices)
            writer.key("buckets")
            writer.object { writer in
                writer.member("description", "Pairs of index, relative to the offset, and count.")
                writer.member("type", "array")
                writer.member("maxItems", DocumentEncoder.maximumBuckets)
                writer.key("items")
                writer.object { $0.pair(indices: 0...indices.count - 1) }
            }
        }
    }

    private mutating func pair(indices: ClosedRange<Int>) {
        member("type", "array")
        member("minItems", 2)
        key("prefixItems")
        array { writer in
            for range in [indices, 1...FieldRange.count.upperBound] {
                writer.element()
                writer.object { $0.number("integer", range) }
            }
        }
        key("items")
        bool(false)
    }

    private mutating func property(_ name: StaticString, _ purpose: String, _ range: ClosedRange<Int>) {
        key(name)
        object { writer in
            writer.member("description", purpose)
            writer.number("integer", range)
        }
    }
}
