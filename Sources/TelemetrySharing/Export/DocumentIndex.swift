internal import JSONBytes
package import LocalTelemetry
package import TelemetryReport

/// The documents of some directories and files, by what their beginnings say: read without keeping any.
package struct DocumentIndex: Sendable {
    /// One document.
    package struct Entry: Sendable {
        package var path: String
        package var kind: String
        package var runId: RunIdentifier
        package var start: Timestamp
        package var command: String
        var isUnfinished: Bool
    }

    /// The documents, each run's in the order of the catalogue, the earliest run first.
    package private(set) var entries: [Entry] = []
    /// What is no document.
    package private(set) var damaged: [RunCollection.Damaged] = []
    /// Documents of kinds that the catalogue does not know.
    package private(set) var unknown = 0

    /// Looks into directories and files.
    ///
    /// - Parameters:
    ///   - paths: Where.
    ///   - kinds: The kinds that the catalogue knows, in its order.
    ///   - excluding: A run that is left out: the one that is exporting.
    package init(_ paths: [String], kinds: [String], excluding: RunIdentifier?) {
        struct Document: Hashable {
            let runId: RunIdentifier
            let kind: String
        }
        var places: [Document: Int] = [:]
        let all = paths.flatMap { files(of: $0) }
        for (path, result) in zip(all, Shares.map(all, size: 512) { $0.map(Self.read) }.joined()) {
            do throws(DocumentDamage) {
                let entry = try result.get()
                if entry.runId == excluding { continue }
                guard kinds.contains(entry.kind) else {
                    unknown += 1
                    continue
                }
                let document = Document(runId: entry.runId, kind: entry.kind)
                guard let place = places[document] else {
                    places[document] = entries.count
                    entries.append(entry)
                    continue
                }
                // The same document twice, from two places: the finished one, else the first.
                if entries[place].isUnfinished { entries[place] = entry }
            } catch {
                damaged.append(.init(path: path, damage: error))
            }
        }
        let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($0.element, $0.offset) })
        let keys = entries.map { (start: $0.start, runId: $0.runId, kind: order[$0.kind] ?? 0) }
        entries = entries.indices.sorted { left, right in
            let (left, right) = (keys[left], keys[right])
            if left.start != right.start { return left.start < right.start }
            if left.runId != right.runId { return left.runId < right.runId }
            return left.kind < right.kind
        }.map { entries[$0] }
    }

    private mutating func files(of path: String) -> [String] {
        guard DocumentFiles.place(path) == .directory else { return [path] }
        if let files = DocumentFiles.documents(in: path) { return files }
        damaged.append(.init(path: path, damage: .unreadable))
        return []
    }

    /// Keeps some of the documents.
    package mutating func keep(_ isWanted: (Entry) -> Bool) {
        entries = entries.filter(isWanted)
    }

    /// What the tool writes says all of it within so many bytes.
    private static let beginning = 1024

    private static func read(_ path: String) -> Result<Entry, DocumentDamage> {
        Result { () throws(DocumentDamage) in
            let bytes = try DocumentFiles.read(path, first: beginning)
            do throws(DocumentDamage) {
                return try entry(path, bytes)
            } catch {
                // Where a value is cut the reader says anything.
                guard bytes.count == beginning else { throw error }
            }
            return try entry(path, try DocumentFiles.read(path))
        }
    }

    private static func entry(_ path: String, _ bytes: [UInt8]) throws(DocumentDamage) -> Entry {
        var reader = JSONReader(bytes)
        var texts: [String: String] = [:]
        do throws(JSONError) {
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "kind", "runId", "timestampUtc", "command", "outcome":
                    texts[key.text] = try reader.string()
                    // What the tool writes has them all before the long parts.
                    if texts.count == 5 { throw Self.enough }
                default: try reader.skip()
                }
            }
        } catch {
            if error != Self.enough {
                switch error.problem {
                case .endOfInput: throw .cutOff
                case .type: throw .notADocument
                default: throw .notJSON(offset: error.offset)
                }
            }
        }
        guard let kind = texts["kind"], let runId = texts["runId"].flatMap({ RunIdentifier($0) }),
            let start = texts["timestampUtc"].flatMap({ Timestamp($0) })
        else { throw .notADocument }
        return Entry(
            path: path, kind: kind, runId: runId, start: start, command: texts["command"] ?? Term.other.text,
            isUnfinished: texts["outcome"] == Outcome.unfinished.rawValue)
    }

    /// Ends the reading early: no error of JSON has such a place.
    private static let enough = JSONError(.trailing, at: -1)
}
