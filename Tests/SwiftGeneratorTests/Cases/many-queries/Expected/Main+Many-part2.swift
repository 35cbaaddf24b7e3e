// xtraq:generated v1 — do not edit. Source: Queries/many.sql
// swift-format-ignore-file
// swiftlint:disable all

public import XtraqSQLite

nonisolated extension Main {
    public static func query51() -> RowsQuery<Int64> {
        RowsQuery(Statements.query51)
    }

    public static func query52() -> RowsQuery<Int64> {
        RowsQuery(Statements.query52)
    }

    public static func query53() -> RowsQuery<Int64> {
        RowsQuery(Statements.query53)
    }

    public static func query54() -> RowsQuery<Int64> {
        RowsQuery(Statements.query54)
    }

    public static func query55() -> RowsQuery<Int64> {
        RowsQuery(Statements.query55)
    }

    public static func query56() -> RowsQuery<Int64> {
        RowsQuery(Statements.query56)
    }

    public static func query57() -> RowsQuery<Int64> {
        RowsQuery(Statements.query57)
    }

    public static func query58() -> RowsQuery<Int64> {
        RowsQuery(Statements.query58)
    }

    public static func query59() -> RowsQuery<Int64> {
        RowsQuery(Statements.query59)
    }

    public static func query60() -> RowsQuery<Int64> {
        RowsQuery(Statements.query60)
    }

    public static func query61() -> RowsQuery<Int64> {
        RowsQuery(Statements.query61)
    }

    public static func query62() -> RowsQuery<Int64> {
        RowsQuery(Statements.query62)
    }

    public static func query63() -> RowsQuery<Int64> {
        RowsQuery(Statements.query63)
    }

    public static func query64() -> RowsQuery<Int64> {
        RowsQuery(Statements.query64)
    }

    public static func query65() -> RowsQuery<Int64> {
        RowsQuery(Statements.query65)
    }

    public static func query66() -> RowsQuery<Int64> {
        RowsQuery(Statements.query66)
    }

    public static func query67() -> RowsQuery<Int64> {
        RowsQuery(Statements.query67)
    }

    public static func query68() -> RowsQuery<Int64> {
        RowsQuery(Statements.query68)
    }

    public static func query69() -> RowsQuery<Int64> {
        RowsQuery(Statements.query69)
    }

    public static func query70() -> RowsQuery<Int64> {
        RowsQuery(Statements.query70)
    }

    public static func query71() -> RowsQuery<Int64> {
        RowsQuery(Statements.query71)
    }

    public static func query72() -> RowsQuery<Int64> {
        RowsQuery(Statements.query72)
    }

    public static func query73() -> RowsQuery<Int64> {
        RowsQuery(Statements.query73)
    }

    public static func query74() -> RowsQuery<Int64> {
        RowsQuery(Statements.query74)
    }

    public static func query75() -> RowsQuery<Int64> {
        RowsQuery(Statements.query75)
    }

    public static func query76() -> RowsQuery<Int64> {
        RowsQuery(Statements.query76)
    }

    public static func query77() -> RowsQuery<Int64> {
        RowsQuery(Statements.query77)
    }

    public static func query78() -> RowsQuery<Int64> {
        RowsQuery(Statements.query78)
    }

    public static func query79() -> RowsQuery<Int64> {
        RowsQuery(Statements.query79)
    }

    public static func query80() -> RowsQuery<Int64> {
        RowsQuery(Statements.query80)
    }

    public static func query81() -> RowsQuery<Int64> {
        RowsQuery(Statements.query81)
    }

    public static func query82() -> RowsQuery<Int64> {
        RowsQuery(Statements.query82)
    }

    public static func query83() -> RowsQuery<Int64> {
        RowsQuery(Statements.query83)
    }

    public static func query84() -> RowsQuery<Int64> {
        RowsQuery(Statements.query84)
    }

    public static func query85() -> RowsQuery<Int64> {
        RowsQuery(Statements.query85)
    }

    public static func query86() -> RowsQuery<Int64> {
        RowsQuery(Statements.query86)
    }

    public static func query87() -> RowsQuery<Int64> {
        RowsQuery(Statements.query87)
    }

    public static func query88() -> RowsQuery<Int64> {
        RowsQuery(Statements.query88)
    }

    public static func query89() -> RowsQuery<Int64> {
        RowsQuery(Statements.query89)
    }

    public static func query90() -> RowsQuery<Int64> {
        RowsQuery(Statements.query90)
    }

    public static func query91() -> RowsQuery<Int64> {
        RowsQuery(Statements.query91)
    }

    public static func query92() -> RowsQuery<Int64> {
        RowsQuery(Statements.query92)
    }

    public static func query93() -> RowsQuery<Int64> {
        RowsQuery(Statements.query93)
    }

    public static func query94() -> RowsQuery<Int64> {
        RowsQuery(Statements.query94)
    }

    public static func query95() -> RowsQuery<Int64> {
        RowsQuery(Statements.query95)
    }

    public static func query96() -> RowsQuery<Int64> {
        RowsQuery(Statements.query96)
    }

    public static func query97() -> RowsQuery<Int64> {
        RowsQuery(Statements.query97)
    }

    public static func query98() -> RowsQuery<Int64> {
        RowsQuery(Statements.query98)
    }

    public static func query99() -> RowsQuery<Int64> {
        RowsQuery(Statements.query99)
    }

    public static func query100() -> RowsQuery<Int64> {
        RowsQuery(Statements.query100)
    }

    public static func query101() -> RowsQuery<Int64> {
        RowsQuery(Statements.query101)
    }
}

