#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Deletes documents of a project, and its key: the only thing that ever removes what was recorded.
///
/// The folders are opened by descriptor, following no link, and a file is removed only where its name and its content
/// say that the tool wrote it.
package struct TelemetryPurge: Sendable {
    /// What went, or would go.
    package struct Outcome: Sendable, Equatable {
        /// The names of the documents.
        package var removed: [String] = []
        /// How many runs they are of.
        package var runs = 0
        /// What they took of the disk.
        package var bytes = 0
        /// How many documents stay.
        package var kept = 0
        /// Files that are named like documents and are none: left alone.
        package var foreign: [String] = []
        /// Documents that are being written at this moment: left alone.
        package var busy: [String] = []
        /// Whether the key went.
        package var isKeyRemoved = false
        /// What the selection names as runs and no document is of.
        package var missingRuns: [String] = []
        /// What could not be removed, and why.
        package var failures: [String] = []

        /// Makes an outcome of nothing.
        package init() {}
    }

    private let place: TelemetryPlace
    private let tool: String
    private let isDry: Bool

    /// Makes a purge.
    ///
    /// - Parameters:
    ///   - place: The project.
    ///   - tool: The tool, as its documents name it.
    ///   - isDry: Whether nothing is removed, only said.
    package init(_ place: TelemetryPlace, tool: String, isDry: Bool) {
        self.place = place
        self.tool = tool
        self.isDry = isDry
    }

    /// Removes what a selection speaks of, and the key where that is wished.
    ///
    /// - Parameters:
    ///   - selection: The documents; `nil` for none.
    ///   - key: Whether the key goes.
    ///   - excluding: A run that is left alone: the one that is deleting.
    /// - Returns: What went.
    package func run(_ selection: PurgeSelection?, key: Bool, excluding: RunIdentifier?) -> Outcome {
        var outcome = Outcome()
        outcome.missingRuns = selection?.runs ?? []
        do throws(StoreFailure) {
            if let selection { try removeDocuments(selection, excluding, &outcome) }
            if key { try removeKey(&outcome) }
        } catch {
            outcome.failures.append(error.reason)
        }
        return outcome
    }

    private func removeDocuments(
        _ selection: PurgeSelection, _ excluding: RunIdentifier?, _ outcome: inout Outcome
    ) throws(StoreFailure) {
        guard
            let directory = try TelemetryFolder.existing(
                TelemetryFolder.documents, of: place.folder, in: place.rootBytes)
        else { return }
        let names: [String]
        do { names = try directory.names() } catch { throw StoreFailure(error, on: place.shownDocuments) }
        var documents: [OwnDocument] = []
        for name in names.sorted() where DocumentName(name) != nil {
            if let document = OwnDocument(name, in: directory, tool: tool) {
                documents.append(document)
            } else {
                outcome.foreign.append(name)
            }
        }
        outcome.missingRuns.removeAll { digits in documents.contains { $0.runId.text.hasPrefix(digits) } }
        // The replacement goes before what it would replace: after a kill in between the first is still found.
        let chosen = selection.choose(from: documents, excluding: excluding).sorted {
            $0.name.isFinal != $1.name.isFinal ? $0.name.isFinal : $0.name.text < $1.name.text
        }
        var runs: Set<RunIdentifier> = []
        for document in chosen {
            let name = document.name.text
            do {
                guard try remove(name, in: directory) else {
                    outcome.busy.append(name)
                    continue
                }
                outcome.removed.append(name)
                outcome.bytes += document.bytes
                runs.insert(document.runId)
            } catch {
                outcome.failures.append("\(place.shownDocuments)/\(name): \(error.text)")
            }
        }
        outcome.runs = runs.count
        outcome.kept = documents.count - outcome.removed.count
        if !isDry, !outcome.removed.isEmpty { try? directory.descriptor.syncDirectory() }
    }

    /// Removes a document.
    ///
    /// - Returns: Whether nobody is writing it; a replacement on its way is locked by its writer.
    private func remove(_ name: String, in directory: borrowing Directory) throws(SystemError) -> Bool {
        let file = try directory.open(name)
        guard try file.lock() else { return false }
        if !isDry { try directory.remove(name) }
        // The lock is held until here.
        _ = file.number
        return true
    }

    private func removeKey(_ outcome: inout Outcome) throws(StoreFailure) {
        guard
            let directory = try TelemetryFolder.existing(
                TelemetryFolder.secrets, of: place.folder, in: place.rootBytes),
            let status = directory.status(of: KeyFile.name)
        else { return }
        guard status.isRegular, status.isOwn else {
            throw StoreFailure(
                "\(place.shownKeyFile) is not a file of this user: nothing of the tool's, and left alone")
        }
        do {
            if !isDry {
                try directory.remove(KeyFile.name)
                try? directory.descriptor.syncDirectory()
            }
            outcome.isKeyRemoved = true
        } catch {
            throw StoreFailure(error, on: place.shownKeyFile)
        }
    }
}
