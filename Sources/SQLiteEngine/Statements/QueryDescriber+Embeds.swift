import Diagnostics
import SnapshotModel

extension QueryDescriber {
    /// A table can be missing where a column that it never leaves empty can be NULL, or where a join says so.
    mutating func describeEmbeds() -> [EmbeddedTable] {
        embeds.map { embed in
            let declared = catalogue.table(named: embed.table)?.columns ?? []
            let isOptional = (0..<embed.columns.count).contains { place in
                guard columns.element(embed.first + place)?.isOptional ?? true else { return false }
                return inferredColumns.element(embed.first + place)?.cause == .outerJoin
                    || declared.first { $0.name == embed.columns[place] }?.isNotNull ?? false
            }
            return EmbeddedTable(
                name: embed.name, table: embed.table, first: embed.first, count: embed.columns.count,
                isOptional: isOptional)
        }
    }

    /// Reports embedded tables whose columns have no types by themselves, as those of views may.
    mutating func reportUntypedEmbeds() {
        for embed in embeds {
            let table = catalogue.table(named: embed.table)
            let untyped = table?.columns.first { column in
                DeclaredType.meaning(of: column.declaredType) == nil
                    && !isMapped(column.declaredType, ColumnOrigin(table: embed.table, column: column.name))
            }
            guard let untyped else { continue }
            report(
                .macroMalformed, "sqlc.embed(\(embed.name)): nothing says the type of \(embed.table).\(untyped.name)",
                at: embed.offset,
                notes: ["list the columns in its place, or name the type in \"types\" in .xtraqconfig"])
        }
    }
}
