package import JSONBytes
package import LocalTelemetry

/// One field of a kind, with what is asked of it for each document worked out once.
package final class FieldNode: Sendable {
    /// The field.
    package let shape: FieldShape
    /// Its name, as it is read.
    package let name: JSONName
    /// The texts that it may have, `other` among them where it may have that.
    package let texts: KnownTexts
    /// The token that stands in its place in a bundle; `nil` for what is no pseudonym of one.
    package let token: BundleToken.Form?
    /// What is below it.
    package let children: [FieldNode]
    /// How many of those are always there.
    package let required: Int

    /// Makes the node of a field.
    package init(_ shape: FieldShape) {
        self.shape = shape
        name = JSONName(shape.name)
        texts = KnownTexts(shape.texts + (shape.allowsOther ? [Term.other.text] : []))
        token = shape.kind == .pseudonym && shape.disclosure != nil ? BundleToken.Form(shape) : nil
        children = shape.children.map(FieldNode.init)
        required = shape.children.count { !$0.isOptional }
    }
}

extension JSONReader {
    /// Reads the next key of an object whose members are mostly those of a kind, in the order of the catalogue, as the
    /// tool writes them; in any order from others.
    ///
    /// - Parameters:
    ///   - fields: The fields.
    ///   - next: Where the field is expected; moved behind the one that was found.
    /// - Returns: The place of the field; or the key, where there is none of that name.
    /// - Throws: Where no key comes next.
    package mutating func member(
        of fields: [FieldNode], next: inout Int
    ) throws(JSONError) -> (place: Int?, unknown: JSONKey?) {
        var expected = next
        while expected < fields.count {
            if try takes(fields[expected].name) {
                next = expected + 1
                return (expected, nil)
            }
            // What can be absent is skipped.
            guard fields[expected].shape.isOptional else { break }
            expected += 1
        }
        let key = try key()
        guard let place = fields.firstIndex(where: { key.matches($0.shape.name) }) else { return (nil, key) }
        next = place + 1
        return (place, nil)
    }
}
