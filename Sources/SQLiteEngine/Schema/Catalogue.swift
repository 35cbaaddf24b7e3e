import SnapshotModel

/// What the schema says, ready to be looked up for each column of each statement.
struct Catalogue: Sendable {
    /// The tables and views that belong to the snapshot, in the order of their names.
    private(set) var tables: [Table] = []
    /// Views, in lower case, that put together rows of several kinds (`UNION`).
    private(set) var compoundViews: Set<String> = []
    /// The declared types of the schema that a Swift type follows from.
    private(set) var understoodTypes: Set<String> = []

    /// Sorts out what was listed.
    init(_ listing: SchemaListing) {
        for listed in listing.tables {
            for column in listed.columns where !understoodTypes.contains(column.declaredType) {
                if DeclaredType.meaning(of: column.declaredType) != nil { understoodTypes.insert(column.declaredType) }
            }
            if listed.type != "shadow", !listed.name.hasPrefix("sqlite_") { tables.append(Self.table(listed)) }
        }
        tables.sort { $0.name < $1.name }
        findCompoundViews(listing.views)
    }

    /// The table or view of that name, however its letters are written: SQL does not tell the two cases apart.
    func table(named name: String) -> Table? {
        let wanted = name.lowercased()
        return tables.first { $0.name.lowercased() == wanted }
    }

    private static func table(_ listed: SchemaListing.ListedTable) -> Table {
        var table = Table(schema: "main", name: listed.name, kind: kind(listed.type), columns: [])
        let rowidColumn = listed.rowidColumn
        for (index, column) in listed.columns.enumerated() where column.hidden != 1 {
            table.columns.append(
                TableColumn(
                    name: column.name, declaredType: column.declaredType,
                    isNotNull: column.isNotNull && listed.type == "table" || index == rowidColumn,
                    primaryKeyPosition: column.keyPosition, isGenerated: column.hidden == 2 || column.hidden == 3,
                    hasDefault: column.hasDefault))
        }
        return table
    }

    private static func kind(_ type: String) -> Table.Kind {
        switch type {
        case "view": .view
        case "virtual": .virtual
        default: .table
        }
    }

    /// A view over a view that is compound is compound too.
    private mutating func findCompoundViews(_ views: [(name: String, sql: String)]) {
        let words = views.map { view in
            var lexer = SQLLexer(Array(view.sql.utf8))
            var found: Set<String> = []
            while let token = lexer.nextSignificant() {
                if token.kind == .word || token.kind == .quotedIdentifier {
                    found.insert(lexer.identifier(token).lowercased())
                }
            }
            return (name: view.name.lowercased(), words: found)
        }
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for view in words where !compoundViews.contains(view.name) {
                if view.words.contains("union") || !view.words.isDisjoint(with: compoundViews) {
                    compoundViews.insert(view.name)
                    hasGrown = true
                }
            }
        }
    }
}
