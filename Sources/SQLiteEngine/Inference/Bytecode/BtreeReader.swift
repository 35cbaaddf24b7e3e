/// Asks a connection for its tables and indexes with their root pages.
struct BtreeReader {
    /// A table with a root page.
    struct TableRoot {
        var name: String
        var root: Int
        var isWithoutRowid: Bool
        var isStrict: Bool
    }

    /// A column as `pragma_table_xinfo` lists it.
    struct ListedColumn {
        var name: String
        var declaredType: String
        var isNotNull: Bool
        var isPrimaryKey: Bool
        var isVirtual: Bool
    }

    /// An index; without a root page where it is the table itself.
    struct ListedIndex {
        var name: String
        var root: Int?
        var isPrimaryKey: Bool
    }

    private let connection: Connection
    private var roots: [String: Int] = [:]
    private var tableRoots: [(name: String, root: Int)] = [("sqlite_schema", 1)]

    /// Reads where everything lies.
    init(_ connection: Connection) throws(SQLiteError) {
        self.connection = connection
        let statement = try PreparedStatement.prepare(
            "SELECT type, name, rootpage FROM sqlite_schema WHERE rootpage > 0", on: connection)
        while try statement.step(on: connection) {
            let (name, root) = (statement.string(1) ?? "", statement.integer(2))
            if statement.string(0) == "table" { tableRoots.append((name, root)) } else { roots[name] = root }
        }
    }

    /// The tables of the database.
    func tables() throws(SQLiteError) -> [TableRoot] {
        let statement = try PreparedStatement.prepare(
            "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main'", on: connection)
        var options: [String: (withoutRowid: Bool, strict: Bool)] = [:]
        while try statement.step(on: connection) {
            options[statement.string(0) ?? ""] = (statement.integer(1) != 0, statement.integer(2) != 0)
        }
        return tableRoots.map { table in
            TableRoot(
                name: table.name, root: table.root, isWithoutRowid: options[table.name]?.withoutRowid ?? false,
                isStrict: options[table.name]?.strict ?? false)
        }
    }

    /// The columns of a table, in their order.
    func columns(of table: String) throws(SQLiteError) -> [ListedColumn] {
        let statement = try PreparedStatement.prepare(
            "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?1)", on: connection)
        statement.restart(with: table)
        var columns: [ListedColumn] = []
        while try statement.step(on: connection) {
            columns.append(
                ListedColumn(
                    name: statement.string(0) ?? "", declaredType: statement.string(1) ?? "",
                    isNotNull: statement.integer(2) != 0, isPrimaryKey: statement.integer(3) > 0,
                    isVirtual: statement.integer(4) == 2))
        }
        return columns
    }

    /// The indexes of a table, those that constraints made among them.
    func indexes(of table: String) throws(SQLiteError) -> [ListedIndex] {
        let statement = try PreparedStatement.prepare("SELECT name, origin FROM pragma_index_list(?1)", on: connection)
        statement.restart(with: table)
        var indexes: [ListedIndex] = []
        while try statement.step(on: connection) {
            let name = statement.string(0) ?? ""
            indexes.append(ListedIndex(name: name, root: roots[name], isPrimaryKey: statement.string(1) == "pk"))
        }
        return indexes
    }

    /// For each column of an index its number in the table; -1 for the row id, -2 for an expression.
    func entries(ofIndex index: String) throws(SQLiteError) -> [Int] {
        let statement = try PreparedStatement.prepare("SELECT cid FROM pragma_index_xinfo(?1)", on: connection)
        statement.restart(with: index)
        var entries: [Int] = []
        while try statement.step(on: connection) { entries.append(statement.integer(0)) }
        return entries
    }
}
