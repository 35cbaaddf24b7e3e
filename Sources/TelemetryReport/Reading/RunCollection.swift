package import LocalTelemetry

/// The runs that some directories and files hold.
package struct RunCollection: Sendable {
    /// A file that is no document, or not any more.
    package struct Damaged: Sendable, Equatable {
        /// Where.
        package var path: String
        /// What is wrong.
        package var damage: DocumentDamage

        /// Makes a note of it.
        package init(path: String, damage: DocumentDamage) {
            self.path = path
            self.damage = damage
        }
    }

    /// The runs, newest first.
    package private(set) var runs: [RunRecord] = []
    /// What could not be read: skipped, and to be reported.
    package private(set) var damaged: [Damaged] = []
    /// What readers left of the documents, all together.
    package private(set) var notes = ReadingNotes()

    /// How much of each document is kept.
    package enum Extent: Sendable {
        /// All of it.
        case whole
        /// What every kind has: enough to choose runs, however many there are and whatever they hold.
        case envelopes
    }

    private let reader: DocumentReader
    private let extent: Extent
    private let envelope: Set<String>
    private var places: [RunIdentifier: Int] = [:]

    /// Reads directories and files in any mix.
    ///
    /// - Parameters:
    ///   - paths: Directories, of which each document is read, and files.
    ///   - reader: The reader of the tool's kinds.
    ///   - excluding: A run that is left out: the one that is reading.
    ///   - extent: How much of each document is kept.
    ///   - bundles: Reads what is neither: calls back with each document of a bundle and where in it that stands; says
    ///     whether the path is one.
    /// - Throws: What `bundles` throws.
    package init(
        _ paths: [String], reader: DocumentReader, excluding: RunIdentifier? = nil, extent: Extent = .whole,
        bundles: (_ path: String, _ add: (TelemetryDocument, String) -> Void) throws -> Bool
    ) rethrows {
        self.reader = reader
        self.extent = extent
        let common = reader.descriptions.first
        envelope = Set(((common?.core ?? []) + (common?.extras ?? [])).map(\.name))
        for path in paths {
            let isBundle = try bundles(path) { document, entry in
                notes.add(document.notes)
                add(.init(document: document, path: "\(path)/\(entry)"))
            }
            if isBundle { continue }
            if DocumentFiles.place(path) == .directory {
                guard let files = DocumentFiles.documents(in: path) else {
                    damaged.append(Damaged(path: path, damage: .unreadable))
                    continue
                }
                for file in files { add(file, excluding: excluding) }
            } else {
                add(path, excluding: excluding)
            }
        }
        sort()
    }

    /// Reads directories and files.
    package init(_ paths: [String], reader: DocumentReader, excluding: RunIdentifier? = nil) {
        self.init(paths, reader: reader, excluding: excluding) { _, _ in false }
    }

    private mutating func add(_ path: String, excluding: RunIdentifier?) {
        do {
            let document = try reader.read(DocumentFiles.read(path))
            if document.runId == excluding { return }
            notes.add(document.notes)
            add(.init(document: document, path: path))
        } catch {
            damaged.append(Damaged(path: path, damage: error))
        }
    }

    private mutating func add(_ whole: RunRecord.Entry) {
        var entry = whole
        if extent == .envelopes, case .object(let members) = entry.document.values {
            entry.document.values = .object(members.filter { envelope.contains($0.name) })
        }
        let runId = entry.document.runId
        guard let place = places[runId] else {
            places[runId] = runs.count
            runs.append(RunRecord(runId: runId, entries: [entry]))
            return
        }
        let kind = entry.document.kind
        if let same = runs[place].entries.firstIndex(where: { $0.document.kind == kind }) {
            // The same document twice, from two places: the finished one, else the first.
            if runs[place].entries[same].document.outcome.value == .unfinished { runs[place].entries[same] = entry }
        } else {
            runs[place].entries.append(entry)
        }
    }

    private mutating func sort() {
        let order = reader.descriptions.map(\.kind)
        func rank(_ entry: RunRecord.Entry) -> Int { order.firstIndex(of: entry.document.kind) ?? order.count }
        for index in runs.indices { runs[index].entries.sort { rank($0) < rank($1) } }
        runs.sort { left, right in
            left.timestamp != right.timestamp ? left.timestamp > right.timestamp : left.runId.text < right.runId.text
        }
        places = [:]
    }
}

extension RunRecord {
    /// The run with its documents whole, read once more.
    ///
    /// - Parameter read: Reads the document of an entry.
    /// - Returns: The same run.
    package func whole(_ read: (Entry) throws -> TelemetryDocument) rethrows -> RunRecord {
        RunRecord(runId: runId, entries: try entries.map { .init(document: try read($0), path: $0.path) })
    }
}

extension RunCollection {
    /// The runs whose identifier begins with those digits.
    package func runs(named digits: String) -> [RunRecord] {
        digits.isEmpty
            ? []
            : runs.filter { run in
                run.main.bundled.map { String($0.ordinal) == digits } ?? run.runId.text.hasPrefix(digits.lowercased())
            }
    }
}
