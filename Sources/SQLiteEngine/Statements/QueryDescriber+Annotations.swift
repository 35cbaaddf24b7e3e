import Diagnostics
import SnapshotModel

extension QueryDescriber {
    mutating func reportUnusedAnnotations() {
        let parameterNames = statements.flatMap { $0.marks.map(\.annotationName) }
        let annotations = query.annotations
        for annotation in annotations.parameters where !parameterNames.contains(annotation.name) {
            reportUnused("@param", annotation, among: parameterNames, "parameter")
        }
        let columnNames = columns.map(\.name)
        for annotation in annotations.columns where !columnNames.contains(annotation.name) {
            reportUnused("@column", annotation, among: columnNames, "column")
        }
        for annotation in annotations.json
        where !columnNames.contains(annotation.name) && !parameterNames.contains(annotation.name) {
            reportUnused("@json", annotation, among: columnNames + parameterNames, "column or parameter")
        }
    }

    private mutating func reportUnused(
        _ tag: String, _ annotation: ValueAnnotation, among names: [String], _ kind: String
    ) {
        let near = NearName.best(for: annotation.name, among: names).map { "; did you mean \($0)?" } ?? ""
        report(
            .annotationOfNothing, "\(tag) names \(annotation.name), and \(query.name) has no such \(kind)\(near)",
            at: annotation.offset ?? query.nameOffset,
            notes: names.isEmpty
                ? ["it has no \(kind)s: take the line out"] : ["it has: \(names.joined(separator: ", "))"])
    }

    /// Reports aliases that say something of no column of the result.
    mutating func reportUnusedOverrides(_ columns: [Column]) {
        guard !overrides.isEmpty else { return }
        for override in overrides.all.sorted(by: { ($0.offset ?? 0) < ($1.offset ?? 0) })
        where !columns.contains(where: { $0.name == override.name }) {
            report(
                .annotationOfNothing, "this alias says something of \(override.name), which is no column of the result",
                at: override.offset ?? query.nameOffset,
                notes: ["within the statement use a plain alias; !, ? and types belong to the result's columns"])
        }
    }
}
