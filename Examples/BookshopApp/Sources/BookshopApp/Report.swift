import Bookshop
import Foundation
import GRDB
import XtraqSQLite

/// What the shop's owner reads in the evening.
enum Report {
    static func print(_ db: Database) throws {
        let ages = Date(timeIntervalSince1970: 0)
        let future = Date(timeIntervalSinceNow: 86_400)

        heading("Categories")
        for category in try Catalogue.categoryTree().fetch(db) {
            line(String(repeating: "  ", count: Int(category.depth)) + category.name, "\(category.bookCount)")
        }
        heading("Best sellers")
        for book in try Reports.bestSellers(places: 1).fetch(db) {
            line("\(book.category): \(book.title)", "\(book.quantity)")
        }
        heading("Customers")
        for customer in try Reports.bestCustomers(limit: 10).fetch(db) {
            let share = customer.percent.map { " (\($0) %)" } ?? ""
            line(customer.name + share, money(customer.spentCents))
        }
        heading("Sales by month")
        for month in try Reports.monthlySales(from: ages, until: future).fetch(db) {
            let change = month.change.map { $0 < 0 ? " (down)" : " (up)" } ?? ""
            line(month.month + change, money(month.totalCents))
        }
        heading("To be ordered")
        for book in try Stock.toReorder(since: ages).fetch(db) {
            line("\(book.title), \(book.sold) sold", "\(book.onHand) left")
        }
        heading("Lately")
        for event in try Reports.activity(limit: 4, offset: 0).fetch(db) {
            line(event.text, event.kind)
        }
    }

    private static func heading(_ text: String) {
        Swift.print("\n\(text)")
    }

    private static func line(_ text: String, _ value: String) {
        let dots = String(repeating: ".", count: max(2, 58 - text.count - value.count))
        Swift.print("  \(text) \(dots) \(value)")
    }

    private static func money(_ cents: Int64) -> String {
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
