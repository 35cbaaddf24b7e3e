/// What a pseudonym stands for. Equal texts of different classes have different pseudonyms.
public struct PseudonymClass: Sendable, Hashable {
    /// The name, which goes into the hash and stands before the digits on screen.
    public let name: String

    /// A path of the file system, after `realpath`.
    public static let path = PseudonymClass(checked: "path")
    /// A filter that a user gave, normalised.
    public static let filter = PseudonymClass(checked: "filter")
    /// A named query or a routine of a database.
    public static let procedure = PseudonymClass(checked: "procedure")
    /// The text of a statement.
    public static let statement = PseudonymClass(checked: "statement")
    /// A file, by its path within the project.
    public static let file = PseudonymClass(checked: "file")

    /// Declares a class of a tool's own: 1 to 24 letters a to z or hyphens, not `export`, which the export of bundles
    /// hashes with.
    public init(_ name: StaticString) {
        let text = "\(name)"
        precondition(
            text != "export" && (1...24).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
                },
            "\(text) cannot be a class of pseudonyms")
        self.init(checked: text)
    }

    private init(checked name: String) {
        self.name = name
    }
}
