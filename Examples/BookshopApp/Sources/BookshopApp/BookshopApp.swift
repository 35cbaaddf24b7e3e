import Foundation
import GRDB

/// Makes a bookshop's database, trades for a while, prints how it went, and checks that it went as it should.
///
///     BookshopApp SCHEMA-FOLDER
///
/// Exits with 1 where something is not as it should be, each such thing on a line of its own.
@main
enum BookshopApp {
    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            fail("usage: BookshopApp SCHEMA-FOLDER, which is ../Bookshop/Schema")
        }
        do {
            let checks = try await run(schema: URL(filePath: CommandLine.arguments[1]))
            print("\n\(checks.passed) of \(checks.passed + checks.failures.count) checks passed")
            if !checks.failures.isEmpty { fail(checks.failures.joined(separator: "\n")) }
        } catch {
            fail("\(error)")
        }
    }

    private static func run(schema: URL) async throws -> Checks {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bookshop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let pool = try DatabasePool(path: folder.appending(path: "shop.db").path)
        try Schema(folder: schema).apply(to: pool)

        var checks = Checks()
        let shop = try await Stocking.run(in: pool, &checks)
        try await Trading.run(shop, in: pool, &checks)
        try await Browsing.run(shop, in: pool, &checks)
        try Refusals.run(shop, in: pool, &checks)
        try await pool.read { db in try Report.print(db) }
        return checks
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
