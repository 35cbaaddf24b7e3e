internal import LocalTelemetry

/// The fields of a kind that do not leave.
package enum DroppedFields {
    /// Their names, as `kind.field.part`.
    package static func names(_ plan: RedactionPlan) -> [String] {
        var names: [String] = []
        func visit(_ sources: [FieldShape], _ targets: [FieldShape], _ parent: String) {
            for source in sources {
                let name = "\(parent).\(source.name)"
                guard let target = targets.first(where: { $0.name == source.name }) else {
                    names.append(name)
                    continue
                }
                visit(source.children, target.children, name)
            }
        }
        visit(plan.source.fields, plan.target.fields, plan.source.kind)
        return names
    }
}
