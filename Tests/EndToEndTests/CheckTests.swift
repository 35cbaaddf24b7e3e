import Foundation
import TestSupport
import Testing

@Suite struct CheckTests {
    @Test func saysYesWhereAllIsCurrent() throws {
        let folder = try ShopProject.built()
        for command in ["snapshot", "build"] {
            let run = try Tool.run([command, "--check"], in: folder)
            #expect(run.exitCode == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test func snapshotCheckNamesWhatBreaksCallersAndChangesNothing() throws {
        let folder = try ShopProject.built()
        try folder.write(
            "Queries/orders/orders.sql",
            ShopProject.orders.replacingOccurrences(of: ":book;", with: ":book AND placed_on >= :since;")
                .replacingOccurrences(
                    of: "-- @param book: Int64", with: "-- @param book: Int64\n-- @param since: String"))
        let before = try folder.files()
        let run = try Tool.run(["snapshot", "--check"], in: folder)
        #expect(run.exitCode == 4, "\(run.errors)")
        #expect(run.output.contains("orders.ordersOfBook: parameter since added (breaks callers)\n"))
        #expect(try folder.files() == before)

        let json = try Tool.run(["snapshot", "--check", "--json"], in: folder)
        #expect(json.exitCode == 4)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let stale = try #require((value["snapshot"] as? [String: Any])?["stale"] as? [[String: Any]])
        #expect(stale.first?["change"] as? String == "orders.ordersOfBook: parameter since added")
        #expect(stale.first?["breaksCallers"] as? Bool == true)
    }

    @Test func buildCheckNamesWhatIsStaleAndChangesNothing() throws {
        let folder = try ShopProject.built()
        try folder.write(
            "Queries/books.sql", ShopProject.books + "-- name: countBooks :one\nSELECT price FROM books LIMIT 1;\n")
        #expect(try Tool.run(["snapshot"], in: folder).exitCode == 0)
        let before = try folder.files()
        let run = try Tool.run(["build", "--check"], in: folder)
        #expect(run.exitCode == 4, "\(run.errors)")
        #expect(run.output.contains("Main.countBooks: added"))
        #expect(try folder.files() == before)
    }

    @Test func aMissingSnapshotIsStale() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run(["snapshot", "--check"], in: folder)
        #expect(run.exitCode == 4)
        #expect(!folder.contains(".xtraq"))
    }
}
