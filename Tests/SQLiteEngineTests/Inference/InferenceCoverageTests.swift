import Foundation
import SnapshotModel
import TestSupport
import Testing

@testable import SQLiteEngine

/// How much of what people write first needs no annotation, counted over the queries of two examples.
@Suite("What is inferred")
struct InferenceCoverageTests {
    /// What has type and optionality without an annotation, of all there is.
    private struct Share {
        var columns = 0, knownColumns = 0, parameters = 0, knownParameters = 0
    }

    @Test("most columns and parameters get their types without an annotation", arguments: ["Clinic", "Bookshop"])
    func coversExample(_ name: String) throws {
        let folder = Self.example(name)
        let schema = try Self.files(below: folder.appending(path: "Schema"))
        let connection = try RawDatabase.connection(
            schema.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n"))
        let inference = try StatementInference(of: connection)
        var share = Share()
        for file in try Self.files(below: folder.appending(path: "Queries")) {
            let source = SourceFile(
                path: file.lastPathComponent, schema: "main", bytes: Array(try Data(contentsOf: file)))
            for query in QueryFileParser.parse(source).queries {
                try count(query, of: source, inference, connection, &share)
            }
        }
        #expect(share.columns > 100 && share.parameters > 50)
        #expect(share.knownColumns * 100 >= share.columns * 85, "\(share)")
        #expect(share.knownParameters * 100 >= share.parameters * 90, "\(share)")
    }

    private func count(
        _ query: ParsedQuery, of source: SourceFile, _ inference: StatementInference, _ connection: Connection,
        _ share: inout Share
    ) throws {
        guard let statement = try PreparedStatement.prepare(source.bytes, in: query.statement, on: connection) else {
            return
        }
        let end = query.statement.lowerBound + statement.length
        let inferred = inference.infer(source.bytes[query.statement.lowerBound..<end], on: connection)
        let tokens = StatementTokens(source.bytes, in: query.statement)
        let overrides = AliasOverrides(tokens).all
        let annotations = query.annotations
        let annotated = Set((annotations.columns + annotations.json).map(\.name)).union(
            overrides.map(\.name))
        for index in 0..<statement.columnCount {
            share.columns += 1
            // As SQLite sees it here, the name still has the mark of its override.
            let name = statement.columnName(index)
            if annotated.contains(String(name.prefix { $0 != "!" && $0 != "?" && $0 != ":" })) { continue }
            let type = inferred.columns.element(index)?.declaredType ?? statement.declaredType(index) ?? ""
            if DeclaredType.meaning(of: type) != nil { share.knownColumns += 1 }
        }
        let given = Set((annotations.parameters + annotations.json).map(\.name))
        for (index, mark) in ParameterMark.all(in: tokens).map({ ($0.index, $0) }) {
            share.parameters += 1
            if given.contains(mark.annotationName) { continue }
            let type = inferred.parameters[index]?.declaredType ?? ""
            if DeclaredType.meaning(of: type) != nil { share.knownParameters += 1 }
        }
    }

    private static func example(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Examples/\(name)").standardized
    }

    private static func files(below folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }.sorted()
            .map { folder.appending(path: $0) }
    }

    @Test("a parameter has the type of what it meets, and is optional where NULL goes")
    func infersParameters() throws {
        let connection = try RawDatabase.connection(
            """
            CREATE TABLE person (
                id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, born DATE, rank INT NOT NULL DEFAULT 0
            );
            """)
        let inference = try StatementInference(of: connection)
        func parameters(_ sql: String) -> [String] {
            inference.infer(ArraySlice(sql.utf8), on: connection).parameters.sorted { $0.key < $1.key }
                .map { "\($0.value.declaredType ?? "-")\($0.value.takesNull ? "?" : "")" }
        }
        #expect(parameters("INSERT INTO person (name, born, rank) VALUES (:n, :b, :r)") == ["TEXT", "DATE?", "INT"])
        #expect(parameters("UPDATE person SET born = :b WHERE id = :id") == ["DATE?", "INTEGER"])
        #expect(parameters("UPDATE person SET rank = coalesce(:r, rank)") == ["INT"])
        #expect(
            parameters("SELECT * FROM person WHERE name LIKE :p LIMIT :n OFFSET :m") == ["TEXT", "INTEGER", "INTEGER"])
        #expect(parameters("SELECT * FROM person WHERE rank IN (:a, :b) AND born < :c") == ["INT", "INT", "DATE"])
        #expect(parameters("SELECT rank + :more FROM person WHERE NOT :flag") == ["INT", "BOOLEAN"])
        #expect(parameters("SELECT :x").isEmpty)
    }
}
