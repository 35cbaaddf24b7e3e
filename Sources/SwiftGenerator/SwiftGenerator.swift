package import Diagnostics
package import SnapshotModel

/// Makes Swift source of a snapshot. Pure: what it is given decides what it gives, byte for byte.
package struct SwiftGenerator: Sendable {
    private let configuration: GeneratorConfiguration

    /// Makes a generator.
    package init(_ configuration: GeneratorConfiguration) {
        self.configuration = configuration
    }

    /// All files of the output, in the order of their paths, and what is wrong with the queries; files are complete only
    /// where no finding is an error.
    package func generate(_ snapshot: Snapshot) -> (files: [GeneratedFile], findings: [Finding]) {
        let plan = GenerationPlan(snapshot, configuration)
        return (plan.items.indices.map { plan.render($0) }.sorted { $0.path < $1.path }, plan.findings)
    }
}
