import Bookshop
import Foundation
import GRDB
import XtraqSQLite

/// Two customers fill their carts, order, and pay, or do not.
enum Trading {
    static func run(_ shop: Shop, in pool: DatabasePool, _ checks: inout Checks) async throws {
        checks = try await pool.write { [checks] db in
            var checks = checks
            try adaBuys(shop, db, &checks)
            try bobHesitates(shop, db, &checks)
            return checks
        }
    }

    private static func adaBuys(_ shop: Shop, _ db: Database, _ checks: inout Checks) throws {
        let address = try Customers.saveAddress(
            customer: shop.ada, label: "home", street: "1 Byron Way", city: "London", postcode: nil, country: "GB"
        ).run(db)
        let moved = try Customers.saveAddress(
            customer: shop.ada, label: "home", street: "2 Byron Way", city: "London", postcode: "W1", country: "GB"
        ).run(db)
        checks.equal(moved, address, "an address that is saved again keeps its number")

        try Customers.addToCart(customer: shop.ada, book: shop.darkness, quantity: 1).run(db)
        let copies = try Customers.addToCart(customer: shop.ada, book: shop.darkness, quantity: 2).run(db)
        checks.equal(copies, 3, "copies in the cart")
        try Customers.addToCart(customer: shop.ada, book: shop.frankenstein, quantity: 1).run(db)
        let cart = try Customers.cart(customer: shop.ada).fetch(db)
        checks.equal(cart.map(\.totalCents), [899, 3897], "the cart's lines")

        let link = UUID()
        let order = try Orders.placeOrder(publicID: link, customer: shop.ada, shipTo: address, note: nil).run(db).id
        checks.equal(
            try Orders.orderCart(order: order, discount: 0.1, customer: shop.ada).run(db), 2, "lines of the order")
        checks.equal(try Customers.emptyCart(customer: shop.ada).run(db).count, 2, "lines of the emptied cart")
        checks.equal(
            try Orders.orderLines(order: order).fetch(db).map(\.totalCents), [809, 3507],
            "totals are what the generated column makes of them")

        // A database access of the application's own joins the same transaction.
        try db.execute(
            sql: "UPDATE orders SET placed_at = datetime(placed_at, '-40 days') WHERE id = ?", arguments: [order])

        try Orders.pay(order: order, method: "card", amountCents: 1000, reference: nil).run(db)
        checks.equal(try Orders.settle(order: order).run(db), 0, "an order that is paid in part")
        try Orders.pay(order: order, method: "voucher", amountCents: 3316, reference: "GIFT-7").run(db)
        checks.equal(try Orders.settle(order: order).run(db), 1, "an order that is paid")
        let balance = try Orders.balance(order: order).fetch(db)
        checks.equal(balance.map(\.owedCents), [3316, 0], "what was owed after each payment")

        checks.equal(try Orders.shipOrder(shippedAt: Date(), id: order).run(db)?.status, .shipped, "a shipped order")
        checks.holds(
            try Orders.shipOrder(shippedAt: Date(), id: order).run(db) == nil, "what is shipped is not shipped again")
        for line in try Orders.orderLines(order: order).fetch(db) {
            let book = line.title == "Frankenstein" ? shop.frankenstein : shop.darkness
            try Stock.moveStock(book: book, change: -line.quantity, reason: "sale", order: order).run(db)
        }
        let page = try Orders.orderByPublicID(publicID: link).fetch(db)
        checks.equal(page?.customer, "Ada", "the order behind a link")
        checks.equal(page?.city, "London", "where it goes")
        checks.holds(page?.note == nil, "an order without a note")
    }

    private static func bobHesitates(_ shop: Shop, _ db: Database, _ checks: inout Checks) throws {
        let order = try Orders.placeOrder(publicID: UUID(), customer: shop.bob, shipTo: nil, note: "a present")
            .run(db).id
        try Customers.addToCart(customer: shop.bob, book: shop.solaris, quantity: 1).run(db)
        try Orders.orderCart(order: order, discount: 0, customer: shop.bob).run(db)
        try Customers.review(book: shop.darkness, customer: shop.ada, stars: 5, body: "Twice, and again.").run(db)
        try Customers.review(book: shop.darkness, customer: shop.bob, stars: 4, body: nil).run(db)
        try Customers.review(book: shop.darkness, customer: shop.bob, stars: 3, body: nil).run(db)

        // A savepoint that is rolled back takes what happened within it along.
        try db.inSavepoint {
            checks.equal(try Orders.cancelOrders(customer: shop.bob).run(db), [order], "cancelled orders")
            return .rollback
        }
        checks.equal(
            try Orders.ordersOfCustomer(customer: shop.bob, status: .placed).fetch(db).map(\.orderID), [order],
            "a savepoint that was rolled back left the order as it was")
    }
}
