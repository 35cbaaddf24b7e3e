import Diagnostics
import TelemetryRecording

/// What SQLite lists of a database's tables, views and indexes, read once for all who ask.
struct SchemaListing {
    /// A table or view.
    struct ListedTable {
        var name: String
        /// As `pragma_table_list` says: `table`, `view`, `virtual` or `shadow`.
        var type: String
        /// The root page; `nil` for what is not stored.
        var root: Int?
        var isWithoutRowid: Bool
        var isStrict: Bool
        var columns: [ListedColumn] = []
        var indexes: [ListedIndex] = []

        /// The column that is an alias of the row id, and so never NULL: the only one of the primary key, declared
        /// `INTEGER`, without an index of its own, which `INTEGER PRIMARY KEY DESC` has
        /// (https://www.sqlite.org/lang_createtable.html#rowid).
        var rowidColumn: Int? {
            guard root != nil, !isWithoutRowid, !indexes.contains(where: \.isPrimaryKey) else { return nil }
            let key = columns.indices.filter { columns[$0].keyPosition > 0 }
            guard key.count == 1, columns[key[0]].declaredType.uppercased() == "INTEGER" else { return nil }
            return key[0]
        }
    }

    /// A column as `pragma_table_xinfo` lists it.
    struct ListedColumn {
        var name: String
        var declaredType: String
        var isNotNull: Bool
        /// From 1; 0 for a column that is not of the primary key.
        var keyPosition: Int
        /// 1 for a hidden column of a virtual table, 2 for a virtual generated column, 3 for a stored one.
        var hidden: Int
        var hasDefault: Bool
    }

    /// An index, one that a constraint made among them.
    struct ListedIndex {
        var name: String
        /// Without one where it is the table itself.
        var root: Int?
        var isPrimaryKey: Bool
        /// For each of its columns the number in the table; -1 for the row id, -2 for an expression.
        var entries: [Int] = []
    }

    private(set) var tables: [ListedTable] = []
    /// Name and text of each view.
    private(set) var views: [(name: String, sql: String)] = []
    /// What cannot be read: views over what is not there.
    private(set) var findings: [Finding] = []

    /// Reads the schema of the database `main`.
    init(of connection: Connection, recorder: Recorder) throws(SQLiteError) {
        var listing = SchemaListing()
        try connection.unrestricted { () throws(SQLiteError) in try listing.read(connection, recorder) }
        self = listing
    }

    private init() {}

    private mutating func read(_ connection: Connection, _ recorder: Recorder) throws(SQLiteError) {
        let operation = recorder.operation("catalogueRead")
        let indexRoots = try list(connection)
        operation.end(rows: tables.count)
        let columns = try PreparedStatement.prepare(
            "SELECT name, type, \"notnull\", pk, hidden, dflt_value IS NOT NULL FROM pragma_table_xinfo(?1)",
            on: connection)
        let indexes = try PreparedStatement.prepare("SELECT name, origin FROM pragma_index_list(?1)", on: connection)
        let entries = try PreparedStatement.prepare("SELECT cid FROM pragma_index_xinfo(?1)", on: connection)
        for position in tables.indices {
            let operation = recorder.operation("tableInfo")
            let name = tables[position].name
            var failure: SQLiteError?
            do {
                columns.restart(with: name)
                while try columns.step(on: connection) {
                    tables[position].columns.append(
                        ListedColumn(
                            name: columns.string(0) ?? "", declaredType: columns.string(1) ?? "",
                            isNotNull: columns.integer(2) != 0, keyPosition: columns.integer(3),
                            hidden: columns.integer(4), hasDefault: columns.integer(5) != 0))
                }
            } catch {
                failure = error
            }
            operation.end()
            if let failure {
                // Nothing can be asked of it, and SQLite says so where a query tries.
                findings.append(
                    Finding(
                        .schemaStatementFailed, "\(tables[position].type) \(name) cannot be read: \(failure.message)",
                        notes: ["it is left out; repair or drop it"], severity: .warning))
                tables[position].columns = []
                tables[position].root = nil
                tables[position].type = ""
            }
            guard tables[position].root != nil else { continue }
            indexes.restart(with: name)
            while try indexes.step(on: connection) {
                let index = indexes.string(0) ?? ""
                tables[position].indexes.append(
                    ListedIndex(name: index, root: indexRoots[index], isPrimaryKey: indexes.string(1) == "pk"))
            }
            for index in tables[position].indexes.indices {
                entries.restart(with: tables[position].indexes[index].name)
                while try entries.step(on: connection) {
                    tables[position].indexes[index].entries.append(entries.integer(0))
                }
            }
        }
        tables.removeAll { $0.type.isEmpty }
    }

    /// Lists tables and views without their columns.
    ///
    /// - Returns: The root pages of the indexes, by name.
    private mutating func list(_ connection: Connection) throws(SQLiteError) -> [String: Int] {
        var roots = ["sqlite_schema": 1]
        var indexRoots: [String: Int] = [:]
        let stored = try PreparedStatement.prepare(
            "SELECT type, name, rootpage, CASE type WHEN 'view' THEN sql END FROM sqlite_schema", on: connection)
        while try stored.step(on: connection) {
            let (name, root) = (stored.string(1) ?? "", stored.integer(2))
            switch stored.string(0) {
            case "table": if root > 0 { roots[name] = root }
            case "index": if root > 0 { indexRoots[name] = root }
            case "view": views.append((name, stored.string(3) ?? ""))
            default: break
            }
        }
        let listed = try PreparedStatement.prepare(
            "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'", on: connection)
        while try listed.step(on: connection) {
            let name = listed.string(0) ?? ""
            tables.append(
                ListedTable(
                    name: name, type: listed.string(1) ?? "", root: roots[name], isWithoutRowid: listed.integer(2) != 0,
                    isStrict: listed.integer(3) != 0))
        }
        return indexRoots
    }
}
