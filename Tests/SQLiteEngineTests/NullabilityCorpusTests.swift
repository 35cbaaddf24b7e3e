import Foundation
import SnapshotModel
import TelemetryRecording
import TestSupport
import Testing

@testable import SQLiteEngine

/// The statements of `Nullability/` (see its README), whose answers were written down before the code: what may be NULL
/// is never said not to be.
@Suite("Nullability of the corpus")
struct NullabilityCorpusTests {
    /// One case.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var answers: [String]
        var sql: String
        var testDescription: String { name }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Nullability")

    static func cases(in file: String) -> [Case] {
        guard let text = try? String(contentsOf: folder.appendingPathComponent("cases/" + file), encoding: .utf8) else {
            return []
        }
        var cases: [Case] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- case:") {
                cases.append(Case(name: "\(file): \(line.dropFirst(8))", answers: [], sql: ""))
            } else if cases.isEmpty {
                continue
            } else if line.hasPrefix("-- expect:") {
                cases[cases.count - 1].answers += line.dropFirst(10).split(separator: " ")
                    .map { String($0.split(separator: "=").last ?? "") }
            } else if !line.hasPrefix("--") {
                cases[cases.count - 1].sql += line + "\n"
            }
        }
        return cases
    }

    static func files() -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("cases").path)
        return (names ?? []).filter { $0.hasSuffix(".sql") }.sorted()
    }

    @Test func thereIsACorpus() {
        #expect(Self.files().flatMap(Self.cases).count >= 300)
    }

    @Test(arguments: files()) func saysNothingWrong(_ file: String) throws {
        let connection = try Connection.inMemory()
        let schema = SourceFile(
            path: "schema.sql", bytes: Array(try Data(contentsOf: Self.folder.appendingPathComponent("schema.sql"))))
        #expect(SchemaLoader.apply([schema], to: connection, recorder: .off) == [])
        let catalogue = try CatalogueReader.read(connection, recorder: .off).catalogue
        for entry in Self.cases(in: file) {
            let source = SourceFile(path: file, bytes: Array("-- name: q :many\n\(entry.sql)".utf8))
            var query = try #require(QueryFileParser.parse(source).queries.first, "\(entry.name)")
            guard let statement = try PreparedStatement.prepare(source.bytes, in: query.statement, on: connection)
            else {
                Issue.record("\(entry.name) is empty")
                continue
            }
            let tokens = StatementTokens(source.bytes, in: query.statement)
            // Types are given, so that nothing but nullability is left to be found out.
            query.annotations.parameters = ParameterMark.all(in: tokens)
                .map { ValueAnnotation(name: $0.annotationName, type: "T", isOptional: nil) }
            var names: [String] = []
            for index in 0..<statement.columnCount { names.append(statement.columnName(index)) }
            query.annotations.columns = names.map { ValueAnnotation(name: $0, type: "T", isOptional: nil) }
            var describer = QueryDescriber(source: source, query: query, types: [:], catalogue: catalogue)
            guard let answer = describer.describe(statement, rewritten: nil) else {
                Issue.record("\(entry.name): \(describer.findings)")
                continue
            }
            #expect(answer.columns.count == entry.answers.count, "\(entry.name)")
            for (column, expected) in zip(answer.columns, entry.answers) where expected == "nullable" {
                #expect(column.isOptional, "\(entry.name): \(column.name) may be NULL")
            }
        }
    }
}
