package import LocalTelemetry

/// One field of a kind, with what is asked of it for each document worked out once.
package final class FieldNode: Sendable {
    /// The field.
    package let shape: FieldShape
    /// The texts that it may have, `other` among them where it may have that.
    package let texts: Set<String>
    /// What is below it.
    package let children: [FieldNode]
    /// How many of those are always there.
    package let required: Int

    /// Makes the node of a field.
    package init(_ shape: FieldShape) {
        self.shape = shape
        texts = Set(shape.texts + (shape.allowsOther ? [Term.other.text] : []))
        children = shape.children.map(FieldNode.init)
        required = shape.children.count { !$0.isOptional }
    }
}
