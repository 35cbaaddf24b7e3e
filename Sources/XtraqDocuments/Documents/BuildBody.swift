package import LocalTelemetry

/// What the `build` document says: one for each run that generated or tried to.
package struct BuildBody: Sendable {
    /// The phases that finished.
    package var phases: [Phase] = []
    /// What was generated anew, and why.
    package var planner = Planner()
    /// What was done many times.
    package var operations: [OperationStatistics<BuildOperation>] = []
    /// The generated files by what they are of.
    package var categories: [Category] = []
    /// The largest files.
    package var largest: [LargeFile] = []
    /// The files of the output.
    package var files = FileCounts()

    /// Makes an empty body.
    package init() {}

    /// The generated files of one category.
    package struct Category: Sendable {
        /// Which category.
        package var name: FileCategory
        /// How many files it has.
        package var files = 0
        /// Their size.
        package var bytes = 0
        /// How long rendering them took.
        package var duration: Duration = .zero
        /// How many were written.
        package var written = 0
        /// How many stayed as they were.
        package var unchanged = 0
        /// How many were removed.
        package var removed = 0

        /// Makes an empty category.
        package init(name: FileCategory) {
            self.name = name
        }
    }

    /// One of the largest generated files.
    package struct LargeFile: Sendable {
        /// Its path within the output.
        package var file: Pseudonym
        /// What it is of.
        package var category: Closed<FileCategory>
        /// Its size.
        package var bytes: Int

        /// Makes an item.
        package init(file: Pseudonym, category: Closed<FileCategory>, bytes: Int) {
            self.file = file
            self.category = category
            self.bytes = bytes
        }
    }
}

extension BuildBody {
    static let fields: [Field<BuildBody>] = [
        .list("phases", \.phases, atMost: 16, "The phases that finished.", Phase.fields(Vocabulary(BuildPhase.self))),
        .object("planner", \.planner, "What was generated anew, and why.", Planner.fields),
        .list(
            "operations", \.operations, atMost: 16, "What was done many times, by operation.",
            OperationStatistics.fields),
        .list("categories", \.categories, atMost: 8, "The generated files by what they are of.", Category.fields),
        .list(
            "largest", \.largest, atMost: 25, order: .largest(\.bytes), "The largest generated files.",
            LargeFile.fields
        ).redacted(.keep, strict: .drop),
        .object("files", \.files, "The files of the output.", FileCounts.fields),
    ]
}

extension BuildBody.Category {
    static let fields: [Field<BuildBody.Category>] = [
        .closed("name", \.name, "Which category."),
        .count("files", \.files, "How many files it has."),
        .bytes("bytes", \.bytes, "Their size."),
        .duration("durationMs", \.duration, "How long rendering them took.")
            .redacted(.twoDigits, strict: .powerOfTwo),
        .count("written", \.written, "Files written because their bytes differ."),
        .count("unchanged", \.unchanged, "Files that stayed as they were."),
        .count("removed", \.removed, "Files removed because their source is gone."),
    ]
}

extension BuildBody.LargeFile {
    static let fields: [Field<BuildBody.LargeFile>] = [
        .pseudonym(
            "fileHash", \.file, class: .file, "The file, by its path within the output: its owner can find out which."),
        .closed("category", \.category, "What it is of."),
        .bytes("bytes", \.bytes, "Its size."),
    ]
}
