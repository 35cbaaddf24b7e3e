internal import JSONBytes

extension CatalogueRecord {
    /// The record as JSON, a line for each field.
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 1 << 16)
        writer.object { writer in
            writer.member("tool", tool)
            writer.member("version", version)
            writer.key("kinds")
            writer.array { writer in
                for kind in kinds {
                    writer.element()
                    writer.object { kind.write(to: &$0) }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// Reads a record.
    ///
    /// - Throws: Where the bytes are not one.
    package init(_ bytes: [UInt8]) throws(CatalogueDamage) {
        guard let node = try? JSONNode.parse(bytes), let tool = node.string("tool"),
            let version = node.string("version"), let kinds = node.elements("kinds")
        else { throw CatalogueDamage() }
        self.tool = tool
        self.version = version
        self.kinds = []
        for kind in kinds { self.kinds.append(try Kind(kind)) }
    }
}

/// A file that is no catalogue.
package struct CatalogueDamage: Error, Sendable {}

extension CatalogueRecord.Kind {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("kind", name)
        writer.member("schemaVersion", schemaVersion)
        writer.member("minimumReader", minimumReader)
        writer.key("fields")
        writer.array { writer in
            for field in fields {
                writer.element()
                writer.inline { writer in writer.object { field.write(to: &$0) } }
            }
        }
    }

    fileprivate init(_ node: JSONNode) throws(CatalogueDamage) {
        guard let name = node.string("kind"), let schemaVersion = node.integer("schemaVersion"),
            let minimumReader = node.integer("minimumReader"), let fields = node.elements("fields")
        else { throw CatalogueDamage() }
        self.init(name: name, schemaVersion: schemaVersion, minimumReader: minimumReader, fields: [])
        for field in fields { self.fields.append(try CatalogueRecord.Field(field)) }
    }
}

extension CatalogueRecord.Field {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("path", path)
        writer.member("type", type)
        writer.member("unit", unit)
        writer.member("minimum", minimum)
        writer.member("maximum", maximum)
        writer.member("presence", presence)
        if !texts.isEmpty {
            writer.key("texts")
            writer.array { writer in
                for text in texts {
                    writer.element()
                    writer.string(text)
                }
            }
        }
        writer.member("class", pseudonymClass)
        writer.member("maximumItems", maximumItems)
        writer.member("sensitivity", sensitivity)
        writer.member("standard", standard)
        writer.member("strict", strict)
        writer.member("since", since)
        writer.member("purpose", purpose)
    }

    fileprivate init(_ node: JSONNode) throws(CatalogueDamage) {
        guard let path = node.string("path"), let type = node.string("type"), let since = node.integer("since"),
            let sensitivity = node.string("sensitivity"), let standard = node.string("standard"),
            let strict = node.string("strict"), let purpose = node.string("purpose")
        else { throw CatalogueDamage() }
        let texts = node.elements("texts")?.compactMap { element in
            if case .string(let text) = element.value { text } else { nil }
        }
        self.init(
            path: path, type: type, unit: node.string("unit"), minimum: node.integer("minimum"),
            maximum: node.integer("maximum"), presence: node.string("presence"), texts: texts ?? [],
            pseudonymClass: node.string("class"), maximumItems: node.integer("maximumItems"),
            sensitivity: sensitivity, standard: standard, strict: strict, since: since, purpose: purpose)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    fileprivate mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        key(name)
        integer(number)
    }
}

extension JSONNode {
    fileprivate func string(_ key: String) -> String? {
        if case .string(let text)? = self[key]?.value { text } else { nil }
    }

    fileprivate func integer(_ key: String) -> Int? {
        if case .integer(let number)? = self[key]?.value { number } else { nil }
    }

    fileprivate func elements(_ key: String) -> [JSONNode]? {
        if case .array(let elements)? = self[key]?.value { elements } else { nil }
    }
}
