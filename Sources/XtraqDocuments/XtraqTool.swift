package import LocalTelemetry

extension TelemetryTool where Facts == XtraqFacts {
    /// Xtraq, as its runs are recorded and shown.
    ///
    /// - Parameters:
    ///   - version: The tool's version.
    ///   - commands: The names of its commands, from the command tree.
    ///   - knownNames: The names that a project has now, for `--reveal`.
    /// - Returns: The tool.
    package static func xtraq(
        version: Version, commands: Vocabulary,
        knownNames: @escaping @Sendable (_ projectRoot: String) -> [KnownName] = { _ in [] }
    ) -> TelemetryTool {
        let catalogue = XtraqCatalogue(version: version, commands: commands)
        return TelemetryTool(
            name: "xtraq", folder: ".xtraq", projectFile: ".xtraqconfig", catalogue: catalogue.kinds,
            commands: catalogue.tool.vocabularies.commands, facts: XtraqFacts(), documents: catalogue.documents,
            knownNames: knownNames)
    }
}
