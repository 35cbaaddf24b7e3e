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
        func look(_ text: String, _ path: @autoclosure () -> String, unless isOwn: @autoclosure () -> Bool) {
            guard let name = search.firstName(in: text), !isOwn() else { return }
            findings.append(
                Finding(
                    file: BundleLayout.manifest, path: path(),
                    reason: "holds a name of the project: \(Hint.of(name))"))
        }
        let version = manifest.toolVersion
        look(manifest.tool, "$.tool", unless: manifest.tool == tool)
        look(version, "$.toolVersion", unless: Version(version)?.text == version)
        look(manifest.bundle, "$.bundle", unless: RunIdentifier(manifest.bundle) != nil)
        for (place, field) in manifest.dropped.fields.enumerated() {
            look(field, "$.dropped.fields[\(place)]", unless: fields.contains(field))
        }
        for (place, entry) in manifest.entries.enumerated() {
            look(entry.name, "$.entries[\(place)].name", unless: isOwn(entry.name))
            look(entry.sha256, "$.entries[\(place)].sha256", unless: Pseudonym(hex: entry.sha256) != nil)
        }
        return findings
    }

    private func isOwn(_ name: String) -> Bool {
        if [BundleLayout.readMe, BundleLayout.manifestSchema].contains(name) { return true }
        if let kind = BundleLayout.document(named: name)?.kind { return kinds.contains(kind) }
        return kinds.contains { BundleLayout.schema($0) == name }
    }
}
