#if Telemetry
package import LocalTelemetry
internal import TelemetryReport

/// Makes a bundle of documents: redacts, verifies, searches and packs them, with all processors. What it keeps in
/// memory is the packed bundle; documents are read, worked on and forgotten.
package struct BundleMaker: Sendable {
    /// A bundle, made and not yet written.
    package struct Bundle: Sendable {
        package let manifest: BundleManifest
        /// The file, in parts that follow each other.
        package let parts: [[UInt8]]
        /// The SHA-256 of the file.
        package let sha256: String
        /// How many documents of each kind.
        package let documents: [String: Int]
        /// What the searches found: such a bundle must not be written.
        package let findings: [Finding]

        /// The size of the file.
        package var byteCount: Int { parts.reduce(0) { $0 + $1.count } }
    }

    private let descriptions: [DocumentDescription]
    private let plans: [String: RedactionPlan]
    private let level: RedactionLevel
    private let search: NameSearch

    /// Makes a maker.
    ///
    /// - Parameters:
    ///   - descriptions: The tool's kinds.
    ///   - level: How much is taken away.
    ///   - names: Names that must not be in the bundle.
    package init(_ descriptions: [DocumentDescription], level: RedactionLevel, names: [String]) {
        self.descriptions = descriptions
        self.level = level
        plans = Dictionary(uniqueKeysWithValues: descriptions.map { ($0.kind, RedactionPlan($0, level: level)) })
        search = NameSearch(names)
    }

    /// Makes the bundle.
    ///
    /// - Parameters:
    ///   - index: The documents.
    ///   - key: Makes the key of a bundle; asked again for another where two tokens would be equal.
    /// - Returns: The bundle, in memory.
    /// - Throws: Where the bundle would be larger than one may be.
    package func make(_ index: DocumentIndex, key: () throws -> BundleKey) throws -> Bundle {
        for _ in 0..<8 {
            if let bundle = try attempt(index, key: try key()) { return bundle }
        }
        throw ArchiveProblem("two names have the same token again and again")
    }

    private func attempt(_ index: DocumentIndex, key: BundleKey) throws -> Bundle? {
        let order = BundleOrder(index, level: level, key: key)
        let worker = BundleWorker(
            key: key, first: order.first, level: level, plans: plans, search: search,
            reader: DocumentReader(descriptions), fixed: FixedTexts(plans.values.map(\.target)),
            validators: plans.mapValues { DocumentValidator($0.target) })
        var whole = BundleWorker.Harvest()
        for harvest in Shares.map(order.jobs, size: BundleWorker.share, worker.work) { try whole.add(harvest) }
        // Two names with one token could not be told apart: another bundle has other tokens.
        guard Set(whole.tokens.values).count == whole.tokens.count else { return nil }
        whole.losses.unknownDocuments += index.unknown
        whole.losses.damagedDocuments += index.damaged.count
        whole.losses.fields = descriptions.flatMap { plans[$0.kind].map(DroppedFields.names) ?? [] }
        return try assemble(
            BundleManifest(
                tool: descriptions.first?.tool ?? "", toolVersion: descriptions.first?.toolVersion.text ?? "0",
                level: level, bundle: key.bundle, isRevealable: key.isKept, runs: order.runs, span: order.span,
                dropped: whole.losses), whole)
    }

    private func assemble(_ draft: BundleManifest, _ harvest: BundleWorker.Harvest) throws -> Bundle {
        let deflater = Deflater()
        var (first, fixed) = (ArchivePart(), ArchivePart())
        for original in BundleOriginals(descriptions, level: level).contents {
            try fixed.add(original.name, original.content, deflater)
        }
        let parts = [fixed] + harvest.parts
        var manifest = draft
        manifest.entries = parts.flatMap { part in
            part.entries.map { .init(name: $0.name, bytes: $0.byteCount, sha256: $0.sha256) }
        }
        let json = manifest.json
        guard json.count <= ArchiveLimits.manifestBytes else {
            throw ArchiveProblem("it would be larger than in any bundle", entry: BundleLayout.manifest)
        }
        try first.add(BundleLayout.manifest, json, deflater)
        let file = try ArchiveWriter.write([first] + parts)
        let search = ManifestSearch(descriptions, plans.mapValues(\.target))
        return Bundle(
            manifest: manifest, parts: file, sha256: Checksum.sha256(parts: file), documents: harvest.documents,
            findings: harvest.findings + search.findings(in: manifest, self.search))
    }
}

extension ArchiveProblem: CustomStringConvertible {
    /// The clause with what it is about.
    package var description: String { entry.map { "\($0): \(reason)" } ?? reason }
}
#endif
