/// Type names that generated code must not shadow.
enum ReservedTypes {
    /// What generated code itself names.
    static let used: Set<String> = [
        "Any", "Argument", "Bool", "CaseIterable", "Codable", "Data", "Date", "Decimal", "Double", "Equatable",
        "ExecutionResult", "FirstColumn", "Float",
        "Hashable", "Int", "Int8", "Int16", "Int32", "Int64", "JSONText", "JSONTextKey", "Never", "Optional",
        "Protocol",
        "QueryScript", "QueryStatement",
        "ReadQuery",
        "ResultRow", "RowsQuery", "Self", "Sendable", "Statements", "String", "Type", "UInt", "UInt8", "UInt16",
        "UInt32",
        "UInt64", "URL", "UUID", "Void", "WriteQuery", "XtraqError",
    ]

    /// What generated code names where a value of that name, made of a query or parameter, would be taken for it.
    static let expressions: Set<String> = ["FirstColumn", "ReadQuery", "RowsQuery", "Statements", "WriteQuery"]

    /// What a user of GRDB and of the standard library would miss in the module that holds the generated code.
    static let common: Set<String> = used.union([
        "Actor", "Array", "Association", "CaseIterable", "Character", "Clock", "Collection", "Column", "Comparable",
        "Configuration", "Cursor", "Database", "DatabaseError", "DatabasePool", "DatabaseQueue", "DatabaseReader",
        "DatabaseValue", "DatabaseWriter", "Decodable", "Dictionary", "Duration", "Encodable", "Error", "FileManager",
        "Identifiable", "Iterator", "Main", "MainActor", "Measurement", "Notification", "Operation", "Process",
        "Record",
        "Range", "Result", "Row", "SQL", "Schema", "Sequence", "Set", "State", "Statement", "Substring", "Table",
        "TableRecord",
        "Task", "Thread", "Timer", "Unit",
    ]).subtracting(["Main"])
}
