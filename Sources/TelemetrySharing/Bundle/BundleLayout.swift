/// What lies where in a bundle.
package enum BundleLayout {
    /// The version of this layout and of the manifest.
    package static let formatVersion = 1
    /// What says what the bundle is, and lists everything else.
    package static let manifest = "manifest.json"
    /// What tells the receiver.
    package static let readMe = "README.txt"
    /// The schema of the manifest itself.
    package static let manifestSchema = "schema/manifest.schema.json"

    /// The schema of a kind.
    package static func schema(_ kind: String) -> String { "schema/\(kind).schema.json" }

    /// A document.
    package static func document(_ ordinal: Int, _ kind: String) -> String { "documents/\(ordinal)-\(kind).json" }

    /// The run and the kind that a document's name tells; `nil` for what is not one.
    package static func document(named name: String) -> (ordinal: Int, kind: String)? {
        guard name.hasPrefix("documents/"), name.hasSuffix(".json") else { return nil }
        let middle = name.dropFirst(10).dropLast(5)
        guard let dash = middle.firstIndex(of: "-"), let ordinal = Int(middle[..<dash]), ordinal > 0 else { return nil }
        let kind = String(middle[middle.index(after: dash)...])
        return document(ordinal, kind) == name ? (ordinal, kind) : nil
    }
}
