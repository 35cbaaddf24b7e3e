import SnapshotModel

/// The types that stand for a JSON text whose shape is known: a structure for each object in it, within each other as the
/// objects are.
struct JSONTypes {
    /// A structure.
    struct Object {
        /// A stored property.
        struct Member {
            /// Without backticks.
            var name: String
            /// As the text has it.
            var key: String
            var type: String
        }

        var name: String
        var members: [Member]
        var nested: [Object]
    }

    /// What the text stands for, as source text: `[BooksItem]`.
    private(set) var type = ""
    /// The structures that are not within another.
    private(set) var objects: [Object] = []
    /// Whether Foundation declares one of the types.
    let needsFoundation: Bool

    /// Decides the types of a shape.
    ///
    /// - Parameters:
    ///   - shape: The shape.
    ///   - name: The name of the outermost structure, see ``name(of:named:)``.
    ///   - scope: What stands before the name where it is used: `Main.`.
    ///   - taken: Type names that no structure may hide.
    init(_ shape: JSONShape, named name: String, in scope: String = "", taken: Set<String>) {
        needsFoundation = Self.needsFoundation(shape)
        var objects: [Object] = []
        type = Self.type(shape, name, scope, taken, &objects)
        self.objects = objects
    }

    /// The name of the outermost structure, by that of what has the shape: the structure of an array's elements is called
    /// `…Item`, that of a dictionary's values `…Value`.
    static func name(of shape: JSONShape, named name: String) -> String {
        switch shape {
        case .scalar, .object: name
        case .optional(let inner): self.name(of: inner, named: name)
        case .array(let inner): self.name(of: inner, named: name + "Item")
        case .dictionary(let inner): self.name(of: inner, named: name + "Value")
        }
    }

    private static func type(
        _ shape: JSONShape, _ name: String, _ scope: String, _ taken: Set<String>, _ objects: inout [Object]
    ) -> String {
        switch shape {
        case .scalar(let scalar): return scalar.swiftName
        case .optional(let inner): return type(inner, name, scope, taken, &objects) + "?"
        case .array(let inner): return "[" + type(inner, name, scope, taken, &objects) + "]"
        case .dictionary(let inner): return "[String: " + type(inner, name, scope, taken, &objects) + "]"
        case .object(let members):
            let name = free(name, taken.union(objects.map(\.name)))
            objects.append(object(members, name, taken.union([name])))
            return scope + Identifier.quoted(name)
        }
    }

    private static func object(_ members: [JSONShape.Member], _ name: String, _ taken: Set<String>) -> Object {
        let scope = NameScope(members.map(\.name), taken: ["hashValue"], style: Identifier.value)
        var object = Object(name: name, members: [], nested: [])
        for member in members {
            let property = scope[source: member.name]
            let name = Self.name(of: member.shape, named: Identifier.type(member.name))
            let type = type(member.shape, name, "", taken.union(["CodingKeys"]), &object.nested)
            object.members.append(Object.Member(name: property, key: member.name, type: type))
        }
        return object
    }

    private static func free(_ name: String, _ taken: Set<String>) -> String {
        var name = name
        while taken.contains(name) || Keyword.isUnusable(name) { name += "Object" }
        return name
    }

    private static func needsFoundation(_ shape: JSONShape) -> Bool {
        switch shape {
        case .scalar(let scalar):
            switch scalar {
            case .date, .decimal, .uuid, .url: true
            case .integer, .real, .text, .boolean: false
            }
        case .optional(let inner), .array(let inner), .dictionary(let inner): needsFoundation(inner)
        case .object(let members): members.contains { needsFoundation($0.shape) }
        }
    }
}

extension PlannedQuery.Field {
    /// Whether its type, or one within it, is Foundation's.
    var needsFoundation: Bool {
        type.needsFoundation || json.map { JSONTypes($0, named: "", taken: []).needsFoundation } ?? false
    }
}

extension [PlannedQuery.Field] {
    /// The types of the JSON texts among a row's fields, by place: they stand within the row's type.
    func jsonTypes(besides row: String) -> [Int: JSONTypes] {
        guard contains(where: { $0.json != nil }) else { return [:] }
        var taken = ReservedTypes.used.union([row])
        for field in self { taken.formUnion(field.type.words) }
        var types: [Int: JSONTypes] = [:]
        for (place, field) in enumerated() {
            guard let shape = field.json else { continue }
            let name = JSONTypes.name(of: shape, named: Identifier.type(field.column))
            types[place] = JSONTypes(shape, named: name, taken: taken)
            taken.formUnion(types[place]?.objects.map(\.name) ?? [])
        }
        return types
    }
}
