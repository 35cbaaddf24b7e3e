/// What the command line says of recording, and where the run begins.
public struct RunSettings: Sendable, Equatable {
    /// Whether the documents are shown instead of written.
    public var isPreview = false
    /// Where to write, in place of the project's folder.
    public var directory: String?
    /// The key file to use, in place of the project's.
    public var keyFile: String?
    /// The project's folder as the command line names it; `nil` to search from the working folder upwards.
    public var projectPath: String?
    /// Whether the run makes the project: then nothing can be written before its end.
    public var makesProject = false
    /// Whether signals that end the process are recorded. One run at a time can do that.
    public var watchesSignals = true
    /// What the file system is taken to be able to do.
    package var abilities = FileSystemAbilities()
    /// Where documents are kept in place of a folder, for tests.
    package var memory: MemoryStore?

    /// Makes settings of a run that records into its project.
    public init() {}
}

/// Why a combination of switches and places is refused before the run begins.
public struct RunRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// One sentence for the person who typed it.
    public let description: String
}
