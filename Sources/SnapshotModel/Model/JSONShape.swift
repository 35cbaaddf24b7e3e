/// What a JSON text holds that the statement itself makes: `json_object('id', b.id, 'title', b.title)`.
package indirect enum JSONShape: Sendable, Hashable {
    /// What a value is that is neither object nor array, by the words that the snapshot uses.
    package enum Scalar: String, Sendable, CaseIterable {
        case integer, real, text, boolean, date, decimal, uuid, url
    }

    /// A member of an object.
    package struct Member: Sendable, Hashable {
        /// As the text has it.
        package var name: String
        package var shape: JSONShape

        /// Makes a member.
        package init(name: String, shape: JSONShape) {
            self.name = name
            self.shape = shape
        }
    }

    case scalar(Scalar)
    /// The same, or null.
    case optional(JSONShape)
    /// Members in their order, no name twice.
    case object([Member])
    case array(JSONShape)
    /// Any names, and values of one shape.
    case dictionary(JSONShape)

    /// In short, for people: `[{id: Int64, title: String?}]`.
    package var text: String {
        switch self {
        case .scalar(let scalar): scalar.swiftName
        case .optional(let shape): shape.text + "?"
        case .object(let members): "{" + members.map { "\($0.name): \($0.shape.text)" }.joined(separator: ", ") + "}"
        case .array(let shape): "[\(shape.text)]"
        case .dictionary(let shape): "[String: \(shape.text)]"
        }
    }
}

extension JSONShape.Scalar {
    /// The Swift type of such a value.
    package var swiftName: String {
        switch self {
        case .integer: "Int64"
        case .real: "Double"
        case .text: "String"
        case .boolean: "Bool"
        case .date: "Date"
        case .decimal: "Decimal"
        case .uuid: "UUID"
        case .url: "URL"
        }
    }
}
