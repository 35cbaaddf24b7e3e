import Foundation
@testable import LocalTelemetry
import TelemetryReport
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// The searches for what must not leave.
@Suite struct SearchTests {
    /// Names as projects have them, none of which is a text of the catalogue.
    static let planted: [String] = {
        let words = ["ledger", "Kundenstamm", "invoice_line", "payroll", "zürich", "acme", "北京市场部", "orderhist"]
        return (0..<5000).map { "\(words[$0 % words.count])\($0)" }
    }()

    @Test func findsEachPlantedName() throws {
        let search = NameSearch(Self.planted)
        let descriptions = xtraq.kinds.descriptions
        let fixed = FixedTexts(descriptions)
        let targets = Dictionary(
            uniqueKeysWithValues: descriptions.map { ($0.kind, $0.redacted(at: .standard)) })
        let manifestSearch = ManifestSearch(descriptions, targets)
        let text = String(decoding: try #require(xtraq.kinds.kinds[0].example()).bytes, as: UTF8.self)
        for (place, name) in Self.planted.enumerated() {
            let spelt = place % 3 == 0 ? name.uppercased() : name
            switch place % 4 {
            case 0:
                let json = Array(text.replacing("\"linux-x64\"", with: "\"\(spelt)\"").utf8)
                let found = fixed.names(search, in: json, file: "documents/1-cli-command.json")
                #expect(found.map(\.path) == ["$.runtimeIdentifier"], "\(name)")
            case 1:
                let json = Array(text.replacing("\"verbose\"", with: "\"x/\(spelt).sql\"").utf8)
                #expect(!fixed.names(search, in: json, file: "d").isEmpty, "\(name)")
            case 2:
                var manifest = Self.manifest
                manifest.entries = [.init(name: "documents/\(spelt).json", bytes: 1, sha256: "")]
                #expect(manifestSearch.findings(in: manifest, search).map(\.path) == ["$.entries[0].name"], "\(name)")
            default:
                var manifest = Self.manifest
                manifest.dropped.fields = ["build.\(spelt)"]
                #expect(!manifestSearch.findings(in: manifest, search).isEmpty, "\(name)")
            }
        }
    }

    private static let manifest = BundleManifest(
        tool: "xtraq", toolVersion: "1.4.2", level: .standard, bundle: String(repeating: "a", count: 32),
        isRevealable: true, runs: 1, span: 0)

    /// Projects whose names are ordinary English words, many of them words of the catalogue too.
    @Test func raisesNothingOnCleanDocuments() throws {
        var words: Set<String> = [
            "order", "build", "success", "files", "version", "linux", "bytes", "command", "standard", "phases",
            "release", "debian", "summary", "error", "other", "scale", "documents", "manifest", "readme", "schema",
        ]
        for description in xtraq.kinds.descriptions { collect(description.fields, into: &words) }
        let search = NameSearch(words)
        let fixed = FixedTexts(xtraq.kinds.descriptions)
        for seed in UInt64(0)..<UInt64(Self.cleanDocuments / 4) {
            var random = RandomDocuments(seed: seed)
            for description in xtraq.kinds.descriptions {
                let plan = RedactionPlan(description, level: .standard)
                let start = Timestamp(millisecondsSince1970: 1_772_439_342_307)
                let json = random.document(description, run: RunIdentifier(high: 1, low: 2), start: start).json
                var redactor = Redactor(
                    key: .thrownAway(bundle: BundleKey.randomBundle()), first: start, level: .standard)
                let document = try DocumentReader([description]).read(json)
                let redacted = redactor.redact(document, ordinal: 1, plan: plan)
                let value = try #require(redacted)
                let found = fixed.names(
                    search, in: DocumentJSON().document(value), file: "d", isToken: redactor.issued.contains)
                #expect(found == [], "seed \(seed)")
            }
        }
    }

    /// A part of the ten thousand of `make check-all`.
    private static let cleanDocuments =
        Int(ProcessInfo.processInfo.environment["TELEMETRY_TEST_CLEAN_DOCUMENTS"] ?? "") ?? 400

    private func collect(_ fields: [FieldShape], into words: inout Set<String>) {
        for field in fields {
            words.insert(field.name)
            words.formUnion(field.texts)
            collect(field.children, into: &words)
        }
    }

    @Test(arguments: [
        ("orders", "the orders of today", true), ("orders", "reorders", false), ("orders", "ORDERS", true),
        ("sales.orders", "x sales.orders y", true), ("sales.orders", "sales orders", false), ("abc", "abc", false),
        ("/home/alice", "in /home/alice/x", true), ("order", "order_line", false), ("größe", "GRÖSSE größe", true),
        ("select 1 from t", "SELECT 1 FROM t", true),
    ])
    func findsWholeWords(name: String, text: String, isThere: Bool) {
        #expect((NameSearch([name]).firstName(in: text) != nil) == isThere)
    }

    @Test(arguments: [
        ("/home/alice/shop/db.sqlite", "a path"), ("C:\\Users\\alice\\shop", "a path"),
        ("~/shop/secrets.txt", "a path"),
        ("postgres://alice:s3cret@db/shop", "a URL with a password"), ("alice@example.org", "a mail address"),
        ("10.1.2.3", "an IP address"), ("fe80:1:2:3::1", "an IP address"), ("db1.internal", "a host name"),
        ("SELECT name FROM users WHERE id = 1", "SQL"), ("insert into t values (1)", "SQL"),
        ("ghp_a8Kd02kL93mNb7VcX1zQ4wE5rT", "a long random text"),
    ])
    func recognisesRawData(text: String, reason: String) {
        #expect(LeakPatterns.reasons(in: text).contains(reason), "\(LeakPatterns.reasons(in: text))")
    }

    @Test(arguments: ["success", "linux-x64", "1.2.3", "procedure-k3v7q2ab", "up to 16 GiB", "sqlChanged", "and/or"])
    func takesOrdinaryTextsForWhatTheyAre(text: String) {
        #expect(LeakPatterns.reasons(in: text) == [])
    }
}
