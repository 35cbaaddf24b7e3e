// xtraq:generated v1 — do not edit. Source: Queries/language/scripts.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Language {
    /// Gives an author's books to another, and forgets the author.
    public static func moveBooks(to: Int64?, from: Int64, note: String?) -> WriteQuery<Void> {
        WriteQuery(script: Statements.moveBooks, [.integer(to), .integer(from), .text(note)])
    }

    public static func addPair(_ value: Int64, name: String, title: String) -> WriteQuery<Void> {
        WriteQuery(script: Statements.addPair, [.integer(value), .text(name), .text(title)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let moveBooks: QueryScript = .init(
        "language.moveBooks",
        [
        .init(
        "UPDATE books SET author_id = :to WHERE author_id = :from", [1, 2]),
        .init(
        "UPDATE books SET note = :note WHERE author_id = :to", [3, 1]),
        .init(
        "DELETE FROM authors WHERE id = :from", [2])
        ]
    )

    static let addPair: QueryScript = .init(
        "language.addPair",
        [
        .init(
        "INSERT INTO authors (id, name) VALUES (?1, ?2)", [1, 2]),
        .init(
        "INSERT INTO books (author_id, title, price) VALUES (?1, ?3, 2.5)", [1, 0, 3])
        ]
    )
}
