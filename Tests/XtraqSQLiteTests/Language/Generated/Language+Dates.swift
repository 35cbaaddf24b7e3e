// xtraq:generated v1 — do not edit. Source: Queries/language/dates.sql
// swift-format-ignore-file
// swiftlint:disable all

public import Foundation
public import XtraqSQLite

nonisolated extension Language {
    public static func addEvent(atText: Date, atEpoch: Date, atJulian: Date) -> WriteQuery<Int64> {
        WriteQuery(rowID: Statements.addEvent, [.date(atText), .date(unixEpoch: atEpoch), .date(julianDay: atJulian)])
    }

    public static func eventDates(id: Int64) -> ReadQuery<EventDatesRow> {
        ReadQuery(one: Statements.eventDates, [.integer(id)])
    }

    /// A row of `eventDates`.
    public nonisolated struct EventDatesRow: Sendable, Equatable {
        public let atText: Date
        public let atEpoch: Date
        public let atJulian: Date

        init(row: borrowing ResultRow) throws(XtraqError) {
            atText = try row.date(0)
            atEpoch = try row.date(1)
            atJulian = try row.date(2)
        }
    }

    public static func storedAs(id: Int64) -> ReadQuery<StoredAsRow> {
        ReadQuery(one: Statements.storedAs, [.integer(id)])
    }

    /// A row of `storedAs`.
    public nonisolated struct StoredAsRow: Sendable, Equatable {
        public let text: String
        public let epoch: String
        public let julian: String

        init(row: borrowing ResultRow) throws(XtraqError) {
            text = try row.text(0)
            epoch = try row.text(1)
            julian = try row.text(2)
        }
    }

    public static func eventsBefore(until: Date) -> RowsQuery<Int64> {
        RowsQuery(Statements.eventsBefore, [.date(unixEpoch: until)])
    }

    public static func eventsFrom(from: Date?) -> RowsQuery<Int64> {
        RowsQuery(Statements.eventsFrom, [.date(julianDay: from)])
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let addEvent: QueryStatement<Void> = .init(
        "language.addEvent",
        """
        INSERT INTO events (at_text, at_epoch, at_julian) VALUES (:atText, :atEpoch, :atJulian)
        """
    )

    static let eventDates: QueryStatement<Language.EventDatesRow> = .init(
        "language.eventDates",
        "SELECT at_text, at_epoch, at_julian FROM events WHERE id = :id",
        columns: ["at_text", "at_epoch", "at_julian"],
        decode: Language.EventDatesRow.init(row:)
    )

    static let storedAs: QueryStatement<Language.StoredAsRow> = .init(
        "language.storedAs",
        """
        SELECT typeof(at_text) AS text, typeof(at_epoch) AS epoch, typeof(at_julian) AS julian FROM events WHERE id = :id
        """,
        columns: ["text", "epoch", "julian"],
        decode: Language.StoredAsRow.init(row:)
    )

    static let eventsBefore: QueryStatement<Int64> = .init(
        "language.eventsBefore",
        "SELECT id FROM events WHERE at_epoch < :until ORDER BY id",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let eventsFrom: QueryStatement<Int64> = .init(
        "language.eventsFrom",
        "SELECT id FROM events WHERE :from IS NULL OR at_julian >= :from ORDER BY id",
        columns: ["id"],
        decode: FirstColumn.integer
    )
}
