import Foundation
import TestSupport

/// A small project, fresh or with snapshot and code.
enum SmallProject {
    static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Shop\"}")
        try folder.write(
            "Schema/shop.sql", "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n")
        try folder.write(
            "Queries/books.sql",
            "-- name: listBooks :many\nSELECT id, title FROM books ORDER BY title;\n\n"
                + "-- name: findBook :optional\nSELECT id, title FROM books WHERE id = :id;\n")
        try folder.write("Queries/shop/titles.sql", "-- name: titles :many\nSELECT title FROM books;\n")
        return folder
    }

    /// A copy of one that was built once.
    static func built() throws -> TemporaryFolder {
        let template = try template.get()
        let folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: template.path) {
            try folder.copy(template.path(name), to: name)
        }
        return folder
    }

    private static let template = Result<TemporaryFolder, any Error> {
        let folder = try make()
        let run = try Tool.run([], in: folder)
        guard run.exitCode == 0 else { throw Unbuilt(errors: run.errors) }
        return folder
    }

    struct Unbuilt: Error { var errors: String }
}

extension TemporaryFolder {
    /// The files that are not telemetry's.
    func ownFiles() throws -> [String: [UInt8]] {
        try files { name in ![".xtraq/telemetry", ".xtraq/private"].contains { name.hasPrefix($0) } }
            .mapValues { Array($0) }
    }
}
