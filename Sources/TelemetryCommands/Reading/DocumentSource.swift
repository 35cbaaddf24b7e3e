#if Tool || TelemetryCommands
internal import LocalTelemetry
internal import TelemetryReport

/// Where a reading command finds documents: what its arguments name, else the project.
struct DocumentSource {
    private let name: String
    private let projectFile: String
    private let catalogue: DocumentCatalogue
    private let knownNames: @Sendable (String) -> [KnownName]
    private let place: TelemetryPlace?
    private let paths: [String]
    private let excluding: RunIdentifier?

    /// Finds the place; nothing is read yet.
    ///
    /// - Throws: Where something that was named is not there.
    init<Facts>(
        _ tool: TelemetryTool<Facts>, _ shared: some ToolOptions, paths: [String], excluding: RunIdentifier?
    ) throws {
        name = tool.name
        projectFile = tool.projectFile
        catalogue = tool.catalogue
        knownNames = tool.knownNames
        self.paths = paths
        self.excluding = excluding
        place = TelemetryPlace(projectPath: shared.projectPath, folder: tool.folder, projectFile: tool.projectFile)
        if place == nil, let path = shared.projectPath { throw ValidationFailure.noProject(path, tool.projectFile) }
        for path in paths where DocumentFiles.place(path) == .missing { throw CommandFailure.missing(path) }
    }

    /// The runs; `nil` where nothing was ever recorded.
    ///
    /// - Throws: Where a file that was named is no document.
    func load() throws -> RunCollection? {
        var sources = paths
        if sources.isEmpty {
            guard let place, DocumentFiles.place(place.documents) == .directory else { return nil }
            sources = [place.documents]
        }
        let collection = RunCollection(
            sources, reader: DocumentReader(catalogue.descriptions), excluding: excluding)
        if let damaged = collection.damaged.first(where: { paths.contains($0.path) }) {
            throw CommandFailure.damaged(damaged.path, damaged.damage)
        }
        return collection
    }

    /// What the tool's envelope has pseudonyms of: its project, a filter.
    var envelopePseudonyms: [FieldShape] {
        catalogue.kinds.first?.describe().extras.filter { $0.kind == .pseudonym } ?? []
    }

    /// A document's path as it is shown: as it was named, or within the project. Where the project lies is for
    /// `--reveal` to say.
    func shown(_ path: String) -> String {
        guard paths.isEmpty, let root = place?.root, path.hasPrefix(root + "/") else { return path }
        return String(path.dropFirst(root.count + 1))
    }

    /// What to say where there is nothing to show.
    var nothing: String {
        if !paths.isEmpty { return "There are no telemetry documents there." }
        return place == nil
            ? "There is no project here (no \(projectFile) in this folder or above it), and so nothing is recorded."
            : "Nothing is recorded: nothing was ever run with --telemetry, or it was deleted."
    }

    /// Says on standard error what could not be read, and what was not understood: a line for each kind of trouble.
    func warn(of collection: RunCollection) {
        var lines: [String] = []
        for damaged in collection.damaged.prefix(5) {
            lines.append("\(Escaping.visible(shown(damaged.path))) is skipped: \(damaged.damage.reason).")
        }
        if collection.damaged.count > 5 { lines.append("\(collection.damaged.count - 5) more files are skipped.") }
        let notes = collection.notes
        if notes.isNewer {
            lines.append("Some documents are of a newer version of \(name): what this one does not know is left out.")
        } else if notes.isUnknownKind || notes.unknownMembers + notes.unknownValues > 0 {
            lines.append("Some documents hold what this version of \(name) does not know: it is left out.")
        }
        if notes.unusableMembers > 0 {
            lines.append("\(notes.unusableMembers) values are not what their fields allow: they are left out.")
        }
        for line in lines { StandardError.write("warning: \(line)\n") }
    }

    /// The names of the project by their pseudonyms.
    ///
    /// - Throws: Where there is no key, or no project to take names from.
    func revealer(keyFile: String?) throws -> Revealer {
        guard let place else { throw CommandFailure.noProjectToReveal(projectFile) }
        #if Telemetry
        do {
            let hasher = try place.hasher(keyFile: keyFile)
            var names: [String: String] = [hasher.pseudonym(ofPath: place.root).text: place.root]
            for known in knownNames(place.root) {
                names[hasher.pseudonym(known.pseudonymClass, of: known.name).text] = known.name
            }
            return Revealer(names: names)
        } catch let error as KeyUnavailable {
            throw CommandFailure.noKey(error.description)
        }
        #else
        throw CommandFailure.noKey("this build has no keyed hash")
        #endif
    }
}
#endif
