import SnapshotModel

/// The shape of a JSON text while a program is followed.
indirect enum JSONDraft: Hashable {
    /// Nothing is known of it.
    case unknown
    /// No value came to be there yet, as within the array that an aggregate makes of no row.
    case nothing
    case scalar(JSONShape.Scalar)
    case optional(JSONDraft)
    case object([Member])
    case array(JSONDraft)
    case dictionary(JSONDraft)

    struct Member: Hashable {
        var name: String
        var draft: JSONDraft
    }

    /// What holds of both.
    func joined(_ other: JSONDraft) -> JSONDraft {
        switch (self, other) {
        case (.nothing, let draft), (let draft, .nothing): draft
        case (.optional(let one), .optional(let two)), (.optional(let one), let two), (let one, .optional(let two)):
            .optional(one.joined(two))
        case (.scalar(let one), .scalar(let two)):
            if one == two { self } else if Set([one, two]) == [.integer, .real] { .scalar(.real) } else { .unknown }
        case (.array(let one), .array(let two)): .array(one.joined(two))
        case (.dictionary(let one), .dictionary(let two)): .dictionary(one.joined(two))
        case (.object(let one), .object(let two)) where one.map(\.name) == two.map(\.name):
            .object(zip(one, two).map { Member(name: $0.name, draft: $0.draft.joined($1.draft)) })
        default: .unknown
        }
    }

    /// The same, or null.
    var orNull: JSONDraft {
        if case .optional = self { self } else { .optional(self) }
    }

    /// How deep it goes.
    var depth: Int {
        switch self {
        case .unknown, .nothing, .scalar: 0
        case .optional(let draft): draft.depth
        case .array(let draft), .dictionary(let draft): draft.depth + 1
        case .object(let members): (members.map(\.draft.depth).max() ?? 0) + 1
        }
    }

    /// The shape, where all of it is known.
    ///
    /// Within an array or dictionary nothing stands for a Boolean, date or decimal: only as members of an object are they
    /// read as SQLite writes them.
    var shape: JSONShape? {
        switch self {
        case .unknown, .nothing: return nil
        case .scalar(let scalar): return .scalar(scalar)
        case .optional(let draft): return draft.shape.map { .optional($0) }
        case .array(let draft): return draft.element.map { .array($0) }
        case .dictionary(let draft): return draft.element.map { .dictionary($0) }
        case .object(let members):
            var shapes: [JSONShape.Member] = []
            for member in members {
                guard let shape = member.draft.shape else { return nil }
                shapes.append(JSONShape.Member(name: member.name, shape: shape))
            }
            return .object(shapes)
        }
    }

    private var element: JSONShape? {
        guard let shape else { return nil }
        let inner = if case .optional(let inner) = shape { inner } else { shape }
        return switch inner {
        case .scalar(.boolean), .scalar(.date), .scalar(.decimal): nil
        default: shape
        }
    }
}
