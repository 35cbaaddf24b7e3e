import JSONBytes

/// Writes the parts of a snapshot as JSON; equal values give equal bytes.
enum SnapshotEncoder {
    /// What every file of a snapshot begins with: the mark by which it is known as ours, and the format's version.
    static let format = 1

    /// The file of one query file.
    static func encode(_ file: QueryFile) -> [UInt8] {
        var writer = JSONWriter(capacity: 256 + file.queries.count * 1024)
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(format)
            writer.key("source")
            writer.string(file.path)
            writer.key("schema")
            writer.string(file.schema)
            writer.key("queries")
            writer.array { writer in
                for query in file.queries {
                    writer.element()
                    encode(query, to: &writer)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func encode(_ query: Query, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(query.name)
            writer.key("cardinality")
            writer.string(query.cardinality.rawValue)
            if let rowName = query.rowName {
                writer.key("row")
                writer.string(rowName)
            }
            if let deprecation = query.deprecation {
                writer.key("deprecated")
                writer.string(deprecation)
            }
            if !query.isReadOnly {
                writer.key("writes")
                writer.bool(true)
            }
            if !query.documentation.isEmpty {
                writer.key("documentation")
                lines(query.documentation, to: &writer)
            }
            encode(sql: query.sql, to: &writer)
            if !query.script.isEmpty {
                writer.key("statements")
                writer.array { writer in
                    for statement in query.script {
                        writer.element()
                        writer.object { encode(statement, to: &$0) }
                    }
                }
            }
            if !query.parameters.isEmpty {
                writer.key("parameters")
                writer.array { writer in
                    for parameter in query.parameters {
                        writer.element()
                        writer.inline { encode(parameter, to: &$0) }
                    }
                }
            }
            if !query.columns.isEmpty {
                writer.key("columns")
                writer.array { writer in
                    for column in query.columns {
                        writer.element()
                        writer.inline { encode(column, to: &$0) }
                    }
                }
            }
            if !query.embeds.isEmpty {
                writer.key("embeds")
                writer.array { writer in
                    for embed in query.embeds {
                        writer.element()
                        writer.inline { encode(embed, to: &$0) }
                    }
                }
            }
        }
    }

    private static func encode(sql: String, to writer: inout JSONWriter) {
        writer.key("sql")
        writer.array { writer in
            var sql = sql
            sql.withUTF8 { text in
                var rest = unsafe text[...]
                while let end = unsafe rest.firstIndex(of: 0x0A) {
                    writer.element()
                    unsafe writer.string(utf8: rest[..<end])
                    unsafe rest = rest[(end + 1)...]
                }
                writer.element()
                unsafe writer.string(utf8: rest)
            }
        }
    }

    private static func encode(_ statement: ScriptStatement, to writer: inout JSONWriter) {
        encode(sql: statement.sql, to: &writer)
        guard !statement.arguments.isEmpty else { return }
        writer.key("arguments")
        writer.array { writer in
            for argument in statement.arguments {
                writer.element()
                writer.integer(argument)
            }
        }
    }

    private static func encode(_ embed: EmbeddedTable, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(embed.name)
            writer.key("table")
            writer.string(embed.table)
            writer.key("first")
            writer.integer(embed.first)
            writer.key("count")
            writer.integer(embed.count)
            writer.key("optional")
            writer.bool(embed.isOptional)
        }
    }

    private static func lines(_ lines: [String], to writer: inout JSONWriter) {
        writer.array { writer in
            for line in lines {
                writer.element()
                writer.string(line)
            }
        }
    }

    private static func encode(_ parameter: Parameter, to writer: inout JSONWriter) {
        writer.object { writer in
            if let name = parameter.name {
                writer.key("name")
                writer.string(name)
            }
            writer.key("index")
            writer.integer(parameter.index)
            encode(parameter.type, to: &writer)
            writer.key("optional")
            writer.bool(parameter.isOptional)
            if parameter.isList {
                writer.key("list")
                writer.bool(true)
            }
            if !parameter.choices.isEmpty {
                writer.key("choices")
                lines(parameter.choices, to: &writer)
            }
            encode(parameter.origin, to: &writer)
            writer.key("by")
            writer.string(parameter.knowledge.rawValue)
            encode(parameter.reason, to: &writer)
        }
    }

    private static func encode(_ column: Column, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(column.name)
            encode(column.type, to: &writer)
            writer.key("optional")
            writer.bool(column.isOptional)
            encode(column.origin, to: &writer)
            writer.key("by")
            writer.string(column.knowledge.rawValue)
            encode(column.reason, to: &writer)
            if let shape = column.json {
                writer.key("json")
                shape.encode(to: &writer)
            }
        }
    }

    private static func encode(_ origin: ColumnOrigin?, to writer: inout JSONWriter) {
        guard let origin else { return }
        writer.key("table")
        writer.string(origin.table)
        writer.key("column")
        writer.string(origin.column)
    }

    private static func encode(_ reason: Reason?, to writer: inout JSONWriter) {
        guard let reason else { return }
        writer.key("why")
        writer.string(reason.rule.rawValue)
        if let subject = reason.subject {
            writer.key("of")
            writer.string(subject)
        }
        if reason.isTested {
            writer.key("tested")
            writer.bool(true)
        }
    }

    private static func encode(_ type: ValueType, to writer: inout JSONWriter) {
        switch type {
        case .declared(let name):
            writer.key("type")
            writer.string(name)
        case .swift(let name):
            writer.key("swift")
            writer.string(name)
        }
    }

    /// The file of one table.
    static func encode(_ table: Table) -> [UInt8] {
        var writer = JSONWriter(capacity: 256 + table.columns.count * 128)
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(format)
            writer.key("schema")
            writer.string(table.schema)
            writer.key("name")
            writer.string(table.name)
            writer.key("kind")
            writer.string(table.kind.rawValue)
            writer.key("columns")
            writer.array { writer in
                for column in table.columns {
                    writer.element()
                    writer.inline { encode(column, to: &$0) }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func encode(_ column: TableColumn, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("name")
            writer.string(column.name)
            writer.key("type")
            writer.string(column.declaredType)
            writer.key("notNull")
            writer.bool(column.isNotNull)
            if column.primaryKeyPosition > 0 {
                writer.key("primaryKey")
                writer.integer(column.primaryKeyPosition)
            }
            if column.isGenerated {
                writer.key("generated")
                writer.bool(true)
            }
            if column.hasDefault {
                writer.key("default")
                writer.bool(true)
            }
        }
    }
}
