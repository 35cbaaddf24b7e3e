internal import LocalTelemetry

/// Searches what a bundle says of itself: the manifest's texts and the names of its files.
struct ManifestSearch {
    private let tool: String
    private let fields: Set<String>
    private let kinds: Set<String>

    init(_ descriptions: [DocumentDescription], _ targets: [String: DocumentDescription]) {
        tool = descriptions.first?.tool ?? ""
        kinds = Set(descriptions.map(\.kind))
        fields = Set(
            descriptions.flatMap { description in
                targets[description.kind].map { target in
                    DroppedFields.names(RedactionPlan(description, level: target.level ?? .standard))
                } ?? []
            })
    }

    /// The names of the project that stand in it. What the tool itself says (its name, fields, kinds) is no finding.
    func findings(in manifest: BundleManifest, _ search: NameSearch) -> [Finding] {
        var findings: [Finding] = []
        func look(_ text: String, _ path: String) {
            guard let name = search.firstName(in: text) else { return }
            findings.append(
                Finding(
                    file: BundleLayout.manifest, path: path,
                    reason: "holds a name of the project: \(Hint.of(name))"))
        }
        if manifest.tool != tool { look(manifest.tool, "$.tool") }
        if Version(manifest.toolVersion)?.text != manifest.toolVersion { look(manifest.toolVersion, "$.toolVersion") }
        if RunIdentifier(manifest.bundle) == nil { look(manifest.bundle, "$.bundle") }
        for (place, field) in manifest.dropped.fields.enumerated() where !fields.contains(field) {
            look(field, "$.dropped.fields[\(place)]")
        }
        for (place, entry) in manifest.entries.enumerated() {
            if !isOwn(entry.name) { look(entry.name, "$.entries[\(place)].name") }
            if Pseudonym(hex: entry.sha256) == nil { look(entry.sha256, "$.entries[\(place)].sha256") }
        }
        return findings
    }

    private func isOwn(_ name: String) -> Bool {
        if [BundleLayout.readMe, BundleLayout.manifestSchema].contains(name) { return true }
        if let kind = BundleLayout.document(named: name)?.kind { return kinds.contains(kind) }
        return kinds.contains { BundleLayout.schema($0) == name }
    }
}
