/// The kinds of a tool's documents, as the commands know them that show, explain and read documents.
///
/// ```swift
/// DocumentCatalogue([catalogue.kind(command), catalogue.kind(statistics)])
/// ```
public struct DocumentCatalogue: Sendable {
    /// One kind.
    public struct Kind: Sendable {
        /// Its name.
        public let name: String
        /// What it is; made when it is asked for, because a run that only writes does without it.
        package let describe: @Sendable () -> DocumentDescription
        /// The document that `schema --example` shows.
        package let example: @Sendable () -> EncodedDocument?
    }

    private let makeKinds: @Sendable () -> [Kind]
    private let makeNotes: @Sendable () -> [CatalogueNote]

    /// Gathers kinds, `cli-command` first, and why they changed; they are made when somebody looks.
    public init(
        _ kinds: @autoclosure @escaping @Sendable () -> [Kind],
        notes: @autoclosure @escaping @Sendable () -> [CatalogueNote] = []
    ) {
        makeKinds = kinds
        makeNotes = notes
    }

    /// Why fields and kinds were changed or taken away.
    package var notes: [CatalogueNote] { makeNotes() }

    /// The kinds, in the order in which they are shown.
    package var kinds: [Kind] { makeKinds() }

    /// What all kinds are.
    package var descriptions: [DocumentDescription] { kinds.map { $0.describe() } }

    /// What is wrong with the catalogue that no type can stop: a tool's tests expect nothing.
    public var objections: [String] { CatalogueLint.objections(to: descriptions) }
}

extension ToolCatalogue {
    /// A kind of this tool, for a ``DocumentCatalogue``.
    public func kind<Body>(_ type: DocumentType<Body>) -> DocumentCatalogue.Kind {
        DocumentCatalogue.Kind(
            name: "\(type.kind)", describe: { self.describe(type) }, example: { self.example(of: type) })
    }
}
