import SnapshotModel

/// Which generated file holds what.
struct OutputLayout: Sendable {
    /// A part of a query file that becomes one generated file.
    struct Part: Sendable {
        /// The place of the query file in the snapshot.
        var file: Int
        /// Its queries.
        var queries: Range<Int>
        /// The generated file's name.
        var name: String
    }

    /// At most this many queries become one generated file, so that the compiler can work on several at once.
    static let queriesPerFile = 100
    /// At most this many shared row types stand in one generated file.
    static let rowsPerFile = 200

    /// The namespaces by schema.
    let namespaces: [String: String]
    /// The schemas in the order of their names.
    let schemas: [String]
    /// The parts in the order of the snapshot's files.
    let parts: [Part]

    init(_ files: [QueryFile], module: String) {
        schemas = Set(files.map(\.schema)).sorted()
        let scope = NameScope(
            schemas, taken: ReservedTypes.common.union([module]), suffix: "Schema", style: Identifier.type)
        let namespaces = Dictionary(uniqueKeysWithValues: schemas.map { ($0, scope[source: $0]) })
        self.namespaces = namespaces

        // Names of files must differ in more than case, also from each other's further parts.
        var counts: [String: Int] = [:]
        let stems = files.map { file in "\(namespaces[file.schema] ?? "")+\(Self.stem(of: file.path))" }
        for stem in stems { counts[stem.lowercased(), default: 0] += 1 }
        parts = zip(files, stems).enumerated().flatMap { place, element in
            let (file, stem) = element
            let isUnique = counts[stem.lowercased()] == 1
            let name = isUnique ? stem : "\(stem)-\(Fingerprint(of: file.path).text.prefix(8))"
            return Self.ranges(of: file.queries.count, atMost: Self.queriesPerFile).enumerated().map { number, range in
                Part(
                    file: place, queries: range, name: number == 0 ? "\(name).swift" : "\(name)-part\(number + 1).swift"
                )
            }
        }
    }

    /// `Orders` of `Queries/shop/orders.sql`, cut where a file system would refuse it.
    private static func stem(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.lowercased().hasSuffix(".sql") ? String(file.dropLast(4)) : file
        let name = Identifier.type(stem)
        guard name.utf8.count > 120 else { return name }
        return "\(name.prefix(20))-\(Fingerprint(of: path).text)"
    }

    /// Ranges as equal as they can be, none longer than the limit.
    static func ranges(of count: Int, atMost limit: Int) -> [Range<Int>] {
        guard count > 0 else { return [] }
        let parts = (count + limit - 1) / limit
        return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    }
}
