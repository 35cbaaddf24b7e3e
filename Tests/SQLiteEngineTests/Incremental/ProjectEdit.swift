/// One kind of change that people make to a project's sources.
enum ProjectEdit: CaseIterable {
    case nothing
    case querySQL, queryHeader, queryComment, queryAdded, queryRemoved, queryRenamed, queryMoved, queriesSwapped
    case fileAdded, fileRemoved, fileRenamed, fileMovedToSchema
    case columnAdded, columnRemoved, columnRenamed, columnType, columnNotNull, tableAdded, tableRemoved, tableRenamed
    case tableStrict, tableUnused, tablesReordered
    case viewAdded, viewChanged, viewRemoved, viewMadeUnion, viewBecomesTable
    case indexAdded, indexRemoved, triggerAdded, triggerRemoved, triggerChanged
    case schemaComment, schemaFileRenamed, pragma, statistics
    case types, annotation

    /// Makes the change somewhere; what it makes need not be valid.
    func apply(to project: inout EditableProject, using generator: inout some RandomNumberGenerator) {
        project.counter += 1
        let number = project.counter
        guard let file = project.files.indices.randomElement(using: &generator),
            let table = project.tables.indices.randomElement(using: &generator)
        else { return }
        let query = project.files[file].queries.indices.randomElement(using: &generator)
        let column = project.tables[table].columns.indices.randomElement(using: &generator)
        let name = project.tables[table].name
        let columnName = column.map { project.tables[table].columns[$0].name } ?? "rowid"
        switch self {
        case .nothing: break
        case .querySQL:
            if let query {
                project.files[file].queries[query].sql = "SELECT \(columnName) AS c\(number) FROM \(name)"
                project.files[file].queries[query].name = "q\(number) :many"
            }
        case .queryHeader: if let query { project.files[file].queries[query].header = "-- Words \(number).\n" }
        case .queryComment: if let query { project.files[file].queries[query].comment = "-- Note \(number).\n\n" }
        case .queryAdded:
            let sql = [
                "SELECT * FROM \(name)", "SELECT \(columnName) FROM \(name) WHERE \(columnName) = :x",
                "SELECT count(\(columnName)) AS n FROM \(name)", "SELECT * FROM recent",
                "SELECT max(\(columnName)) AS top FROM \(name)", "SELECT word AS w\(number) FROM words",
                "SELECT 1 AS recent",
            ]
            project.files[file].queries.insert(
                .init(name: "q\(number) :many", sql: sql[Int.random(in: sql.indices, using: &generator)]),
                at: Int.random(in: 0...project.files[file].queries.count, using: &generator))
        case .queryRemoved: if let query { project.files[file].queries.remove(at: query) }
        case .queryRenamed: if let query { project.files[file].queries[query].name = "q\(number) :many" }
        case .queryMoved:
            if let query, let other = project.files.indices.randomElement(using: &generator) {
                project.files[other].queries.append(project.files[file].queries.remove(at: query))
            }
        case .queriesSwapped: project.files[file].queries.reverse()
        case .fileAdded:
            project.files.append(
                .init(
                    path: "Queries/f\(number).sql",
                    queries: [.init(name: "q\(number) :many", sql: "SELECT \(columnName) FROM \(name)")]))
        case .fileRemoved: if project.files.count > 2 { project.files.remove(at: file) }
        case .fileRenamed: project.files[file].path = "Queries/r\(number).sql"
        case .fileMovedToSchema: project.files[file].path = "Queries/s\(number % 3)/m\(number).sql"
        case .columnAdded:
            let types = ["TEXT", "INTEGER", "DATE", "REAL"]
            let type = types[Int.random(in: types.indices, using: &generator)]
            project.tables[table].columns.append(.init(name: "more\(number)", declaration: type))
        case .columnRemoved: if let column, column > 0 { project.tables[table].columns.remove(at: column) }
        case .columnRenamed: if let column { project.tables[table].columns[column].name = "renamed\(number)" }
        case .columnType: if let column, column > 0 { project.tables[table].columns[column].declaration = "TEXT" }
        case .columnNotNull: if let column { project.tables[table].columns[column].declaration += " NOT NULL" }
        case .tableAdded, .tableUnused:
            project.tables.append(
                .init(name: "t\(number)", columns: [.init(name: "id", declaration: "INTEGER PRIMARY KEY")]))
        case .tableRemoved: project.tables.remove(at: table)
        case .tableRenamed: project.tables[table].name = "t\(number)"
        case .tableStrict: project.tables[table].suffix = project.tables[table].suffix.isEmpty ? " STRICT" : ""
        case .tablesReordered: project.tables.shuffle(using: &generator)
        case .viewAdded:
            project.others.append(
                .init(name: "v\(number)", sql: "CREATE VIEW v\(number) AS SELECT * FROM \(name), recent;"))
        case .viewChanged:
            replace("words", in: &project, "CREATE VIEW words AS SELECT note AS word FROM customers;")
        case .viewRemoved: project.others.removeAll { $0.sql.hasPrefix("CREATE VIEW") && $0.name != "recent" }
        case .viewMadeUnion:
            replace(
                "words", in: &project,
                "CREATE VIEW words AS SELECT name AS word FROM customers UNION SELECT \(columnName) FROM \(name);")
        case .viewBecomesTable: replace("recent", in: &project, "CREATE TABLE recent (id INTEGER NOT NULL, name TEXT);")
        case .indexAdded:
            project.others.append(
                .init(name: "i\(number)", sql: "CREATE INDEX i\(number) ON \(name) (\(columnName));"))
        case .indexRemoved: project.others.removeAll { $0.sql.hasPrefix("CREATE INDEX") }
        case .triggerAdded:
            project.others.append(
                .init(
                    name: "tr\(number)",
                    sql: "CREATE TRIGGER tr\(number) AFTER DELETE ON \(name) BEGIN DELETE FROM items; END;"))
        case .triggerRemoved: project.others.removeAll { $0.sql.hasPrefix("CREATE TRIGGER") }
        case .triggerChanged:
            replace("logged", in: &project, "CREATE TRIGGER logged AFTER INSERT ON orders BEGIN SELECT 1; END;")
        case .schemaComment: project.schemaComment = "-- Schema \(number).\n"
        case .schemaFileRenamed: project.schemaNames[0] = "Schema/1_r\(number).sql"
        case .pragma:
            project.others.append(.init(name: "p\(number)", sql: "PRAGMA foreign_keys = \(number % 2);"))
        case .statistics: project.others.append(.init(name: "a\(number)", sql: "ANALYZE;"))
        case .types: project.types = project.types.isEmpty ? ["DATE": "Day"] : [:]
        case .annotation:
            if let query, let word = project.files[file].queries[query].name.split(separator: " ").first {
                project.annotations = ["main.\(word)": ["Documented \(number)."]]
            }
        }
    }

    private func replace(_ name: String, in project: inout EditableProject, _ sql: String) {
        guard let index = project.others.firstIndex(where: { $0.name == name }) else {
            project.others.append(.init(name: name, sql: sql))
            return
        }
        project.others[index].sql = sql
    }
}
