import JSONBytes

/// A table's file while it is read.
struct TableDraft {
    var format: Int?
    var schema: String?
    var name: String?
    var kind: Table.Kind?
    var columns: [TableColumn] = []
    var problem: DraftProblem?

    /// Reads the whole object.
    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "xtraq": format = try reader.integer()
            case "schema": schema = try reader.string()
            case "name": name = try reader.string()
            case "kind": kind = Table.Kind(rawValue: try reader.string())
            case "columns":
                try reader.array { (reader) throws(JSONError) in columns.append(try column(&reader)) }
            default: try reader.skip()
            }
        }
    }

    private mutating func column(_ reader: inout JSONReader) throws(JSONError) -> TableColumn {
        let start = reader.offset
        var name: String?
        var column = TableColumn(name: "", declaredType: "", isNotNull: false)
        try reader.object { (key, reader) throws(JSONError) in
            switch key {
            case "name": name = try reader.string()
            case "type": column.declaredType = try reader.string()
            case "notNull": column.isNotNull = try reader.bool()
            case "primaryKey": column.primaryKeyPosition = try reader.integer()
            case "generated": column.isGenerated = try reader.bool()
            case "default": column.hasDefault = try reader.bool()
            default: try reader.skip()
            }
        }
        if let name { column.name = name } else if problem == nil { problem = .init(member: "name", offset: start) }
        return column
    }
}
