#if Tool || TelemetryCommands
internal import LocalTelemetry

extension TelemetryTool {
    /// Where the telemetry lies that the command line speaks of; `nil` outside a project.
    ///
    /// - Throws: Where the command line names a folder that is no project.
    func place(_ shared: some ToolOptions) throws -> TelemetryPlace? {
        let place = TelemetryPlace(projectPath: shared.projectPath, folder: folder, projectFile: projectFile)
        if place == nil, let path = shared.projectPath { throw ValidationFailure.noProject(path, projectMark) }
        return place
    }
}

/// Why a `telemetry` command cannot do what was asked.
enum ValidationFailure: Error, CustomStringConvertible {
    case noProject(String, String)

    var description: String {
        switch self {
        case .noProject(let path, let file): "\(path) is no project: it holds no \(file)."
        }
    }
}
#endif
