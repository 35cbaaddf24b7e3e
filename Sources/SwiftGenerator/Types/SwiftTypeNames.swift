package import SnapshotModel

/// The Swift types that generated code has for a query's parameters and columns, by name.
package struct SwiftTypeNames: Sendable {
    private let map: TypeMap

    /// Makes names of the configuration's `types`.
    package init(types: [String: String]) {
        map = TypeMap(types)
    }

    /// `String?`; the database's own word where no Swift type follows.
    package func name(of column: Column) -> String {
        if let json = column.json { return "JSONText<\(json.text)>" + (column.isOptional ? "?" : "") }
        return text(
            map.configuredType(of: column) ?? map.type(of: column.type), column.type, isOptional: column.isOptional)
    }

    /// `Int64`; the database's own word where no Swift type follows.
    package func name(of parameter: Parameter) -> String {
        text(map.type(of: parameter.type), parameter.type, isOptional: parameter.isOptional)
    }

    private func text(_ type: SwiftType?, _ value: ValueType, isOptional: Bool) -> String {
        let name: String
        if let type {
            name = type.name
        } else {
            switch value {
            case .declared(let declared): name = declared
            case .swift(let given): name = given
            }
        }
        return isOptional ? name + "?" : name
    }
}
