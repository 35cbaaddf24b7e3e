package import LocalTelemetry

/// What becomes of each field of a kind at a level, found out once.
package struct RedactionPlan: Sendable {
    /// The fields of one object, or of a list's items, that leave.
    struct Object: Sendable {
        let nodes: [Node]
        /// The places of the pseudonyms among them.
        let pseudonyms: [Int]
        /// The places of figures that can be added to each other, with how they are rounded.
        let groups: [(rounder: FigureGroups.Rounder, places: [Int])]
    }

    /// One field that leaves.
    final class Node: Sendable {
        /// Its name, on disk and in the bundle.
        let name: String
        /// What it holds.
        let kind: FieldShape.Kind
        /// Whether it can be absent.
        let isOptional: Bool
        /// As it stands on disk.
        let source: FieldShape
        /// As it stands in the bundle.
        let target: FieldShape
        /// What is below it.
        let children: Object
        /// How it is rounded; `nil` for what is not.
        let rounder: FigureGroups.Rounder?
        /// The figure by which the items of a list are put in order, where a list loses it: the beginning of phases.
        let beginning: String?

        init(_ source: FieldShape, _ target: FieldShape) {
            (name, kind, isOptional) = (target.name, target.kind, target.isOptional)
            (self.source, self.target) = (source, target)
            children = RedactionPlan.object(source.children, target.children)
            rounder = target.kind.isNumber ? FigureGroups.Rounder(target.disclosure) : nil
            beginning =
                source.children.first { $0.kind == .duration && $0.redaction.standard == .order }?.name
        }
    }

    /// The kind on disk.
    package let source: DocumentDescription
    /// The kind in the bundle.
    package let target: DocumentDescription
    let root: Object

    /// Makes the plan of a kind.
    package init(_ description: DocumentDescription, level: RedactionLevel) {
        source = description
        target = description.redacted(at: level)
        root = Self.object(description.fields, target.fields)
    }

    private static func object(_ sources: [FieldShape], _ targets: [FieldShape]) -> Object {
        let nodes = targets.compactMap { target in
            sources.first { $0.name == target.name }.map { Node($0, target) }
        }
        struct Sort: Hashable {
            let kind: FieldShape.Kind
            let unit: Unit?
            let rounder: FigureGroups.Rounder
        }
        var groups: [Sort: [Int]] = [:]
        for (place, node) in nodes.enumerated() {
            guard let rounder = node.rounder else { continue }
            groups[Sort(kind: node.target.kind, unit: node.target.unit, rounder: rounder), default: []].append(place)
        }
        return Object(
            nodes: nodes, pseudonyms: nodes.indices.filter { nodes[$0].kind == .pseudonym },
            groups: groups.map { (rounder: $0.key.rounder, places: $0.value) })
    }
}
