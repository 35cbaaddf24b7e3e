import TestSupport
import Testing

@testable import SwiftGenerator

@Suite
struct NamingTests {
    /// The examples of docs/naming.md.
    @Test(arguments: [
        ("order_summary", "orderSummary", "OrderSummary"), ("orderSummary", "orderSummary", "OrderSummary"),
        ("OrderSummary", "orderSummary", "OrderSummary"), ("ORDER_SUMMARY", "orderSummary", "OrderSummary"),
        ("order-summary 2", "orderSummary2", "OrderSummary2"), ("customer_id", "customerID", "CustomerID"),
        ("userId", "userID", "UserID"), ("url_of_image", "urlOfImage", "URLOfImage"),
        ("image_url", "imageURL", "ImageURL"),
        ("HTTPServer", "httpServer", "HTTPServer"), ("user_ids", "userIDs", "UserIDs"),
        ("userIDs", "userIDs", "UserIDs"),
        ("exportGDPRData", "exportGDPRData", "ExportGDPRData"), ("GDPRExport", "gdprExport", "GDPRExport"),
        ("identity", "identity", "Identity"), ("2fa_enabled", "_2faEnabled", "_2faEnabled"),
        ("count(*)", "count", "Count"),
        ("a || b", "aB", "AB"), ("größe_in_mm", "größeInMm", "GrößeInMm"), ("Ünïcode", "ünïcode", "Ünïcode"),
        ("日本", "日本", "日本"),
        ("_hidden", "hidden", "Hidden"), ("p_customer", "pCustomer", "PCustomer"), ("", "unnamed", "unnamed"),
        ("*", "x2A", "x2A"),
        ("😀", "xF09F9880", "xF09F9880"), ("self", "self_", "Self_"), ("init", "init_", "Init"),
        ("Type", "type", "Type_"),
        ("___", "x5F5F5F", "x5F5F5F"), ("address2line", "address2line", "Address2line"),
        ("sha256Hash", "sha256Hash", "Sha256Hash"),
    ])
    func namesFollowTheGuidelines(_ source: String, _ value: String, _ type: String) {
        #expect(Identifier.value(source) == value)
        #expect(Identifier.type(source) == type)
    }

    @Test
    func wordsOfTheLanguageGetBackticks() {
        #expect(Identifier.quoted("default") == "`default`")
        #expect(Identifier.quoted("class") == "`class`")
        #expect(Identifier.quoted("name") == "name")
    }

    @Test
    func namesThatWouldCollideKeepTheirSpelling() {
        let scope = NameScope(["get_user", "getUser", "get user", "orders"], style: Identifier.value)
        #expect(scope[source: "get_user"] == "get_user")
        #expect(scope[source: "getUser"] == "getUser")
        #expect(scope[source: "get user"] == "get_x20_user")
        #expect(scope[source: "orders"] == "orders")
    }

    @Test
    func namesThatAreTakenGetTheSuffix() {
        let scope = NameScope(["data", "orders"], taken: ["Data"], suffix: "Schema", style: Identifier.type)
        #expect(scope[source: "data"] == "DataSchema")
        #expect(scope[source: "orders"] == "Orders")
    }

    /// Whatever the names are: identifiers all, no two alike, the same in any order.
    @Test
    func arbitraryNamesBecomeDistinctIdentifiers() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let names = Set((0..<40).map { _ in NastyNames.name(using: &generator) })
            for style in [Identifier.value, Identifier.type] {
                let scope = NameScope(names.shuffled(using: &generator), style: style)
                let again = NameScope(names.sorted(), style: style)
                let results = names.map { scope[source: $0] }
                #expect(Set(results).count == names.count, "seed \(seed)")
                #expect(results == names.map { again[source: $0] }, "seed \(seed)")
                for result in results {
                    #expect(NastyNames.isIdentifier(result), "\(result), seed \(seed)")
                    #expect(!Keyword.isUnusable(result), "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: [
        ("Money", true), ("Bank.Money", true), ("[UInt8]", true), ("[String: Money]", true),
        ("Tagged<Order, Int64>", true),
        ("[Int?]", true), ("", false), ("1st", false), ("Money?", false), ("Money {}", false), ("class", false),
        ("[Money", false),
        ("Money; import Glibc", false), ("Tagged<>", false), ("a-b", false),
    ])
    func typesAreNamesOfTypes(_ name: String, _ isType: Bool) {
        #expect((SwiftType.named(name) != nil) == isType)
    }

    @Test(arguments: [
        ("INTEGER", "Int64"), ("int", "Int64"), ("BIGINT", "Int64"), ("VARCHAR(20)", "String"), ("text", "String"),
        ("NATIVE CHARACTER(70)", "String"), ("BLOB", "Data"), ("double precision", "Double"), ("FLOAT", "Double"),
        ("decimal(10, 2)", "Decimal"), ("NUMERIC", "Decimal"), ("boolean", "Bool"), ("DATE", "Date"),
        ("datetime", "Date"),
        ("UUID", "UUID"), ("JSON", "String"),
    ])
    func declaredTypesBecomeSwiftTypes(_ declared: String, _ type: String) {
        #expect(SwiftType.declared(declared)?.name == type)
    }
}

/// Names that nobody should give, and everybody may.
enum NastyNames {
    private static let pieces = [
        "a", "b", "A", "B", "id", "ID", "Id", "_", "__", " ", "-", ".", "$", "1", "2", "é", "e\u{301}", "ß", "Ω", "日",
        "\u{0}",
        "\n", "\r", "\t", "\"", "\\", "`", "\u{200D}", "😀", "class", "default", "self", "Type", "init", "*/", "/*",
        "//", "#", "(",
        ")", "{", "}", "\u{202E}", "\u{FEFF}", "ǅ", "İ", "_x20_", "x2A", "\u{300}", "٣",
    ]

    static func name(using generator: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }

    static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.canBeginIdentifier else { return false }
        return name.unicodeScalars.allSatisfy(\.canContinueIdentifier)
    }
}
