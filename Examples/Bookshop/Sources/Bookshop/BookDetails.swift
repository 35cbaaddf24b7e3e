/// What else is known of a book: the JSON in `books.details`.
public struct BookDetails: Codable, Sendable, Hashable {
    /// The language it is written in: `en`.
    public var language: String?
    /// How it is bound: `paperback`.
    public var binding: String?
    /// What it is about.
    public var tags: [String]?

    /// Makes details.
    public init(language: String? = nil, binding: String? = nil, tags: [String]? = nil) {
        self.language = language
        self.binding = binding
        self.tags = tags
    }
}
