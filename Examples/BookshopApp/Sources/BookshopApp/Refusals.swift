import Bookshop
import GRDB
import XtraqSQLite

/// What the schema or a query's own promise does not allow comes back as an error that says what and where.
enum Refusals {
    static func run(_ shop: Shop, in pool: DatabasePool, _ checks: inout Checks) throws {
        checks = try pool.write { [checks] db in
            var checks = checks
            checks.fails(.noRow, "a book that is not there") { _ = try Catalogue.book(id: 404).fetch(db) }

            let taken = checks.fails(.constraint, "a mail address that is taken") {
                _ = try Customers.register(
                    email: "ADA@EXAMPLE.ORG", name: "Ada", phone: nil, newsletter: false, referredBy: nil
                ).run(db)
            }
            checks.equal(taken?.constraint?.kind, .unique, "what kind of constraint that was")
            checks.equal(taken?.constraint?.table, "customers", "on which table")
            checks.equal(taken?.query, "customers.register", "in which query")

            let empty = checks.fails(.constraint, "more copies sold than there are") {
                try Stock.moveStock(book: shop.solaris, change: -99, reason: "sale", order: nil).run(db)
            }
            checks.equal(empty?.constraint?.kind, .check, "what kind of constraint that was")
            let nobody = checks.fails(.constraint, "an order of nobody") {
                try Customers.addToCart(customer: 404, book: shop.solaris, quantity: 1).run(db)
            }
            checks.equal(nobody?.constraint?.kind, .foreignKey, "what kind of constraint that was")

            checks.equal(try Customers.forgetCustomer(id: shop.ada).run(db), 0, "customers with orders stay")
            checks.equal(try Customers.forgetCustomer(id: shop.cy).run(db), 1, "customers without may go")
            checks.equal(
                try Catalogue.setDetail(name: "binding", value: "hardcover", id: shop.darkness).run(db), 1,
                "a detail that was set")
            return checks
        }
    }
}
