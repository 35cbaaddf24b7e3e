import Diagnostics
import SnapshotModel
import TelemetryRecording

/// Reads the schema of a database.
struct CatalogueReader {
    private let connection: Connection
    private let recorder: Recorder
    private var catalogue = Catalogue()
    /// Views that cannot be read.
    private var findings: [Finding] = []

    /// One line of `pragma_table_list`.
    private struct Listed {
        var name: String
        var type: String
        var isWithoutRowid: Bool
    }

    /// Reads all there is.
    static func read(
        _ connection: Connection, recorder: Recorder
    ) throws(SQLiteError) -> (catalogue: Catalogue, findings: [Finding]) {
        var reader = CatalogueReader(connection: connection, recorder: recorder)
        try connection.unrestricted { () throws(SQLiteError) in try reader.read() }
        return (reader.catalogue, reader.findings)
    }

    private init(connection: Connection, recorder: Recorder) {
        self.connection = connection
        self.recorder = recorder
    }

    private mutating func read() throws(SQLiteError) {
        let operation = recorder.operation("catalogueRead")
        let listed = try list()
        let indexed = try tablesWithAutomaticIndex()
        operation.end(rows: listed.count)
        let columns = try PreparedStatement.prepare(
            "SELECT name, type, \"notnull\", pk, hidden, dflt_value IS NOT NULL FROM pragma_table_xinfo(?1)",
            on: connection)
        for table in listed {
            let operation = recorder.operation("tableInfo")
            columns.restart(with: table.name)
            do {
                try read(table, columns, isIndexed: indexed.contains(table.name))
            } catch {
                // A view over what is not there: nothing can be asked of it, and SQLite says so where a query tries.
                let finding = Finding(
                    .schemaStatementFailed, "\(table.type) \(table.name) cannot be read: \(error.message)",
                    notes: ["it is left out; repair or drop it"], severity: .warning)
                findings.append(finding)
            }
            operation.end()
        }
        try readCompoundViews()
        catalogue.tables.sort { $0.name < $1.name }
        for fact in catalogue.facts.values {
            for column in fact.columns.values where !catalogue.understoodTypes.contains(column.declaredType) {
                if DeclaredType.meaning(of: column.declaredType) != nil {
                    catalogue.understoodTypes.insert(column.declaredType)
                }
            }
        }
    }

    private func list() throws(SQLiteError) -> [Listed] {
        let statement = try PreparedStatement.prepare(
            "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'", on: connection)
        var listed: [Listed] = []
        while try statement.step(on: connection) {
            let name = statement.string(0) ?? ""
            listed.append(
                Listed(name: name, type: statement.string(1) ?? "", isWithoutRowid: statement.integer(2) != 0))
        }
        return listed
    }

    /// Tables with an index that a constraint made: of `PRIMARY KEY` or `UNIQUE`.
    private func tablesWithAutomaticIndex() throws(SQLiteError) -> Set<String> {
        let statement = try PreparedStatement.prepare(
            "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NULL", on: connection)
        var tables: Set<String> = []
        while try statement.step(on: connection) {
            if let name = statement.string(0) { tables.insert(name) }
        }
        return tables
    }

    private mutating func read(
        _ table: Listed, _ columns: borrowing PreparedStatement, isIndexed: Bool
    ) throws(SQLiteError) {
        var described = Table(schema: "main", name: table.name, kind: Self.kind(table.type), columns: [])
        var fact = Catalogue.TableFact(isPlain: table.type == "table", columns: [:])
        while try columns.step(on: connection) {
            let hidden = columns.integer(4)
            let column = TableColumn(
                name: columns.string(0) ?? "", declaredType: columns.string(1) ?? "",
                isNotNull: columns.integer(2) != 0 && table.type == "table", primaryKeyPosition: columns.integer(3),
                isGenerated: hidden == 2 || hidden == 3, hasDefault: columns.integer(5) != 0)
            if hidden != 1 { described.columns.append(column) }
            fact.columns[column.name] = .init(declaredType: column.declaredType, isNotNull: column.isNotNull)
        }
        if fact.isPlain, !table.isWithoutRowid {
            try markRowid(&described, &fact, isIndexed: isIndexed)
        }
        catalogue.facts[table.name] = fact
        catalogue.spelling[table.name.lowercased()] = table.name
        if table.type != "shadow", !table.name.hasPrefix("sqlite_") { catalogue.tables.append(described) }
    }

    /// A column that is the table's row id is never NULL: the only one of the primary key, declared `INTEGER`, without an
    /// index of its own, which `INTEGER PRIMARY KEY DESC` has (https://www.sqlite.org/lang_createtable.html#rowid).
    private func markRowid(
        _ table: inout Table, _ fact: inout Catalogue.TableFact, isIndexed: Bool
    ) throws(SQLiteError) {
        let key = table.columns.indices.filter { table.columns[$0].primaryKeyPosition > 0 }
        if key.count == 1, let index = key.first, table.columns[index].declaredType.uppercased() == "INTEGER",
            try isIndexed ? !hasPrimaryKeyIndex(table.name) : true
        {
            table.columns[index].isNotNull = true
            fact.columns[table.columns[index].name]?.isNotNull = true
        }
        for name in ["rowid", "_rowid_", "oid"] where fact.columns[name] == nil {
            fact.columns[name] = .init(declaredType: "INTEGER", isNotNull: true)
        }
    }

    private func hasPrimaryKeyIndex(_ table: String) throws(SQLiteError) -> Bool {
        let statement = try PreparedStatement.prepare(
            "SELECT 1 FROM pragma_index_list(?1) WHERE origin = 'pk'", on: connection)
        statement.restart(with: table)
        return try statement.step(on: connection)
    }

    /// A view over a view that is compound is compound too.
    private mutating func readCompoundViews() throws(SQLiteError) {
        let statement = try PreparedStatement.prepare(
            "SELECT name, sql FROM sqlite_master WHERE type = 'view'", on: connection)
        var words: [(name: String, words: Set<String>)] = []
        while try statement.step(on: connection) {
            var lexer = SQLLexer(Array((statement.string(1) ?? "").utf8))
            var found: Set<String> = []
            while let token = lexer.nextSignificant() {
                if token.kind == .word || token.kind == .quotedIdentifier {
                    found.insert(lexer.identifier(token).lowercased())
                }
            }
            words.append(((statement.string(0) ?? "").lowercased(), found))
        }
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for view in words where !catalogue.compoundViews.contains(view.name) {
                if view.words.contains("union") || !view.words.isDisjoint(with: catalogue.compoundViews) {
                    catalogue.compoundViews.insert(view.name)
                    hasGrown = true
                }
            }
        }
    }

    private static func kind(_ type: String) -> Table.Kind {
        switch type {
        case "view": .view
        case "virtual": .virtual
        default: .table
        }
    }
}
