package import LocalTelemetry

/// What stands in each bundle of a tool's version and a level, whatever the project is.
package struct BundleOriginals: Sendable {
    /// The files with their content, in the order of the bundle.
    package let contents: [(name: String, content: [UInt8])]

    /// Makes them.
    package init(_ descriptions: [DocumentDescription], level: RedactionLevel) {
        contents =
            [
                (BundleLayout.readMe, ReadMe.text(tool: descriptions.first?.tool ?? "", level: level)),
                (BundleLayout.manifestSchema, ManifestSchema.bytes),
            ] + descriptions.map { (BundleLayout.schema($0.kind), $0.redacted(at: level).schema()) }
    }
}
