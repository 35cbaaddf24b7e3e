import TestSupport

/// A small project with a schema and named queries.
enum ShopProject {
    /// The DDL.
    static let schema = """
        CREATE TABLE books (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            price REAL
        ) STRICT;
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY,
            book_id INTEGER NOT NULL REFERENCES books (id),
            placed_on TEXT NOT NULL
        ) STRICT;

        """

    /// Queries of the schema `main`.
    static let books = """
        -- name: listBooks :many
        -- All books, by title.
        SELECT id, title, price FROM books ORDER BY title;

        -- name: findBook :optional
        -- @param id: Int64
        SELECT id, title, price FROM books WHERE id = :id;

        """

    /// Queries of the schema `orders`.
    static let orders = """
        -- name: ordersOfBook :many
        -- @param book: Int64
        SELECT id, placed_on FROM orders WHERE book_id = :book;

        """

    /// Makes the project.
    static func make(configuration: String = "{\"module\": \"Shop\"}") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", configuration)
        try folder.write("Schema/1_shop.sql", schema)
        try folder.write("Queries/books.sql", books)
        try folder.write("Queries/orders/orders.sql", orders)
        return folder
    }

    /// Makes the project with its snapshot and code.
    static func built() throws -> TemporaryFolder {
        let folder = try make()
        let run = try Tool.run([], in: folder)
        guard run.exitCode == 0 else { throw Failure(errors: run.errors) }
        return folder
    }

    /// Why the project could not be built.
    struct Failure: Error {
        var errors: String
    }
}
