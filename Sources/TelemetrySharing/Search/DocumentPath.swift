internal import JSONBytes

/// The way to a text in a JSON document, for a person who looks for it.
enum DocumentPath {
    /// The members and items that lead to the byte at an offset; `$` where nothing is found there.
    static func path(to offset: Int, in json: [UInt8]) -> String {
        guard let root = try? JSONNode.parse(json) else { return "$" }
        return path(to: offset, in: root, "$") ?? "$"
    }

    private static func path(to offset: Int, in node: JSONNode, _ parent: String) -> String? {
        if node.offset == offset { return parent }
        switch node.value {
        case .object(let members):
            for member in members {
                // A key that is looked for is itself the secret.
                if member.offset == offset { return parent + ".?" }
                if let found = path(to: offset, in: member.node, "\(parent).\(member.key)") { return found }
            }
        case .array(let items):
            for (place, item) in items.enumerated() {
                if let found = path(to: offset, in: item, "\(parent)[\(place)]") { return found }
            }
        default: break
        }
        return nil
    }
}
