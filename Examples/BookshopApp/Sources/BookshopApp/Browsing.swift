import Bookshop
import Foundation
import GRDB
import XtraqSQLite

/// People look around, each in a way that a query has to offer.
enum Browsing {
    static func run(_ shop: Shop, in pool: DatabasePool, _ checks: inout Checks) async throws {
        checks = try await pool.read { [checks] db in
            var checks = checks
            try books(shop, db, &checks)
            try categories(shop, db, &checks)
            try customers(shop, db, &checks)
            return checks
        }
        try await pages(in: pool, &checks)
        try await watching(shop, in: pool, &checks)
    }

    private static func books(_ shop: Shop, _ db: Database, _ checks: inout Checks) throws {
        let book = try Catalogue.book(id: shop.darkness).fetch(db)
        checks.equal(book.title, "The Left Hand of Darkness", "a book's title")
        checks.holds(book.subtitle == nil && !book.withdrawn, "a book without subtitle, for sale")
        checks.equal(book.published.map { $0.timeIntervalSince1970 }, -26_438_400, "a book's date")
        checks.equal(try Catalogue.findBook(isbn: "9783518366455").fetch(db)?.id, shop.solaris, "a book by ISBN")
        checks.holds(try Catalogue.findBook(isbn: "9999999999999").fetch(db) == nil, "an ISBN that nobody has")

        let page = try Catalogue.bookPage(id: shop.darkness).fetch(db)
        checks.equal(page?.stars, 4, "mean of the stars")
        checks.equal(page?.onHand, 7, "copies on hand")
        checks.equal(page?.website, URL(string: "https://ace.example"), "the publisher's website")
        let unreviewed = try Catalogue.bookPage(id: shop.proofs).fetch(db)
        checks.holds(unreviewed != nil && unreviewed?.stars == nil, "a book that nobody has reviewed")
        checks.holds(unreviewed?.onHand == nil, "a book that was never in stock")

        checks.equal(
            try Catalogue.booksForSale(from: 0, upTo: 5000, inStock: true).fetch(db).map(\.id),
            [shop.solaris, shop.darkness], "books in stock by price")
        checks.equal(try Catalogue.booksOfAuthor(author: shop.leGuin).fetch(db).count, 1, "books of an author")
        checks.equal(
            try Catalogue.authorsOfBook(book: shop.frankenstein).fetch(db).map(\.role), ["author", "editor"],
            "people on a cover")
        checks.equal(
            try Catalogue.authorsByName(prefix: "le").fetch(db).map(\.name),
            ["Ursula K. Le Guin", "Stanisław Lem", "Leo Winter"],
            "people by the beginning of their names")
        checks.equal(
            try Catalogue.booksByISBN(isbns: ["9783518366455", "9999999999999"]).fetch(db).map(\.id), [shop.solaris],
            "books of a list")
        checks.equal(try Catalogue.booksByISBN(isbns: []).fetch(db).count, 0, "books of an empty list")
        checks.equal(
            try Catalogue.browse(order: .title, pageSize: 2, skip: 1).fetch(db).map(\.title),
            ["Solaris", "The Left Hand of Darkness"], "a page in the chosen order")
        checks.equal(
            try Catalogue.detailsOfBook(id: shop.darkness).fetch(db).value.tags, ["space", "politics"],
            "JSON as a type of the shop's own")
        checks.equal(try Catalogue.cover(book: shop.darkness).fetch(db)?.image.count, 4, "bytes of a cover")
        checks.equal(
            try Catalogue.search(words: "dark* OR lem", limit: 5).fetch(db).map(\.excerpt),
            ["The Left Hand of [Darkness]", "Stanisław [Lem]"], "full text")
    }

    private static func categories(_ shop: Shop, _ db: Database, _ checks: inout Checks) throws {
        // A cursor reads row by row, for results that are too large to hold.
        var paths: [String] = []
        let tree = try Catalogue.categoryTree().cursor(db)
        while let category = try tree.next() { paths.append(category.path) }
        checks.equal(paths, ["Fiction", "Fiction / Gothic", "Fiction / Science fiction"], "the tree of categories")
        checks.equal(try Catalogue.booksBelow(category: shop.fiction).fetch(db).count, 3, "books below a category")
        checks.equal(try Catalogue.tagCounts().fetch(db).map(\.tag), ["space", "politics"], "tags")
        checks.equal(
            try Catalogue.booksWithTag(tag: "politics").fetch(db).map(\.language), ["en"], "a generated column")

        let json = try Catalogue.exportCatalogue().fetch(db)
        checks.equal(json.text.prefix(9), "[{\"isbn\":", "the exported catalogue as text")
        checks.equal(try json.value.map(\.authors.count), [2, 1, 1], "authors in the exported catalogue")
    }

    private static func customers(_ shop: Shop, _ db: Database, _ checks: inout Checks) throws {
        checks.equal(
            try Customers.customerByEmail(email: "ADA@example.org").fetch(db)?.id, shop.ada,
            "a mail address in capitals")
        checks.equal(
            try Customers.findCustomers(name: nil, newsletter: nil, country: nil).fetch(db).count, 3, "no filter")
        checks.equal(
            try Customers.findCustomers(name: "a", newsletter: true, country: "GB").fetch(db).map(\.id), [shop.ada],
            "all filters")
        checks.equal(
            try Customers.referrals(customer: shop.ada).fetch(db).map(\.depth), [1, 2], "who came through whom")
        let quiet = try Reports.quietCustomers(since: Date(timeIntervalSinceNow: -86_400 * 7)).fetch(db)
        checks.equal(quiet.map(\.name), ["Cy", "Ada"], "who has not ordered for a week")
        checks.equal(quiet.map { $0.lastOrder == nil }, [true, false], "who has never ordered")
    }

    private static func pages(in pool: DatabasePool, _ checks: inout Checks) async throws {
        var titles: [String] = []
        var last: Catalogue.ListBooksRow?
        repeat {
            let page = try await Catalogue.listBooks(afterTitle: last?.title, afterID: last?.id, pageSize: 2)
                .fetch(from: pool)
            titles += page.map(\.title)
            last = page.last
        } while last != nil
        checks.equal(titles, ["Frankenstein", "Solaris", "The Left Hand of Darkness"], "all pages of the catalogue")
    }

    /// GRDB's observation of the tables that a generated query reads.
    private static func watching(_ shop: Shop, in pool: DatabasePool, _ checks: inout Checks) async throws {
        // An observation may report what has not changed; who does not want that says so.
        let prices = ValueObservation.tracking { db in try Catalogue.book(id: shop.solaris).fetch(db).priceCents }
            .removeDuplicates()
        var seen: [Int64] = []
        for try await price in prices.values(in: pool) {
            seen.append(price)
            if seen.count == 2 { break }
            try await Catalogue.setPrice(priceCents: price + 50, id: shop.solaris).run(in: pool)
        }
        checks.equal(seen, [1100, 1150], "prices that an observation saw")
    }
}
