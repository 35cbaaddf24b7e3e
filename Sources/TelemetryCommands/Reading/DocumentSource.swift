#if Tool || TelemetryCommands
internal import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

/// Where a reading command finds documents: what its arguments name, else the project.
struct DocumentSource {
    private let name: String
    private let projectFile: String
    let catalogue: DocumentCatalogue
    private let knownNames: @Sendable (String) -> [KnownName]
    let place: TelemetryPlace?
    let paths: [String]
    let excluding: RunIdentifier?

    /// Finds the place; nothing is read yet.
    ///
    /// - Throws: Where something that was named is not there.
    init<Facts>(
        _ tool: TelemetryTool<Facts>, _ shared: some ToolOptions, paths: [String], excluding: RunIdentifier?
    ) throws {
        name = tool.name
        projectFile = tool.projectMark
        catalogue = tool.catalogue
        knownNames = tool.knownNames
        self.paths = paths
        self.excluding = excluding
        place = try tool.place(shared)
        for path in paths where DocumentFiles.place(path) == .missing { throw CommandFailure.missing(path) }
    }

    /// The runs by what every document says; `nil` where nothing was ever recorded. ``whole(_:)`` gives the rest of one.
    ///
    /// - Throws: Where a file that was named is no document.
    func load() throws -> RunCollection? {
        let sources = places
        if sources.isEmpty { return nil }
        let collection = try TelemetrySources.runs(
            in: sources, catalogue.descriptions, excluding: excluding, extent: .envelopes)
        if let damaged = collection.damaged.first(where: { paths.contains($0.path) }) {
            throw CommandFailure.damaged(damaged.path, damaged.damage)
        }
        return collection
    }

    /// What is looked at: what was named, else the project's folder of documents where that is there.
    var places: [String] {
        if !paths.isEmpty { return paths }
        guard let place, DocumentFiles.place(place.documents) == .directory else { return [] }
        return [place.documents]
    }

    /// A run with all that its documents hold.
    func whole(_ record: RunRecord) throws -> RunRecord {
        try TelemetrySources.whole(record, from: paths, catalogue.descriptions)
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

    /// The names of the project by their pseudonyms, and by the tokens of the bundles that were named.
    ///
    /// - Throws: Where there is no key, or no project to take names from.
    func revealer(keyFile: String?) throws -> Revealer {
        #if Telemetry
        let pseudonyms = try pseudonyms(keyFile: keyFile)
        var names: [String: String] = [:]
        for item in pseudonyms { names[item.digits] = item.name }
        for path in paths where BundleReader.isBundle(path) {
            let bundle: BundleReader
            do throws(ArchiveProblem) {
                bundle = try BundleReader(path: path, catalogue.descriptions)
            } catch {
                throw UnreadableBundle(path: path, problem: error)
            }
            let tokens = try tokens(of: bundle.manifest, pseudonyms, keyFile: keyFile)
            names.merge(tokens.names) { own, _ in own }
        }
        return Revealer(names: names)
        #else
        throw CommandFailure.noKey("this build has no keyed hash")
        #endif
    }

    #if Telemetry
    /// The names of the project, with the class and the digits of the pseudonym of each.
    ///
    /// - Throws: Where there is no key, or no project to take names from.
    func pseudonyms(keyFile: String?) throws -> [(class: String, digits: String, name: String)] {
        guard let place else { throw CommandFailure.noProjectToReveal(projectFile) }
        do {
            let hasher = try place.hasher(keyFile: keyFile)
            var names = [
                (
                    class: PseudonymClass.path.name, digits: hasher.pseudonym(ofPath: place.root).text,
                    name: place.root
                )
            ]
            for known in knownNames(place.root) {
                let pseudonym = hasher.pseudonym(known.pseudonymClass, of: known.name)
                names.append((class: known.pseudonymClass.name, digits: pseudonym.text, name: known.name))
            }
            return names
        } catch let error as KeyUnavailable {
            throw CommandFailure.noKey(error.description)
        }
    }

    /// The names behind the tokens of a bundle.
    func tokens(
        of manifest: BundleManifest, _ pseudonyms: [(class: String, digits: String, name: String)], keyFile: String?
    ) throws -> TokenNames {
        do {
            guard let key = try TelemetryPlace.bundleKey(manifest.bundle, place: place, keyFile: keyFile) else {
                throw CommandFailure.noKey("there is none")
            }
            return TokenNames(pseudonyms, key: key)
        } catch let error as KeyUnavailable {
            throw CommandFailure.noKey(error.description)
        }
    }
    #endif
}
#endif
