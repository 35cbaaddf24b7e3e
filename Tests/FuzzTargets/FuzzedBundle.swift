import LocalTelemetry
import TelemetryReport
import TelemetrySharing
import XtraqDocuments

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The readers of bundles: of the file, and of what lies in it, which checksums keep a fuzzer away from.
enum FuzzedBundle {
    private static let catalogue = XtraqCatalogue(
        version: Version(1, 0, 0), commands: Vocabulary(["run", "snapshot", "build"])
    ).kinds
    private static let levels = RedactionLevel.allCases.map { level in
        catalogue.descriptions.map { $0.redacted(at: level) }
    }

    /// Reads bytes as a bundle.
    static func read(_ bytes: [UInt8]) {
        withFile(bytes) { path in
            _ = BundleReader.isBundle(path)
            _ = try? Verifier(catalogue.descriptions, names: ["orders"]).verify(path)
            _ = try? TelemetrySources.runs(in: [path], catalogue.descriptions, excluding: nil)
        }
    }

    /// Reads bytes as a manifest and as a document of a bundle.
    static func readContent(_ bytes: [UInt8]) {
        if let manifest = try? BundleManifest(bytes) {
            precondition(manifest.entries.count <= ArchiveLimits.entries, "more entries than a bundle holds")
        }
        for descriptions in levels {
            _ = try? DocumentReader(descriptions, bundle: String(repeating: "a", count: 32)).read(bytes)
            for description in descriptions { _ = DocumentValidator(description).look(at: bytes) }
            _ = FixedTexts(descriptions).names(NameSearch(["orders"]), in: bytes, file: "d")
        }
    }

    private static func withFile(_ bytes: [UInt8], _ body: (String) -> Void) {
        let path = "/tmp/xtraq-fuzz-\(UInt64.random(in: 0 ... .max))"
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        guard unsafe bytes.withUnsafeBytes({ unsafe write(descriptor, $0.baseAddress, $0.count) }) == bytes.count else {
            return
        }
        body(path)
    }

    // MARK: Seeds

    /// A small bundle, as the tool makes it of its own examples.
    static var archives: [[UInt8]] {
        RedactionLevel.allCases.compactMap { level in
            bundle(level).map { bundle in bundle.parts.flatMap { $0 } }
        }
    }

    /// What lies in it.
    static var contents: [[UInt8]] {
        guard let bundle = bundle(.standard) else { return [] }
        let documents = catalogue.kinds.compactMap { kind -> [UInt8]? in
            guard let bytes = kind.example()?.bytes,
                let document = try? DocumentReader(catalogue.descriptions).read(bytes)
            else { return nil }
            let description = kind.describe()
            var redactor = Redactor(
                key: .thrownAway(bundle: bundle.manifest.bundle), first: document.timestamp, level: .standard)
            return redactor.redact(document, ordinal: 1, plan: RedactionPlan(description, level: .standard)).map {
                DocumentJSON().document($0)
            }
        }
        return [bundle.manifest.json] + documents
    }

    private static func bundle(_ level: RedactionLevel) -> BundleMaker.Bundle? {
        var made: BundleMaker.Bundle?
        for kind in catalogue.kinds.prefix(1) {
            guard let bytes = kind.example()?.bytes else { continue }
            withFile(bytes) { path in
                let index = DocumentIndex([path], kinds: catalogue.kinds.map(\.name), excluding: nil)
                made = try? BundleMaker(catalogue.descriptions, level: level, names: []).make(index) {
                    .thrownAway(bundle: String(repeating: "5a", count: 16))
                }
            }
        }
        return made
    }
}
