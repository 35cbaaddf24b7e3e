import Foundation
import TestSupport
import Testing

@Suite struct FilterTests {
    @Test func onlyWhatMatchesIsUpdated() throws {
        let folder = try ShopProject.built()
        let before = try folder.files()
        try folder.write(
            "Queries/books.sql", ShopProject.books.replacingOccurrences(of: "All books", with: "Each book"))
        try folder.write(
            "Queries/orders/orders.sql",
            ShopProject.orders.replacingOccurrences(of: "id, placed_on", with: "placed_on, id"))
        let run = try Tool.run(["--procedure", "orders.*"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        let after = try folder.files()
        let written = [".xtraq/snapshots/", "Generated/"]
        let changed = after.keys.filter { path in
            after[path] != before[path] && written.contains { path.hasPrefix($0) }
        }
        #expect(!changed.isEmpty)
        #expect(changed.allSatisfy { !$0.contains("books") }, "\(changed)")
    }

    @Test func nothingIsRemovedByAFilteredRun() throws {
        let folder = try ShopProject.built()
        let before = try folder.files()
        try folder.remove("Queries/books.sql")
        let run = try Tool.run(["--procedure", "ordersOfBook"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        for path in before.keys where !path.hasPrefix(".xtraq/cache/") && path != "Queries/books.sql" {
            #expect(folder.contains(path), "\(path)")
        }
        #expect(try Tool.run([], in: folder).exitCode == 0)
        #expect(!folder.contains(".xtraq/snapshots/queries/Queries/books.sql.json"))
    }

    @Test(arguments: ["listBook", "main.listBook", "orders.orderOfBook"]) func noMatchNamesWhatIsNear(filter: String)
        throws
    {
        let folder = try ShopProject.built()
        let before = try folder.files()
        for command in [["snapshot"], ["build"], []] {
            let run = try Tool.run(command + ["--procedure", filter], in: folder)
            #expect(run.exitCode == 1, "\(command) \(run.errors)")
            #expect(
                run.errors.contains(filter.contains("orders") ? "orders.ordersOfBook" : "main.listBooks"),
                "\(run.errors)")
        }
        #expect(try folder.files() == before)
    }

    @Test(arguments: ["a..b", "a.b.c", ".a", "a.", "a b", " ", ",;"]) func malformedFiltersAreWrongUsage(filter: String)
        throws
    {
        let folder = try ShopProject.built()
        let before = try folder.files()
        for command in [["snapshot"], ["build"], []] {
            let run = try Tool.run(command + ["--procedure", filter], in: folder)
            #expect(run.exitCode == 64)
            #expect(run.errors.contains("XQ0501"))
        }
        #expect(try folder.files() == before)
    }
}
