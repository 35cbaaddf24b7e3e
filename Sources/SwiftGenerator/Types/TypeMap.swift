import SnapshotModel

/// Finds the Swift types, by what the configuration says and else by what is usual.
struct TypeMap {
    private let byDeclared: [String: SwiftType]
    private let byColumn: [ColumnOrigin: SwiftType]
    /// Entries whose Swift type is none.
    let malformed: [String]

    /// Makes a map of the configuration's `types`: a declared type or `table.column`, to a Swift type.
    init(_ types: [String: String]) {
        var byDeclared: [String: SwiftType] = [:]
        var byColumn: [ColumnOrigin: SwiftType] = [:]
        var malformed: [String] = []
        for (key, name) in types {
            guard let type = SwiftType.named(name) else {
                malformed.append(key)
                continue
            }
            if let dot = key.firstIndex(of: "."), !key.contains("(") {
                let table = key[..<dot].lowercased()
                byColumn[ColumnOrigin(table: table, column: key[key.index(after: dot)...].lowercased())] = type
            } else {
                byDeclared[DeclaredType.normalized(key)] = type
            }
        }
        self.byDeclared = byDeclared
        self.byColumn = byColumn
        self.malformed = malformed.sorted()
    }

    /// Whether any column has a type by itself.
    var hasColumns: Bool { !byColumn.isEmpty }

    /// The Swift type that the configuration gives to the table column that a result column comes from; an annotation of
    /// the query wins.
    func configuredType(of column: Column) -> SwiftType? {
        guard case .declared = column.type, let origin = column.origin else { return nil }
        return byColumn[ColumnOrigin(table: origin.table.lowercased(), column: origin.column.lowercased())]
    }

    /// The Swift type of a table's column; `nil` where nothing says it.
    func type(of column: TableColumn, in table: String) -> SwiftType? {
        byColumn[ColumnOrigin(table: table.lowercased(), column: column.name.lowercased())]
            ?? type(of: .declared(column.declaredType))
    }

    /// The Swift type of a value; `nil` where nothing says it.
    func type(of type: ValueType) -> SwiftType? {
        switch type {
        case .swift(let name): SwiftType.named(name)
        case .declared(let declared):
            byDeclared.isEmpty
                ? SwiftType.declared(declared)
                : byDeclared[DeclaredType.normalized(declared)] ?? SwiftType.declared(declared)
        }
    }
}
