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
    /// The b-trees of the database `main`.
    private(set) var btrees: [Btree] = []
    /// Indices into ``btrees``, by root page.
    private var numbers: [Int: Int] = [:]

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

    /// Sorts out what was listed of the database `main`.
    init(_ listing: SchemaListing) {
        for table in listing.tables {
            if let root = table.root { add(table, root: root) }
        }
    }

    private mutating func add(_ table: SchemaListing.ListedTable, root: Int) {
        let first = columns.count
        var stored: [StoredColumn] = [], virtual: [StoredColumn] = []
        for column in table.columns {
            // A key implies NOT NULL, but not in a plain table (https://www.sqlite.org/quirks.html#primary_keys).
            let isKeyNotNull = column.keyPosition > 0 && (table.isWithoutRowid || table.isStrict)
            let index = columns.count
            columns.append(
                TableColumnFacts(
                    table: table.name, name: column.name, declaredType: column.declaredType,
                    isNotNull: column.isNotNull || isKeyNotNull,
                    isWholeNumber: table.isStrict && ["INT", "INTEGER"].contains(column.declaredType.uppercased())))
            // Virtual generated columns are not stored, and counted behind those that are.
            let entry = StoredColumn(column: index, isRowid: false)
            if column.hidden == 2 { virtual.append(entry) } else { stored.append(entry) }
        }
        let rowidColumn = table.rowidColumn.map { first + $0 }
        if let rowidColumn {
            columns[rowidColumn].isNotNull = true
            columns[rowidColumn].isWholeNumber = true
        }
        if !table.isWithoutRowid {
            add(Btree(isIndex: false, stored: stored + virtual, rowidColumn: rowidColumn), page: root)
        }
        for index in table.indexes {
            // The primary key of a table without row ids is the table, and stands under the table's root page.
            let isTable = table.isWithoutRowid && index.isPrimaryKey
            guard let page = isTable ? root : index.root else { continue }
            let entries = index.entries.map { cid in
                StoredColumn(column: cid >= 0 ? first + cid : nil, isRowid: cid == -1)
            }
            add(Btree(isIndex: !isTable, stored: entries, rowidColumn: rowidColumn), page: page)
        }
    }

    private mutating func add(_ tree: Btree, page: Int) {
        numbers[page] = btrees.count
        btrees.append(tree)
    }

    /// The index of the b-tree with that root page; -1 for none.
    func number(ofPage page: Int) -> Int { numbers[page] ?? -1 }
}
