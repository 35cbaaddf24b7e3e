#if Telemetry
internal import LocalTelemetry
internal import TelemetryReport

/// Does for one document after another what a bundle needs.
struct BundleWorker: Sendable {
    let key: BundleKey
    let first: Timestamp
    let level: RedactionLevel
    let plans: [String: RedactionPlan]
    let search: NameSearch
    let reader: DocumentReader
    let fixed: FixedTexts
    let validators: [String: DocumentValidator]

    /// So many documents are one worker's at a time.
    static let share = 256

    /// What a worker brings home.
    struct Harvest: Sendable {
        var parts: [ArchivePart] = []
        /// How many documents of each kind.
        var documents: [String: Int] = [:]
        var losses = BundleLosses()
        var tokens: [String: String] = [:]
        var findings: [Finding] = []
        var problem: ArchiveProblem?

        mutating func add(_ other: Harvest) throws(ArchiveProblem) {
            if let problem = other.problem { throw problem }
            parts += other.parts
            documents.merge(other.documents, uniquingKeysWith: +)
            losses.add(other.losses)
            tokens.merge(other.tokens) { own, _ in own }
            findings += other.findings
        }
    }

    func work(_ jobs: ArraySlice<BundleOrder.Job>) -> Harvest {
        let deflater = Deflater()
        var redactor = Redactor(key: key, first: first, level: level)
        var harvest = Harvest()
        var part = ArchivePart(capacity: jobs.count * 1024)
        for job in jobs {
            guard let plan = plans[job.entry.kind], let document = read(job.entry.path),
                let redacted = redactor.redact(document, ordinal: job.ordinal, plan: plan)
            else {
                harvest.losses.damagedDocuments += 1
                continue
            }
            harvest.losses.unknownMembers += document.notes.unknownMembers
            harvest.losses.unusableMembers += document.notes.unusableMembers
            harvest.losses.unknownValues += document.notes.unknownValues
            let json = DocumentJSON().document(redacted)
            let name = BundleLayout.document(job.ordinal, job.entry.kind)
            harvest.findings += findings(in: json, job.entry.kind, name, tokens: redactor.issued)
            do throws(ArchiveProblem) {
                try part.add(name, json, deflater)
            } catch {
                harvest.problem = error
                return harvest
            }
            harvest.documents[job.entry.kind, default: 0] += 1
        }
        harvest.parts = [part]
        harvest.tokens = redactor.tokens
        return harvest
    }

    private func read(_ path: String) -> TelemetryDocument? {
        guard let bytes = try? DocumentFiles.read(path) else { return nil }
        return try? reader.read(bytes)
    }

    /// The proof that only what may leave does: by the schema of what leaves, and by the project's own names.
    private func findings(in json: [UInt8], _ kind: String, _ name: String, tokens: Set<String>) -> [Finding] {
        var findings = (validators[kind]?.look(at: json).objections ?? []).map {
            Finding(file: name, path: $0.path, reason: $0.reason)
        }
        guard search.count > 0 else { return findings }
        findings += fixed.names(search, in: json, file: name, isToken: tokens.contains)
        return findings
    }
}
#endif
