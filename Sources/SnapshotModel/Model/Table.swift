/// A table or view of the schema.
package struct Table: Sendable, Equatable {
    package var schema: String
    package var name: String
    package var kind: Kind
    /// In the order of the table.
    package var columns: [TableColumn]

    /// What kind of relation it is.
    package enum Kind: String, Sendable, CaseIterable {
        case table, view, virtual
    }

    /// Makes a table.
    package init(schema: String, name: String, kind: Kind, columns: [TableColumn]) {
        self.schema = schema
        self.name = name
        self.kind = kind
        self.columns = columns
    }
}

/// A column of a table as the schema declares it.
package struct TableColumn: Sendable, Equatable {
    package var name: String
    /// As written in the DDL; empty where there is none.
    package var declaredType: String
    /// Whether the engine enforces that it is never NULL (a `PRIMARY KEY` alone does not always say so with SQLite).
    package var isNotNull: Bool
    /// Its place in the primary key, from 1; 0 where it is not part of it.
    package var primaryKeyPosition: Int
    package var isGenerated: Bool
    package var hasDefault: Bool

    /// Makes a column.
    package init(
        name: String, declaredType: String, isNotNull: Bool, primaryKeyPosition: Int = 0, isGenerated: Bool = false,
        hasDefault: Bool = false
    ) {
        self.name = name
        self.declaredType = declaredType
        self.isNotNull = isNotNull
        self.primaryKeyPosition = primaryKeyPosition
        self.isGenerated = isGenerated
        self.hasDefault = hasDefault
    }
}
