import SnapshotModel

/// Which table or index each root page of a database holds, column by column, as the bytecode counts them.
struct BtreeCatalogue: Sendable {
    /// What one column of a stored record holds.
    struct StoredColumn: Sendable {
        /// Index into ``BtreeCatalogue/columns``; `nil` for the row id and for an indexed expression.
        var column: Int?
        /// Whether it is the row id of a table with row ids.
        var isRowid: Bool
    }

    /// A b-tree of the database file.
    struct Btree: Sendable {
        var table: String
        var isIndex: Bool
        /// In the order in which the record stores them.
        var stored: [StoredColumn]
        /// The column that is an alias of the row id, as index into ``BtreeCatalogue/columns``.
        var rowidColumn: Int?
    }

    /// A column of a table.
    struct TableColumnFacts: Sendable {
        var table: String
        var name: String
        var declaredType: String
        /// Whether SQLite enforces that it is never NULL.
        var isNotNull: Bool
        /// Whether SQLite enforces that it is a whole number (or NULL).
        var isWholeNumber: Bool
    }

    /// Every column of every table.
    private(set) var columns: [TableColumnFacts] = []
    /// By root page, of the database `main`.
    private(set) var btrees: [Int: Btree] = [:]

    /// What the application's functions answer, by name in lower case.
    private(set) var functions: [String: FunctionAnswer] = [:]

    /// What a function of the application answers.
    struct FunctionAnswer: Sendable, Equatable {
        /// Number of its declared type; 0 for none.
        var declaredType: Int
        var isNeverNull: Bool
    }

    /// Adds the application's functions.
    mutating func add(_ application: ApplicationFunctions, _ types: DeclaredTypes) {
        for function in application.functions {
            functions[function.name.lowercased()] = FunctionAnswer(
                declaredType: function.returns.map { types.number(of: $0) } ?? 0, isNeverNull: function.isNeverNull)
        }
    }

    /// Reads the schema of the database `main`.
    init(of connection: Connection) throws(SQLiteError) {
        let reader = try BtreeReader(connection)
        for table in try reader.tables() { try read(table, with: reader) }
    }

    private mutating func read(_ table: BtreeReader.TableRoot, with reader: BtreeReader) throws(SQLiteError) {
        let first = columns.count
        var stored: [StoredColumn] = [], virtual: [StoredColumn] = [], primaryKey: [Int] = []
        for column in try reader.columns(of: table.name) {
            // A key implies NOT NULL, but not in a plain table (https://www.sqlite.org/quirks.html#primary_keys).
            let isKeyNotNull = column.isPrimaryKey && (table.isWithoutRowid || table.isStrict)
            let index = columns.count
            columns.append(
                TableColumnFacts(
                    table: table.name, name: column.name, declaredType: column.declaredType,
                    isNotNull: column.isNotNull || isKeyNotNull,
                    isWholeNumber: table.isStrict && ["INT", "INTEGER"].contains(column.declaredType.uppercased())))
            if column.isPrimaryKey { primaryKey.append(index) }
            // Virtual generated columns are not stored, and counted behind those that are.
            let entry = StoredColumn(column: index, isRowid: false)
            if column.isVirtual { virtual.append(entry) } else { stored.append(entry) }
        }
        let indexes = try reader.indexes(of: table.name)
        var rowidColumn: Int?
        // A key declared `INTEGER PRIMARY KEY DESC` has an index of its own and is no alias of the row id.
        if !table.isWithoutRowid, primaryKey.count == 1, columns[primaryKey[0]].declaredType.uppercased() == "INTEGER",
            !indexes.contains(where: \.isPrimaryKey)
        {
            rowidColumn = primaryKey[0]
            columns[primaryKey[0]].isNotNull = true
            columns[primaryKey[0]].isWholeNumber = true
        }
        if !table.isWithoutRowid {
            btrees[table.root] = Btree(
                table: table.name, isIndex: false, stored: stored + virtual, rowidColumn: rowidColumn)
        }
        for index in indexes {
            // The primary key of a table without row ids is the table, and stands under the table's root page.
            let isTable = table.isWithoutRowid && index.isPrimaryKey
            guard let page = isTable ? table.root : index.root else { continue }
            let entries = try reader.entries(ofIndex: index.name).map { cid in
                StoredColumn(column: cid >= 0 ? first + cid : nil, isRowid: cid == -1)
            }
            btrees[page] = Btree(table: table.name, isIndex: !isTable, stored: entries, rowidColumn: rowidColumn)
        }
    }

    /// What a cursor on the b-tree of `page` reads at `index` of its record.
    func storedColumn(_ index: Int, ofPage page: Int) -> StoredColumn? {
        btrees[page]?.stored.element(index)
    }
}
