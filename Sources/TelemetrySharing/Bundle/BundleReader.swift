package import LocalTelemetry
package import TelemetryReport

/// Reads a bundle of the tool.
package struct BundleReader: Sendable {
    /// The file.
    package let archive: ArchiveReader
    /// What the bundle says of itself.
    package let manifest: BundleManifest
    /// The tool's kinds as they stand in it.
    package let descriptions: [DocumentDescription]

    /// Opens a bundle and reads its manifest.
    ///
    /// - Throws: Where it is no archive, no bundle, or one of another tool.
    package init(path: String, _ descriptions: [DocumentDescription]) throws(ArchiveProblem) {
        archive = try ArchiveReader(path: path)
        guard let entry = archive.entry(BundleLayout.manifest) else {
            throw ArchiveProblem("it is no telemetry bundle: it holds no \(BundleLayout.manifest)")
        }
        let manifest = try BundleManifest(archive.read(entry))
        self.manifest = manifest
        guard let tool = descriptions.first?.tool, manifest.tool == tool else {
            throw ArchiveProblem("it is a bundle of another tool")
        }
        self.descriptions = descriptions.map { $0.redacted(at: manifest.level) }
    }

    /// Whether a path is that of a file that can only be a bundle.
    package static func isBundle(_ path: String) -> Bool { ArchiveReader.isArchive(path) }

    /// Calls back with each document and the name of its entry.
    ///
    /// - Throws: Where an entry is damaged or is no document: nothing of such a bundle is to be trusted.
    package func documents(_ body: (TelemetryDocument, String) -> Void) throws(ArchiveProblem) {
        let reader = DocumentReader(descriptions, bundle: manifest.bundle)
        let inflater = Inflater()
        for entry in archive.entries where BundleLayout.document(named: entry.name) != nil {
            body(try document(entry, reader, inflater), entry.name)
        }
    }

    /// One document, by the name of its entry.
    package func document(named name: String) throws(ArchiveProblem) -> TelemetryDocument {
        guard let entry = archive.entry(name) else {
            throw ArchiveProblem("the file is not in the bundle", entry: name)
        }
        return try document(entry, DocumentReader(descriptions, bundle: manifest.bundle), Inflater())
    }

    private func document(
        _ entry: ArchiveEntry, _ reader: DocumentReader, _ inflater: Inflater
    ) throws(ArchiveProblem) -> TelemetryDocument {
        let content = try archive.read(entry, with: inflater)
        do {
            return try reader.read(content)
        } catch {
            throw ArchiveProblem(error.reason, entry: entry.name)
        }
    }
}

/// Reads what people name to reading commands: directories, documents and bundles in any mix.
package enum TelemetrySources {
    /// The runs that the paths hold.
    ///
    /// - Parameters:
    ///   - paths: Directories, documents and bundles.
    ///   - descriptions: The tool's kinds.
    ///   - excluding: A run that is left out: the one that is reading.
    ///   - extent: How much of each document is kept.
    /// - Returns: The runs, newest first.
    /// - Throws: ``UnreadableBundle`` for a bundle that cannot be read, or not be trusted.
    package static func runs(
        in paths: [String], _ descriptions: [DocumentDescription], excluding: RunIdentifier?,
        extent: RunCollection.Extent = .whole
    ) throws -> RunCollection {
        try RunCollection(
            paths, reader: DocumentReader(descriptions), excluding: excluding, extent: extent
        ) { path, add in
            guard BundleReader.isBundle(path) else { return false }
            do throws(ArchiveProblem) {
                try BundleReader(path: path, descriptions).documents(add)
            } catch {
                throw UnreadableBundle(path: path, problem: error)
            }
            return true
        }
    }

    /// A run with its documents whole, of which the envelopes alone were kept.
    package static func whole(
        _ record: RunRecord, from paths: [String], _ descriptions: [DocumentDescription]
    ) throws -> RunRecord {
        let reader = DocumentReader(descriptions)
        return try record.whole { entry in
            guard entry.document.bundled != nil,
                let path = paths.first(where: { entry.path.hasPrefix($0 + "/") && BundleReader.isBundle($0) })
            else { return try reader.read(DocumentFiles.read(entry.path)) }
            do throws(ArchiveProblem) {
                let name = String(entry.path.dropFirst(path.count + 1))
                return try BundleReader(path: path, descriptions).document(named: name)
            } catch {
                throw UnreadableBundle(path: path, problem: error)
            }
        }
    }
}

/// A bundle that cannot be read.
package struct UnreadableBundle: Error, Sendable, CustomStringConvertible {
    package let path: String
    package let problem: ArchiveProblem

    /// Makes the error.
    package init(path: String, problem: ArchiveProblem) {
        self.path = path
        self.problem = problem
    }

    /// One sentence, safe to show on a terminal.
    package var description: String {
        let place = problem.entry.map { ", entry \(Escaping.visible($0))" } ?? ""
        return "\(Escaping.visible(path))\(place) cannot be read as a bundle: \(problem.reason)."
    }
}
