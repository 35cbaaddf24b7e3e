import JSONBytes
import Project
import SnapshotModel
import SwiftGenerator

/// The explanation of queries for programs.
struct ExplanationJSON {
    let types: SwiftTypeNames

    /// Writes the member `queries`.
    func write(_ items: [ExplainedQueries.Item], to writer: inout JSONWriter) {
        writer.key("queries")
        writer.array { writer in
            for item in items {
                writer.element()
                writer.object { writer in
                    writer.member("name", item.name)
                    writer.member("source", item.source)
                    writer.key("columns")
                    writer.array { writer in
                        for (column, why) in zip(item.query.columns, item.columns) {
                            write(why, types.name(of: column), column.isOptional, column.origin, to: &writer)
                        }
                    }
                    writer.key("parameters")
                    writer.array { writer in
                        for (parameter, why) in zip(item.query.parameters, item.parameters) {
                            write(why, types.name(of: parameter), parameter.isOptional, parameter.origin, to: &writer)
                        }
                    }
                }
            }
        }
    }

    private func write(
        _ why: Explanation, _ type: String, _ isOptional: Bool, _ origin: ColumnOrigin?, to writer: inout JSONWriter
    ) {
        writer.element()
        writer.object { writer in
            writer.member("name", why.name)
            writer.member("type", type)
            writer.member("optional", isOptional)
            if let rule = why.rule { writer.member("rule", rule.rawValue) }
            if let origin {
                writer.member("table", origin.table)
                writer.member("column", origin.column)
            }
            writer.member("why", why.sentence)
            if let evidence = why.evidence { writer.member("instruction", evidence) }
            writer.member("change", why.change)
        }
    }
}
