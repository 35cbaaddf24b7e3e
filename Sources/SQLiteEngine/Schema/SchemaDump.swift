import CSQLite
package import SnapshotModel

/// Writes the DDL of a database as the files of a project's schema.
package enum SchemaDump {
    /// One object of the database.
    private struct Object {
        var type: String
        var table: String
        var sql: String
    }

    /// The DDL of a database, opened read-only: tables with their indexes, views, triggers, each kind in a file of its own,
    /// in the order in which they were made. Without what SQLite keeps for itself, and without the tables that virtual tables
    /// keep their content in: those come with them.
    ///
    /// - Parameters:
    ///   - path: The database's file.
    ///   - shown: The path as the user gave it.
    /// - Returns: The files, without those that would be empty.
    /// - Throws: ``EngineFailure`` where the database cannot be read.
    package static func files(of path: String, shownAs shown: String) throws(EngineFailure) -> [SourceFile] {
        let connection = try SQLiteEngine.connection(to: path, shownAs: shown)
        let objects: [Object]
        do {
            objects = try read(connection)
        } catch {
            throw EngineFailure(isUnreachable: true, findings: [SQLiteEngine.finding(error, shownAs: shown)])
        }
        let name = shown.split(separator: "/").last.map(String.init) ?? shown
        let tables = objects.filter { $0.type == "table" }.flatMap { table in
            [table.sql] + objects.filter { $0.type == "index" && $0.table == table.table }.map(\.sql)
        }
        let parts = [
            ("Schema/1_tables.sql", "Tables and their indexes", tables),
            ("Schema/2_views.sql", "Views", objects.filter { $0.type == "view" }.map(\.sql)),
            ("Schema/3_triggers.sql", "Triggers", objects.filter { $0.type == "trigger" }.map(\.sql)),
        ]
        return parts.filter { !$0.2.isEmpty }.map { path, title, statements in
            let text = "-- \(title) of \(name).\n\n" + statements.map { "\($0);\n" }.joined(separator: "\n")
            return SourceFile(path: path, bytes: Array(text.utf8))
        }
    }

    private static func read(_ connection: Connection) throws(SQLiteError) -> [Object] {
        var objects: [Object] = []
        try connection.unrestricted { () throws(SQLiteError) in
            var hidden: Set<String> = []
            let list = try PreparedStatement.prepare(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'", on: connection)
            while try list.step(on: connection) { hidden.insert((list.string(0) ?? "").lowercased()) }
            let statement = try PreparedStatement.prepare(
                """
                SELECT type, tbl_name, sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid
                """, on: connection)
            while try statement.step(on: connection) {
                let table = (statement.string(1) ?? "").lowercased()
                guard !hidden.contains(table) else { continue }
                objects.append(
                    Object(type: statement.string(0) ?? "", table: table, sql: closed(statement.string(2) ?? "")))
            }
        }
        return objects
    }

    /// The statement, with a line of its own for the semicolon that a comment at its end would swallow.
    private static func closed(_ sql: String) -> String {
        var lexer = SQLLexer(Array(sql.utf8))
        var endsInComment = false
        while let token = lexer.next() { endsInComment = token.kind == .lineComment }
        return endsInComment ? sql + "\n" : sql
    }
}
