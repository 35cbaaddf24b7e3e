#if Telemetry
internal import JSONBytes
internal import LocalTelemetry
internal import TelemetryReport

/// Holds the files of a bundle against its manifest and their schemas.
struct BundleCheck: Sendable {
    /// What came of some entries.
    struct Result: Sendable {
        var findings: [Finding] = []
        var heads: [(name: String, head: DocumentValidator.Head)] = []
        var problem: ArchiveProblem?
    }

    private let archive: ArchiveReader
    private let manifest: BundleManifest
    private let listed: [String: BundleManifest.Entry]
    private let validators: [String: DocumentValidator]
    private let originals: [String: [UInt8]]
    private let isOwnVersion: Bool
    private let fixed: FixedTexts
    private let search: NameSearch
    private let manifestSearch: ManifestSearch

    init(_ bundle: BundleReader, own descriptions: [DocumentDescription], search: NameSearch) {
        archive = bundle.archive
        manifest = bundle.manifest
        listed = Dictionary(bundle.manifest.entries.map { ($0.name, $0) }) { first, _ in first }
        validators = Dictionary(uniqueKeysWithValues: bundle.descriptions.map { ($0.kind, DocumentValidator($0)) })
        let originals = BundleOriginals(descriptions, level: bundle.manifest.level).contents
        self.originals = Dictionary(uniqueKeysWithValues: originals.map { ($0.name, $0.content) })
        isOwnVersion = bundle.manifest.toolVersion == descriptions.first?.toolVersion.text
        fixed = FixedTexts(bundle.descriptions)
        self.search = search
        manifestSearch = ManifestSearch(
            descriptions, Dictionary(uniqueKeysWithValues: bundle.descriptions.map { ($0.kind, $0) }))
    }

    /// What is wrong with the manifest by itself.
    func manifestFindings() -> [Finding] {
        var findings: [Finding] = []
        let names = Set(archive.entries.map(\.name))
        if listed.count != manifest.entries.count {
            findings.append(Finding(file: BundleLayout.manifest, path: "$.entries", reason: "lists a file twice"))
        }
        for (place, entry) in manifest.entries.enumerated() where !names.contains(entry.name) {
            findings.append(
                Finding(
                    file: BundleLayout.manifest, path: "$.entries[\(place)].name",
                    reason: "the file is not in the bundle"))
        }
        for name in [BundleLayout.readMe, BundleLayout.manifestSchema] where !names.contains(name) {
            findings.append(Finding(file: name, reason: "is missing"))
        }
        for (place, field) in manifest.dropped.fields.enumerated() {
            guard findings.count < Self.mostFindings else { break }
            for reason in LeakPatterns.reasons(in: field) {
                findings.append(
                    Finding(
                        file: BundleLayout.manifest, path: "$.dropped.fields[\(place)]",
                        reason: "looks like \(reason): \(Hint.of(field))"))
            }
        }
        return findings + manifestSearch.findings(in: manifest, search)
    }

    /// Where so much is wrong among some entries, nobody reads more of it.
    private static let mostFindings = 200

    /// Looks at entries.
    func look(at entries: ArraySlice<ArchiveEntry>) -> Result {
        var result = Result()
        let inflater = Inflater()
        for entry in entries where entry.name != BundleLayout.manifest {
            guard result.findings.count < Self.mostFindings else {
                result.findings.append(
                    Finding(file: entry.name, reason: "was not looked at, nor were others: too much is wrong"))
                return result
            }
            guard let listed = listed[entry.name] else {
                result.findings.append(Finding(file: entry.name, reason: "the manifest does not list it"))
                continue
            }
            do throws(ArchiveProblem) {
                let content = try archive.read(entry, with: inflater)
                if content.count != listed.bytes || Checksum.sha256(content) != listed.sha256 {
                    result.findings.append(Finding(file: entry.name, reason: "is not what the manifest lists"))
                }
                look(at: content, entry.name, &result)
            } catch {
                result.problem = error
                return result
            }
        }
        return result
    }

    private func look(at content: [UInt8], _ name: String, _ result: inout Result) {
        guard let document = BundleLayout.document(named: name) else {
            return lookAtFixed(content, name, &result)
        }
        guard let validator = validators[document.kind] else {
            result.findings.append(Finding(file: name, reason: "is of a kind that this version does not know"))
            return
        }
        let (objections, head) = validator.look(at: content)
        result.findings += objections.map { Finding(file: name, path: $0.path, reason: $0.reason) }
        if head.run != String(document.ordinal) {
            result.findings.append(Finding(file: name, path: "$.runId", reason: "is not the run that its name tells"))
        }
        if let start = Int(head.start), !(0...manifest.span).contains(start) {
            result.findings.append(Finding(file: name, path: "$.timestampUtc", reason: "lies outside of the bundle"))
        }
        result.heads.append((name, head))
        if search.count > 0 {
            // Without the key nobody can tell which tokens were made: what has their form is taken for one.
            result.findings += fixed.names(search, in: content, file: name, isToken: BundleToken.hasForm)
        }
    }

    /// Text that is the same in each bundle of a version: compared with the original, or, of another version, searched.
    private func lookAtFixed(_ content: [UInt8], _ name: String, _ result: inout Result) {
        guard let original = originals[name] else {
            result.findings.append(Finding(file: name, reason: "no bundle of this tool holds such a file"))
            return
        }
        if content == original { return }
        if isOwnVersion {
            result.findings.append(Finding(file: name, reason: "is not what this version of the tool writes"))
        }
        let text = String(decoding: content, as: UTF8.self)
        for line in text.split(separator: "\n") where !line.contains("json-schema.org/draft/2020-12") {
            guard result.findings.count < Self.mostFindings else { break }
            for reason in LeakPatterns.reasons(in: String(line)) {
                result.findings.append(Finding(file: name, reason: "looks like \(reason)"))
            }
        }
        if let found = search.firstName(in: text), !isOwnVersion {
            result.findings.append(Finding(file: name, reason: "holds a name of the project: \(Hint.of(found))"))
        }
    }
}
#endif
