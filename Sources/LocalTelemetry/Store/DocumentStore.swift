/// The folder that a run writes its documents into, held open by descriptor from the first to the last.
final class DocumentStore: Sendable {
    private let directory: Directory
    private let publisher: Publisher

    /// Takes over an open folder, gives it its `.gitignore`, and puts in order what a killed run has left there.
    init(_ directory: consuming Directory, _ publisher: Publisher = Publisher()) throws(StoreFailure) {
        self.directory = directory
        self.publisher = publisher
        try TelemetryFolder.ignore(in: self.directory, publisher)
        Recovery.run(in: self.directory)
    }

    /// The descriptor, to ask the system about the file system.
    var descriptor: CInt { directory.descriptor.number }

    /// Writes a document under a name that no other run has.
    ///
    /// - Returns: The file's name.
    func create(_ document: EncodedDocument) throws(StoreFailure) -> String {
        let names = DocumentName.candidates(
            kind: document.kind, start: document.timestamp, runId: document.runId)
        do {
            if let name = try publisher.publish(document.bytes, in: directory, as: names) { return name }
        } catch {
            throw StoreFailure(reason(error))
        }
        throw StoreFailure("its name is taken")
    }

    /// Puts a document in the place of the one that was written at the start of the run.
    func replace(_ name: String, with document: EncodedDocument) throws(StoreFailure) {
        do {
            try publisher.replace(name, with: document.bytes, in: directory)
        } catch {
            throw StoreFailure(reason(error))
        }
    }

    /// Waits until the names of the documents have reached the disk.
    func sync() throws(StoreFailure) {
        do { try directory.descriptor.syncDirectory() } catch { throw StoreFailure(reason(error)) }
    }

    private func reason(_ error: SystemError) -> String { error.text }
}
