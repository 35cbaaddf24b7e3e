import SnapshotModel

/// What the schema says, ready to be looked up for each column of each statement.
struct Catalogue: Sendable {
    /// What is known of one table's column.
    struct ColumnFact: Sendable {
        var declaredType: String
        /// Whether it can never hold NULL.
        var isNotNull: Bool
    }

    /// What is known of one table.
    struct TableFact: Sendable {
        /// Whether it is an ordinary table: neither a view nor virtual.
        var isPlain: Bool
        /// By the column's name as declared.
        var columns: [String: ColumnFact]
    }

    /// The tables and views that belong to the snapshot, in the order of their names.
    var tables: [Table] = []
    /// All of them by their names as declared.
    var facts: [String: TableFact] = [:]
    /// Names as declared by names in lower case: SQL does not tell the two apart.
    var spelling: [String: String] = [:]
    /// Views, in lower case, that put together rows of several kinds (`UNION`).
    var compoundViews: Set<String> = []

    /// The declared types of the schema that a Swift type follows from.
    var understoodTypes: Set<String> = []

    /// What is known of a table's column; both names as SQLite gives them.
    func column(_ column: String, of table: String) -> ColumnFact? {
        facts[table]?.columns[column]
    }

    /// The declared spelling and facts of a table, however it is written.
    func table(named name: String) -> (name: String, fact: TableFact)? {
        guard let declared = spelling[name.lowercased()], let fact = facts[declared] else { return nil }
        return (declared, fact)
    }
}
