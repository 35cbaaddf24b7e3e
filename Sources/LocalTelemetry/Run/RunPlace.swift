/// Where a run writes, found out before anything is opened.
enum RunPlace: Sendable, Equatable {
    /// The project in that resolved folder.
    case project([UInt8])
    /// The folder that the command line names, resolved but for its last component, and the project if there is one.
    case directory([UInt8], shownAs: String, project: [UInt8]?)
    /// On standard error; the project if there is one.
    case preview(project: [UInt8]?)
    /// In memory, for tests; the project if there is one.
    case memory(project: [UInt8]?)
    /// Nowhere: there is no project.
    case nowhere

    /// The resolved folder of the project.
    var project: [UInt8]? {
        switch self {
        case .project(let root): root
        case .directory(_, _, let root), .preview(let root), .memory(let root): root
        case .nowhere: nil
        }
    }

    /// Finds the place that the settings name.
    ///
    /// - Throws: ``RunRefusal`` where key and documents would lie in one folder.
    static func find(_ settings: RunSettings, folder: String, projectFile: String?) throws(RunRefusal) -> RunPlace {
        let project = ProjectRoot.find(from: settings.projectPath, holding: projectFile, own: folder)
        if settings.memory != nil { return .memory(project: project) }
        if settings.isPreview { return .preview(project: project) }
        guard let shown = settings.directory else {
            guard let project else { return .nowhere }
            let documents = ResolvedPath.appending(
                "\(folder)/\(TelemetryFolder.documents)".utf8, to: project)
            try refuseKey(settings.keyFile, in: ResolvedPath.of(documents) ?? documents)
            return .project(project)
        }
        guard let path = ResolvedPath.ofNew(Array(shown.utf8)) else {
            // Neither it nor its folder is there: opening it says so.
            return .directory(Array(shown.utf8), shownAs: shown, project: project)
        }
        try refuseKey(settings.keyFile, in: path)
        if let project {
            let secrets = ResolvedPath.appending("\(folder)/\(TelemetryFolder.secrets)".utf8, to: project)
            let resolved = ResolvedPath.of(secrets) ?? secrets
            guard !ResolvedPath.lies(path, in: resolved), !ResolvedPath.lies(resolved, in: path) else {
                throw RunRefusal(
                    description: "--telemetry-directory \(shown) and the project's key would lie in one folder.")
            }
        }
        return .directory(path, shownAs: shown, project: project)
    }

    private static func refuseKey(_ file: String?, in directory: [UInt8]) throws(RunRefusal) {
        guard let file else { return }
        // Both where the file is named and where a link leads: neither may be handed over with the documents.
        let spelt = Array(file.utf8)
        let named = ResolvedPath.of(ResolvedPath.parent(of: spelt))
        guard
            ![named, ResolvedPath.of(spelt)].contains(where: {
                $0.map { ResolvedPath.lies($0, in: directory) } ?? false
            })
        else {
            throw RunRefusal(description: "--telemetry-key \(file) must not lie in the telemetry directory.")
        }
    }
}
