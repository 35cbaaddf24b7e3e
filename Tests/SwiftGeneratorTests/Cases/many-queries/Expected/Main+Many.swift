// xtraq:generated v1 — do not edit. Source: Queries/many.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Main {
    public static func query1() -> RowsQuery<Int64> {
        RowsQuery(Statements.query1)
    }

    public static func query2() -> RowsQuery<Int64> {
        RowsQuery(Statements.query2)
    }

    public static func query3() -> RowsQuery<Int64> {
        RowsQuery(Statements.query3)
    }

    public static func query4() -> RowsQuery<Int64> {
        RowsQuery(Statements.query4)
    }

    public static func query5() -> RowsQuery<Int64> {
        RowsQuery(Statements.query5)
    }

    public static func query6() -> RowsQuery<Int64> {
        RowsQuery(Statements.query6)
    }

    public static func query7() -> RowsQuery<Int64> {
        RowsQuery(Statements.query7)
    }

    public static func query8() -> RowsQuery<Int64> {
        RowsQuery(Statements.query8)
    }

    public static func query9() -> RowsQuery<Int64> {
        RowsQuery(Statements.query9)
    }

    public static func query10() -> RowsQuery<Int64> {
        RowsQuery(Statements.query10)
    }

    public static func query11() -> RowsQuery<Int64> {
        RowsQuery(Statements.query11)
    }

    public static func query12() -> RowsQuery<Int64> {
        RowsQuery(Statements.query12)
    }

    public static func query13() -> RowsQuery<Int64> {
        RowsQuery(Statements.query13)
    }

    public static func query14() -> RowsQuery<Int64> {
        RowsQuery(Statements.query14)
    }

    public static func query15() -> RowsQuery<Int64> {
        RowsQuery(Statements.query15)
    }

    public static func query16() -> RowsQuery<Int64> {
        RowsQuery(Statements.query16)
    }

    public static func query17() -> RowsQuery<Int64> {
        RowsQuery(Statements.query17)
    }

    public static func query18() -> RowsQuery<Int64> {
        RowsQuery(Statements.query18)
    }

    public static func query19() -> RowsQuery<Int64> {
        RowsQuery(Statements.query19)
    }

    public static func query20() -> RowsQuery<Int64> {
        RowsQuery(Statements.query20)
    }

    public static func query21() -> RowsQuery<Int64> {
        RowsQuery(Statements.query21)
    }

    public static func query22() -> RowsQuery<Int64> {
        RowsQuery(Statements.query22)
    }

    public static func query23() -> RowsQuery<Int64> {
        RowsQuery(Statements.query23)
    }

    public static func query24() -> RowsQuery<Int64> {
        RowsQuery(Statements.query24)
    }

    public static func query25() -> RowsQuery<Int64> {
        RowsQuery(Statements.query25)
    }

    public static func query26() -> RowsQuery<Int64> {
        RowsQuery(Statements.query26)
    }

    public static func query27() -> RowsQuery<Int64> {
        RowsQuery(Statements.query27)
    }

    public static func query28() -> RowsQuery<Int64> {
        RowsQuery(Statements.query28)
    }

    public static func query29() -> RowsQuery<Int64> {
        RowsQuery(Statements.query29)
    }

    public static func query30() -> RowsQuery<Int64> {
        RowsQuery(Statements.query30)
    }

    public static func query31() -> RowsQuery<Int64> {
        RowsQuery(Statements.query31)
    }

    public static func query32() -> RowsQuery<Int64> {
        RowsQuery(Statements.query32)
    }

    public static func query33() -> RowsQuery<Int64> {
        RowsQuery(Statements.query33)
    }

    public static func query34() -> RowsQuery<Int64> {
        RowsQuery(Statements.query34)
    }

    public static func query35() -> RowsQuery<Int64> {
        RowsQuery(Statements.query35)
    }

    public static func query36() -> RowsQuery<Int64> {
        RowsQuery(Statements.query36)
    }

    public static func query37() -> RowsQuery<Int64> {
        RowsQuery(Statements.query37)
    }

    public static func query38() -> RowsQuery<Int64> {
        RowsQuery(Statements.query38)
    }

    public static func query39() -> RowsQuery<Int64> {
        RowsQuery(Statements.query39)
    }

    public static func query40() -> RowsQuery<Int64> {
        RowsQuery(Statements.query40)
    }

    public static func query41() -> RowsQuery<Int64> {
        RowsQuery(Statements.query41)
    }

    public static func query42() -> RowsQuery<Int64> {
        RowsQuery(Statements.query42)
    }

    public static func query43() -> RowsQuery<Int64> {
        RowsQuery(Statements.query43)
    }

    public static func query44() -> RowsQuery<Int64> {
        RowsQuery(Statements.query44)
    }

    public static func query45() -> RowsQuery<Int64> {
        RowsQuery(Statements.query45)
    }

    public static func query46() -> RowsQuery<Int64> {
        RowsQuery(Statements.query46)
    }

    public static func query47() -> RowsQuery<Int64> {
        RowsQuery(Statements.query47)
    }

    public static func query48() -> RowsQuery<Int64> {
        RowsQuery(Statements.query48)
    }

    public static func query49() -> RowsQuery<Int64> {
        RowsQuery(Statements.query49)
    }

    public static func query50() -> RowsQuery<Int64> {
        RowsQuery(Statements.query50)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let query1: QueryStatement<Int64> = .init(
        "main.query_1",
        "SELECT id FROM t WHERE id <> 1",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query2: QueryStatement<Int64> = .init(
        "main.query_2",
        "SELECT id FROM t WHERE id <> 2",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query3: QueryStatement<Int64> = .init(
        "main.query_3",
        "SELECT id FROM t WHERE id <> 3",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query4: QueryStatement<Int64> = .init(
        "main.query_4",
        "SELECT id FROM t WHERE id <> 4",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query5: QueryStatement<Int64> = .init(
        "main.query_5",
        "SELECT id FROM t WHERE id <> 5",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query6: QueryStatement<Int64> = .init(
        "main.query_6",
        "SELECT id FROM t WHERE id <> 6",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query7: QueryStatement<Int64> = .init(
        "main.query_7",
        "SELECT id FROM t WHERE id <> 7",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query8: QueryStatement<Int64> = .init(
        "main.query_8",
        "SELECT id FROM t WHERE id <> 8",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query9: QueryStatement<Int64> = .init(
        "main.query_9",
        "SELECT id FROM t WHERE id <> 9",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query10: QueryStatement<Int64> = .init(
        "main.query_10",
        "SELECT id FROM t WHERE id <> 10",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query11: QueryStatement<Int64> = .init(
        "main.query_11",
        "SELECT id FROM t WHERE id <> 11",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query12: QueryStatement<Int64> = .init(
        "main.query_12",
        "SELECT id FROM t WHERE id <> 12",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query13: QueryStatement<Int64> = .init(
        "main.query_13",
        "SELECT id FROM t WHERE id <> 13",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query14: QueryStatement<Int64> = .init(
        "main.query_14",
        "SELECT id FROM t WHERE id <> 14",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query15: QueryStatement<Int64> = .init(
        "main.query_15",
        "SELECT id FROM t WHERE id <> 15",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query16: QueryStatement<Int64> = .init(
        "main.query_16",
        "SELECT id FROM t WHERE id <> 16",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query17: QueryStatement<Int64> = .init(
        "main.query_17",
        "SELECT id FROM t WHERE id <> 17",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query18: QueryStatement<Int64> = .init(
        "main.query_18",
        "SELECT id FROM t WHERE id <> 18",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query19: QueryStatement<Int64> = .init(
        "main.query_19",
        "SELECT id FROM t WHERE id <> 19",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query20: QueryStatement<Int64> = .init(
        "main.query_20",
        "SELECT id FROM t WHERE id <> 20",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query21: QueryStatement<Int64> = .init(
        "main.query_21",
        "SELECT id FROM t WHERE id <> 21",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query22: QueryStatement<Int64> = .init(
        "main.query_22",
        "SELECT id FROM t WHERE id <> 22",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query23: QueryStatement<Int64> = .init(
        "main.query_23",
        "SELECT id FROM t WHERE id <> 23",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query24: QueryStatement<Int64> = .init(
        "main.query_24",
        "SELECT id FROM t WHERE id <> 24",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query25: QueryStatement<Int64> = .init(
        "main.query_25",
        "SELECT id FROM t WHERE id <> 25",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query26: QueryStatement<Int64> = .init(
        "main.query_26",
        "SELECT id FROM t WHERE id <> 26",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query27: QueryStatement<Int64> = .init(
        "main.query_27",
        "SELECT id FROM t WHERE id <> 27",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query28: QueryStatement<Int64> = .init(
        "main.query_28",
        "SELECT id FROM t WHERE id <> 28",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query29: QueryStatement<Int64> = .init(
        "main.query_29",
        "SELECT id FROM t WHERE id <> 29",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query30: QueryStatement<Int64> = .init(
        "main.query_30",
        "SELECT id FROM t WHERE id <> 30",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query31: QueryStatement<Int64> = .init(
        "main.query_31",
        "SELECT id FROM t WHERE id <> 31",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query32: QueryStatement<Int64> = .init(
        "main.query_32",
        "SELECT id FROM t WHERE id <> 32",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query33: QueryStatement<Int64> = .init(
        "main.query_33",
        "SELECT id FROM t WHERE id <> 33",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query34: QueryStatement<Int64> = .init(
        "main.query_34",
        "SELECT id FROM t WHERE id <> 34",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query35: QueryStatement<Int64> = .init(
        "main.query_35",
        "SELECT id FROM t WHERE id <> 35",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query36: QueryStatement<Int64> = .init(
        "main.query_36",
        "SELECT id FROM t WHERE id <> 36",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query37: QueryStatement<Int64> = .init(
        "main.query_37",
        "SELECT id FROM t WHERE id <> 37",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query38: QueryStatement<Int64> = .init(
        "main.query_38",
        "SELECT id FROM t WHERE id <> 38",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query39: QueryStatement<Int64> = .init(
        "main.query_39",
        "SELECT id FROM t WHERE id <> 39",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query40: QueryStatement<Int64> = .init(
        "main.query_40",
        "SELECT id FROM t WHERE id <> 40",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query41: QueryStatement<Int64> = .init(
        "main.query_41",
        "SELECT id FROM t WHERE id <> 41",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query42: QueryStatement<Int64> = .init(
        "main.query_42",
        "SELECT id FROM t WHERE id <> 42",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query43: QueryStatement<Int64> = .init(
        "main.query_43",
        "SELECT id FROM t WHERE id <> 43",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query44: QueryStatement<Int64> = .init(
        "main.query_44",
        "SELECT id FROM t WHERE id <> 44",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query45: QueryStatement<Int64> = .init(
        "main.query_45",
        "SELECT id FROM t WHERE id <> 45",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query46: QueryStatement<Int64> = .init(
        "main.query_46",
        "SELECT id FROM t WHERE id <> 46",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query47: QueryStatement<Int64> = .init(
        "main.query_47",
        "SELECT id FROM t WHERE id <> 47",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query48: QueryStatement<Int64> = .init(
        "main.query_48",
        "SELECT id FROM t WHERE id <> 48",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query49: QueryStatement<Int64> = .init(
        "main.query_49",
        "SELECT id FROM t WHERE id <> 49",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query50: QueryStatement<Int64> = .init(
        "main.query_50",
        "SELECT id FROM t WHERE id <> 50",
        columns: ["id"],
        decode: FirstColumn.integer
    )
}
