#if (Tool || TelemetryCommands) && Telemetry
internal import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

extension DocumentSource {
    /// The documents by what their beginnings say; `nil` where nothing was ever recorded.
    ///
    /// - Throws: Where a file that was named is no document, or is a bundle.
    func index() throws -> DocumentIndex? {
        let sources = places
        if sources.isEmpty { return nil }
        for path in paths where BundleReader.isBundle(path) { throw CommandFailure.isBundle(path) }
        let index = DocumentIndex(sources, kinds: catalogue.kinds.map(\.name), excluding: excluding)
        if let damaged = index.damaged.first(where: { paths.contains($0.path) }) {
            throw CommandFailure.damaged(damaged.path, damaged.damage)
        }
        return index
    }

    /// Who else could read what the project holds.
    var inventoryWarnings: [String] {
        guard paths.isEmpty, let place else { return [] }
        return TelemetryInventory(place).warnings.map(\.message)
    }

    /// What could not be taken of the documents.
    func warnings(of index: DocumentIndex) -> [String] {
        index.damaged.prefix(5).map { "\(Escaping.visible($0.path)) is left out: \($0.damage.reason)." }
            + (index.damaged.count > 5 ? ["\(index.damaged.count - 5) more files are left out."] : [])
    }

    /// The key of a bundle, from the project's key; one that nobody can make again where there is none.
    func bundleKey(_ bundle: String, keyFile: String?) throws -> BundleKey {
        do {
            return try TelemetryPlace.bundleKey(bundle, place: place, keyFile: keyFile) ?? .thrownAway(bundle: bundle)
        } catch let error as KeyUnavailable {
            throw CommandFailure.noKeyToExport(error.description)
        }
    }

    /// The names of the project, of this machine and of whoever works on it.
    func ownNames<Facts>(_ tool: TelemetryTool<Facts>) -> [String] {
        guard let place else { return OwnNames.ofMachine }
        let known = tool.knownNames(place.root).map(\.name) + tool.searchedNames(place.root)
        return OwnNames.ofMachine + OwnNames.parts(of: [place.root]) + OwnNames.parts(of: known)
    }
}
#endif
