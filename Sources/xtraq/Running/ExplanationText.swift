import Project
import SnapshotModel
import SwiftGenerator

/// The explanation of a query for people.
struct ExplanationText {
    let types: SwiftTypeNames
    let isColoured: Bool
    /// Whether SQL, instructions and ways to change it stand beside what needs none, too.
    let isVerbose: Bool

    /// One query: a heading, then a line for each column and parameter, with its reason beside it.
    func text(of item: ExplainedQueries.Item) -> String {
        let columns = zip(item.query.columns, item.columns).map { (types.name(of: $0), $1, $0.isOptional) }
        let parameters = zip(item.query.parameters, item.parameters).map { (types.name(of: $0), $1, true) }
        var lines = [
            styled(item.name, .bold) + "  " + styled(":\(item.query.cardinality.rawValue)  \(item.source)", .dim)
        ]
        if isVerbose {
            lines += item.query.sql.split(separator: "\n", omittingEmptySubsequences: false)
                .map { styled("    \($0)", .dim) }
        }
        let heads = (columns + parameters).map { "\($0.1.name): \($0.0)" }
        let width = min(heads.map { DisplayWidth.of($0) }.max() ?? 0, 40)
        add("columns", columns, width, to: &lines)
        add("parameters", parameters, width, to: &lines)
        if columns.isEmpty, parameters.isEmpty { lines.append("  it answers no rows and takes no parameters") }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func add(
        _ title: String, _ values: [(type: String, why: Explanation, showsChange: Bool)], _ width: Int,
        to lines: inout [String]
    ) {
        guard !values.isEmpty else { return }
        lines.append("  " + title)
        for (type, why, showsChange) in values {
            let head = "\(why.name): \(type)"
            let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(head)))
            let isOptional = type.hasSuffix("?")
            let indent = String(repeating: " ", count: 4 + width + 2)
            lines.append("    \(styled(head, isOptional ? .yellow : .green))\(space)  \(why.sentence)")
            if let evidence = why.evidence, isOptional {
                lines.append(indent + styled("seen at instruction \(evidence)", .dim))
            }
            if showsChange || isVerbose { lines.append(indent + styled(why.change, .dim)) }
        }
    }

    private func styled(_ text: String, _ style: TextStyle) -> String {
        isColoured ? style.applied(to: text) : text
    }
}
