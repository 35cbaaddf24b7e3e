import TestSupport

/// The repository's files, from folders that lie one deeper than those of other tests.
enum Sources {
    /// The absolute path of something in the repository.
    static func path(_ relative: String) -> String { Repository.path("../" + relative) }
}
