import Diagnostics
import Foundation
import SnapshotModel
import SwiftGenerator
import TestSupport
import Testing

/// What the compiler says of generated code, in processes of its own.
@Suite
struct CompilerTests {
    /// Settings that a user's module may have; each is an error where the code has a warning.
    @Test(arguments: [
        ["-default-isolation", "MainActor"],
        [
            "-default-isolation", "MainActor", "-enable-upcoming-feature", "InferIsolatedConformances",
            "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
        ],
        [
            "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature",
            "MemberImportVisibility", "-enable-upcoming-feature", "ExistentialAny", "-strict-memory-safety",
        ],
        ["-Wwarning", "ExplicitSendable"],
    ])
    func libraryCompilesWithoutWarning(_ settings: [String]) throws {
        let folder = try TemporaryFolder()
        let conformances = Set(GeneratorConfiguration.Conformance.allCases)
        let (files, findings) = SwiftGenerator(GeneratorConfiguration(module: "Library", conformances: conformances))
            .generate(Library.snapshot)
        #expect(findings.isEmpty)
        for file in files { try folder.write(file.path, String(decoding: file.bytes, as: UTF8.self)) }
        try folder.write("Types.swift", Self.types)
        let result = try Compiler.typeCheck(files.map(\.path) + ["Types.swift"], in: folder.path, settings)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.isEmpty, "\(result.output)")
    }

    private static let types = """
        public import GRDB
        public nonisolated enum Shelf: String, Sendable, Codable { case fiction, science }
        public nonisolated enum Priority: Int, Sendable, Codable, DatabaseValueConvertible { case low, high }
        public nonisolated struct Money: Sendable, Hashable, Codable, DatabaseValueConvertible {
            public var cents: Int64
            public var databaseValue: DatabaseValue { cents.databaseValue }
            public static func fromDatabaseValue(_ value: DatabaseValue) -> Money? { Int64.fromDatabaseValue(value).map(Money.init) }
        }

        """

    /// Whatever names, comments and SQL hold, the code can be read and nothing is declared twice.
    @Test
    func arbitraryTextCompiles() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let snapshot = NastySnapshot.make(using: &generator)
        let (files, findings) = SwiftGenerator(
            GeneratorConfiguration(module: "Nasty", conformances: [.memberwiseInit, .codable])
        )
        .generate(snapshot)
        #expect(findings.isEmpty, "seed \(seed)")
        for file in files { try folder.write(file.path, String(decoding: file.bytes, as: UTF8.self)) }
        let result = try Compiler.typeCheck(files.map(\.path), in: folder.path, [])
        #expect(result.status == 0, "seed \(seed): \(result.output.prefix(4000))")
    }
}

/// Snapshots full of what names and texts should not be.
enum NastySnapshot {
    static func make(using generator: inout SeededGenerator) -> Snapshot {
        let schemas = ["main", "data", "Swift", "1 2", "é", "String", "日"]
        let types = ["INTEGER", "TEXT", "REAL", "BLOB", "DATETIME", "BOOLEAN", "UUID", "DECIMAL"]
        var files: [QueryFile] = []
        for (place, schema) in schemas.enumerated() {
            var queries: [Query] = []
            for name in Set((0..<25).map { _ in NastyNames.name(using: &generator) }).sorted() {
                func type() -> ValueType { .declared(types.randomElement(using: &generator) ?? "TEXT") }
                let parameters = Set((0..<3).map { _ in NastyNames.name(using: &generator) }).sorted().enumerated().map
                {
                    Parameter(
                        name: $1, index: $0 + 1, type: type(), isOptional: .random(using: &generator),
                        knowledge: .annotated)
                }
                let columns = Set((0..<4).map { _ in NastyNames.name(using: &generator) }).sorted().map {
                    Column(name: $0, type: type(), isOptional: .random(using: &generator), knowledge: .annotated)
                }
                let cardinality = Cardinality.allCases.randomElement(using: &generator) ?? .many
                queries.append(
                    Query(
                        name: name, cardinality: cardinality,
                        sql: (0..<8).map { _ in NastyNames.name(using: &generator) }.joined(
                            separator: " \"\"\" #\"##\" \\(x) "),
                        documentation: [NastyNames.name(using: &generator), ""],
                        deprecation: .random(using: &generator) ? name : nil,
                        rowName: .random(using: &generator) ? "Row\(name)" : nil, parameters: parameters,
                        columns: columns,
                        isReadOnly: .random(using: &generator)))
            }
            files.append(
                QueryFile(
                    path: "Queries/\(NastyNames.name(using: &generator))\(place % 3).sql", schema: schema,
                    queries: queries))
        }
        return Snapshot(engine: .sqlite, files: files)
    }
}
