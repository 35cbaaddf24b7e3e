import SnapshotModel

/// A column, `name type` or `name type?`; a type with a capital behind `swift ` is a Swift type.
func column(_ text: String, of table: String? = nil) -> Column {
    let (name, type, isOptional) = parts(text)
    return Column(
        name: name, type: type, isOptional: isOptional, origin: table.map { ColumnOrigin(table: $0, column: name) },
        knowledge: .declared)
}

/// Parameters in the order of their numbers, as ``column(_:of:)``.
func parameters(_ texts: [String]) -> [Parameter] {
    texts.enumerated().map { place, text in
        let (name, type, isOptional) = parts(text)
        return Parameter(
            name: name == "?" ? nil : name, index: place + 1, type: type, isOptional: isOptional, knowledge: .annotated)
    }
}

private func parts(_ text: String) -> (name: String, type: ValueType, isOptional: Bool) {
    var words = text.split(separator: " ").map(String.init)
    let isOptional = words.last?.hasSuffix("?") ?? false
    if isOptional, let last = words.popLast() { words.append(String(last.dropLast())) }
    if let place = words.firstIndex(of: "swift") {
        return (
            words[..<place].joined(separator: " "), .swift(words[(place + 1)...].joined(separator: " ")), isOptional
        )
    }
    return (words.first ?? "", .declared(words.dropFirst().joined(separator: " ")), isOptional)
}

/// A table, its columns as ``column(_:of:)``.
func table(_ name: String, _ columns: [String]) -> Table {
    Table(
        schema: "main", name: name, kind: .table,
        columns: columns.map { text in
            let (name, type, isOptional) = parts(text)
            guard case .declared(let declared) = type else {
                preconditionFailure("a table knows no Swift types: \(text)")
            }
            return TableColumn(name: name, declaredType: declared, isNotNull: !isOptional)
        })
}

/// All columns of a table as a result.
func columns(of table: Table) -> [Column] {
    table.columns.map {
        Column(
            name: $0.name, type: .declared($0.declaredType), isOptional: !$0.isNotNull,
            origin: ColumnOrigin(table: table.name, column: $0.name), knowledge: .declared)
    }
}
