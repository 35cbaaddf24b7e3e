/// A tool that records itself: what the life cycle of a run, and the commands that show runs, must know of it.
///
/// `Facts` is what the tool's commands tell of themselves beside what the recorder holds: switches, a filter, the code
/// of an error. They stay in memory; ``documents`` decides what becomes of them.
public struct TelemetryTool<Facts: Sendable>: Sendable {
    /// Its name, as people type it.
    public let name: String
    /// Its folder in a project, such as `.xyz`: documents lie in `telemetry/` below it, the key in `private/`.
    public let folder: String
    /// The file that makes a folder a project; `nil` for a tool that works anywhere: then the nearest folder that holds
    /// ``folder`` is the project, and where there is none, the working folder.
    public let projectFile: String?
    /// What its documents are, `cli-command` first.
    public let catalogue: DocumentCatalogue
    /// Its commands.
    public let commands: Vocabulary
    /// The facts of a run that has told nothing yet.
    public let facts: Facts
    /// The exit code by which it says that a check said no; `nil` where none does.
    public let checkFailedCode: Int?
    /// Makes its documents.
    public let documents: RunDocuments<Facts>
    /// The names that the project in a folder has now: what `--reveal` hashes to find what a pseudonym stands for.
    public let knownNames: @Sendable (_ projectRoot: String) -> [KnownName]
    /// Further names that the project in a folder has, such as tables and parts of a connection: an exported bundle is
    /// searched for them, and for the known ones, before it is written.
    public let searchedNames: @Sendable (_ projectRoot: String) -> [String]
    private let makeAssurances: @Sendable () -> [Assurance]

    /// Describes a tool.
    ///
    /// `folder` is one component that begins with a dot; `commands` comes from the command tree, such as
    /// `ToolVocabularies.commands`.
    public init(
        name: String, folder: String, projectFile: String?, catalogue: DocumentCatalogue, commands: Vocabulary,
        facts: Facts, checkFailedCode: Int? = nil, documents: RunDocuments<Facts>,
        knownNames: @escaping @Sendable (_ projectRoot: String) -> [KnownName] = { _ in [] },
        searchedNames: @escaping @Sendable (_ projectRoot: String) -> [String] = { _ in [] },
        assurances: @autoclosure @escaping @Sendable () -> [Assurance] = []
    ) {
        precondition(
            folder.hasPrefix(".") && folder.count > 1 && !folder.contains("/") && folder != "..",
            "\(folder) cannot be a tool's folder")
        self.name = name
        self.folder = folder
        self.projectFile = projectFile
        self.catalogue = catalogue
        self.commands = commands
        self.facts = facts
        self.checkFailedCode = checkFailedCode
        self.documents = documents
        self.knownNames = knownNames
        self.searchedNames = searchedNames
        makeAssurances = assurances
    }

    /// What it never does beyond what the library never does, with the tests that show it: for its published page.
    public var assurances: [Assurance] { makeAssurances() }

    /// What makes a folder a project, for messages.
    package var projectMark: String { projectFile ?? folder }
}

/// A name that a project has, with the class its pseudonyms are of.
public struct KnownName: Sendable, Hashable {
    /// What it names.
    public let pseudonymClass: PseudonymClass
    /// The name as it is hashed.
    public let name: String

    /// Makes a known name.
    public init(_ pseudonymClass: PseudonymClass, _ name: String) {
        self.pseudonymClass = pseudonymClass
        self.name = name
    }
}
