import Bookshop
import Foundation
import GRDB
import XtraqSQLite

/// Numbers of what stands in the shop, for those who trade in it.
struct Shop: Sendable {
    var darkness: Int64
    var solaris: Int64
    var frankenstein: Int64
    var proofs: Int64
    var leGuin: Int64
    var fiction: Int64
    var ada: Int64
    var bob: Int64
    var cy: Int64
}

/// Fills the shelves. All of it is one transaction: a shop is stocked or it is not.
enum Stocking {
    static func run(in pool: DatabasePool, _ checks: inout Checks) async throws -> Shop {
        let shop = try await pool.write { db in
            let catalogue = try fillCatalogue(db)
            try fillShelves(db, catalogue)
            return try register(db, catalogue)
        }
        // The asynchronous form opens an access of its own.
        let counts = try await Main.counts().fetch(from: pool)
        checks.equal(counts.books, 3, "books for sale")
        checks.equal(counts.authors, 4, "authors")
        checks.equal(counts.customers, 3, "customers")
        checks.equal(counts.openOrders, 0, "open orders")
        checks.equal(counts.copies, 14, "copies on the shelves")
        return shop
    }

    private static func fillCatalogue(_ db: Database) throws -> Shop {
        let ace = try Catalogue.addPublisher(name: "Ace", website: URL(string: "https://ace.example")).run(db)
        let suhrkamp = try Catalogue.addPublisher(name: "Suhrkamp", website: nil).run(db)
        let penguin = try Catalogue.addPublisher(name: "Penguin", website: nil).run(db)

        let leGuin = try Catalogue.addAuthor(
            name: "Ursula K. Le Guin", sortName: "Le Guin, Ursula K.", born: 1929, died: 2018
        ).run(db)
        let lem = try Catalogue.addAuthor(name: "Stanisław Lem", sortName: "Lem, Stanisław", born: 1921, died: 2006)
            .run(db)
        let shelley = try Catalogue.addAuthor(name: "Mary Shelley", sortName: "Shelley, Mary", born: 1797, died: 1851)
            .run(db)
        let editor = try Catalogue.addAuthor(name: "Leo Winter", sortName: "Winter, Leo", born: nil, died: nil).run(db)

        let darkness = try Catalogue.addBook(
            isbn: "9780441478125", title: "The Left Hand of Darkness", subtitle: nil, publisher: ace,
            published: day(1969, 3, 1), pages: 304, priceCents: 1299,
            details: #"{"language": "en", "tags": ["space", "politics"]}"#
        ).run(db)
        let solaris = try Catalogue.addBook(
            isbn: "9783518366455", title: "Solaris", subtitle: "Roman", publisher: suhrkamp,
            published: day(1961, 1, 1), pages: nil, priceCents: 1100,
            details: #"{"language": "de", "tags": ["space"]}"#
        ).run(db)
        let frankenstein = try Catalogue.addBook(
            isbn: "9780141439471", title: "Frankenstein", subtitle: "The Modern Prometheus", publisher: penguin,
            published: day(1818, 1, 1), pages: 352, priceCents: 899, details: "{}"
        ).run(db)
        let proofs = try Catalogue.addBook(
            isbn: "9780000000002", title: "Proofs, unbound", subtitle: nil, publisher: ace, published: nil, pages: nil,
            priceCents: 0, details: "{}"
        ).run(db)
        for (book, author, role) in [
            (darkness, leGuin, "author"), (solaris, lem, "author"), (frankenstein, shelley, "author"),
            (frankenstein, editor, "editor"),
        ] {
            try Catalogue.nameAuthor(book: book, author: author, role: role).run(db)
        }

        let fiction = try Catalogue.addCategory(parent: nil, name: "Fiction").run(db)
        let science = try Catalogue.addCategory(parent: fiction, name: "Science fiction").run(db)
        let gothic = try Catalogue.addCategory(parent: fiction, name: "Gothic").run(db)
        for (book, category) in [(darkness, science), (solaris, science), (frankenstein, gothic), (darkness, science)] {
            try Catalogue.fileBook(book: book, category: category).run(db)
        }
        try Catalogue.withdrawBook(id: proofs).run(db)
        return Shop(
            darkness: darkness, solaris: solaris, frankenstein: frankenstein, proofs: proofs, leGuin: leGuin,
            fiction: fiction, ada: 0, bob: 0, cy: 0)
    }

    private static func fillShelves(_ db: Database, _ shop: Shop) throws {
        for (book, copies) in [(shop.darkness, 10), (shop.solaris, 3), (shop.frankenstein, 2)] {
            try Stock.moveStock(book: book, change: Int64(copies), reason: "delivery", order: nil).run(db)
        }
        try Stock.moveStock(book: shop.frankenstein, change: -1, reason: "loss", order: nil).run(db)
        try Stock.shelve(shelf: "A1", reorderAt: 3, book: shop.darkness).run(db)
        try Catalogue.setCover(book: shop.darkness, mediaType: "image/png", image: Data([0x89, 0x50, 0x4E, 0x47]))
            .run(db)
    }

    private static func register(_ db: Database, _ shop: Shop) throws -> Shop {
        var shop = shop
        shop.ada = try Customers.register(
            email: "ada@example.org", name: "Ada", phone: nil, newsletter: true, referredBy: nil
        ).run(db).id
        shop.bob = try Customers.register(
            email: "bob@example.org", name: "Bob", phone: "+44 20 7946 0000", newsletter: false, referredBy: shop.ada
        ).run(db).id
        shop.cy = try Customers.register(
            email: "cy@example.org", name: "Cy", phone: nil, newsletter: false, referredBy: shop.bob
        ).run(db).id
        return shop
    }

    /// Midnight in UTC.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(from: DateComponents(year: year, month: month, day: day))
    }
}