/// The queries as data.
private nonisolated enum Statements {
    static let query51: QueryStatement<Int64> = .init(
        "main.query_51",
        "SELECT id FROM t WHERE id <> 51",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query52: QueryStatement<Int64> = .init(
        "main.query_52",
        "SELECT id FROM t WHERE id <> 52",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query53: QueryStatement<Int64> = .init(
        "main.query_53",
        "SELECT id FROM t WHERE id <> 53",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query54: QueryStatement<Int64> = .init(
        "main.query_54",
        "SELECT id FROM t WHERE id <> 54",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query55: QueryStatement<Int64> = .init(
        "main.query_55",
        "SELECT id FROM t WHERE id <> 55",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query56: QueryStatement<Int64> = .init(
        "main.query_56",
        "SELECT id FROM t WHERE id <> 56",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query57: QueryStatement<Int64> = .init(
        "main.query_57",
        "SELECT id FROM t WHERE id <> 57",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query58: QueryStatement<Int64> = .init(
        "main.query_58",
        "SELECT id FROM t WHERE id <> 58",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query59: QueryStatement<Int64> = .init(
        "main.query_59",
        "SELECT id FROM t WHERE id <> 59",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query60: QueryStatement<Int64> = .init(
        "main.query_60",
        "SELECT id FROM t WHERE id <> 60",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query61: QueryStatement<Int64> = .init(
        "main.query_61",
        "SELECT id FROM t WHERE id <> 61",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query62: QueryStatement<Int64> = .init(
        "main.query_62",
        "SELECT id FROM t WHERE id <> 62",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query63: QueryStatement<Int64> = .init(
        "main.query_63",
        "SELECT id FROM t WHERE id <> 63",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query64: QueryStatement<Int64> = .init(
        "main.query_64",
        "SELECT id FROM t WHERE id <> 64",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query65: QueryStatement<Int64> = .init(
        "main.query_65",
        "SELECT id FROM t WHERE id <> 65",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query66: QueryStatement<Int64> = .init(
        "main.query_66",
        "SELECT id FROM t WHERE id <> 66",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query67: QueryStatement<Int64> = .init(
        "main.query_67",
        "SELECT id FROM t WHERE id <> 67",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query68: QueryStatement<Int64> = .init(
        "main.query_68",
        "SELECT id FROM t WHERE id <> 68",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query69: QueryStatement<Int64> = .init(
        "main.query_69",
        "SELECT id FROM t WHERE id <> 69",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query70: QueryStatement<Int64> = .init(
        "main.query_70",
        "SELECT id FROM t WHERE id <> 70",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query71: QueryStatement<Int64> = .init(
        "main.query_71",
        "SELECT id FROM t WHERE id <> 71",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query72: QueryStatement<Int64> = .init(
        "main.query_72",
        "SELECT id FROM t WHERE id <> 72",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query73: QueryStatement<Int64> = .init(
        "main.query_73",
        "SELECT id FROM t WHERE id <> 73",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query74: QueryStatement<Int64> = .init(
        "main.query_74",
        "SELECT id FROM t WHERE id <> 74",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query75: QueryStatement<Int64> = .init(
        "main.query_75",
        "SELECT id FROM t WHERE id <> 75",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query76: QueryStatement<Int64> = .init(
        "main.query_76",
        "SELECT id FROM t WHERE id <> 76",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query77: QueryStatement<Int64> = .init(
        "main.query_77",
        "SELECT id FROM t WHERE id <> 77",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query78: QueryStatement<Int64> = .init(
        "main.query_78",
        "SELECT id FROM t WHERE id <> 78",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query79: QueryStatement<Int64> = .init(
        "main.query_79",
        "SELECT id FROM t WHERE id <> 79",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query80: QueryStatement<Int64> = .init(
        "main.query_80",
        "SELECT id FROM t WHERE id <> 80",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query81: QueryStatement<Int64> = .init(
        "main.query_81",
        "SELECT id FROM t WHERE id <> 81",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query82: QueryStatement<Int64> = .init(
        "main.query_82",
        "SELECT id FROM t WHERE id <> 82",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query83: QueryStatement<Int64> = .init(
        "main.query_83",
        "SELECT id FROM t WHERE id <> 83",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query84: QueryStatement<Int64> = .init(
        "main.query_84",
        "SELECT id FROM t WHERE id <> 84",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query85: QueryStatement<Int64> = .init(
        "main.query_85",
        "SELECT id FROM t WHERE id <> 85",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query86: QueryStatement<Int64> = .init(
        "main.query_86",
        "SELECT id FROM t WHERE id <> 86",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query87: QueryStatement<Int64> = .init(
        "main.query_87",
        "SELECT id FROM t WHERE id <> 87",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query88: QueryStatement<Int64> = .init(
        "main.query_88",
        "SELECT id FROM t WHERE id <> 88",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query89: QueryStatement<Int64> = .init(
        "main.query_89",
        "SELECT id FROM t WHERE id <> 89",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query90: QueryStatement<Int64> = .init(
        "main.query_90",
        "SELECT id FROM t WHERE id <> 90",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query91: QueryStatement<Int64> = .init(
        "main.query_91",
        "SELECT id FROM t WHERE id <> 91",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query92: QueryStatement<Int64> = .init(
        "main.query_92",
        "SELECT id FROM t WHERE id <> 92",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query93: QueryStatement<Int64> = .init(
        "main.query_93",
        "SELECT id FROM t WHERE id <> 93",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query94: QueryStatement<Int64> = .init(
        "main.query_94",
        "SELECT id FROM t WHERE id <> 94",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query95: QueryStatement<Int64> = .init(
        "main.query_95",
        "SELECT id FROM t WHERE id <> 95",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query96: QueryStatement<Int64> = .init(
        "main.query_96",
        "SELECT id FROM t WHERE id <> 96",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query97: QueryStatement<Int64> = .init(
        "main.query_97",
        "SELECT id FROM t WHERE id <> 97",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query98: QueryStatement<Int64> = .init(
        "main.query_98",
        "SELECT id FROM t WHERE id <> 98",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query99: QueryStatement<Int64> = .init(
        "main.query_99",
        "SELECT id FROM t WHERE id <> 99",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query100: QueryStatement<Int64> = .init(
        "main.query_100",
        "SELECT id FROM t WHERE id <> 100",
        columns: ["id"],
        decode: FirstColumn.integer
    )

    static let query101: QueryStatement<Int64> = .init(
        "main.query_101",
        "SELECT id FROM t WHERE id <> 101",
        columns: ["id"],
        decode: FirstColumn.integer
    )
}
