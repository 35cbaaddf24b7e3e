internal import Diagnostics

/// The folder that a project is: the one that holds `.xtraqconfig`.
package struct ProjectRoot: Sendable, Equatable {
    /// The name of the file that makes a folder a project.
    package static let configurationFile = ".xtraqconfig"
    /// Absolute, links resolved.
    package let path: String

    /// Makes a root of a folder that is known to be one.
    package init(path: String) {
        self.path = path
    }

    /// Finds the project: the folder given with `-p`, else the nearest folder from the working directory upward that
    /// holds a `.xtraqconfig`.
    ///
    /// - Throws: ``RunFailure`` with exit code 2, naming `xtraq init`, where there is none.
    package static func find(given: String?) throws(RunFailure) -> ProjectRoot {
        if let given {
            guard FileSystem.kind(of: given) == .directory, let path = FileSystem.resolved(given) else {
                throw RunFailure(
                    .configuration,
                    [
                        Finding(
                            .projectMissing, "There is no folder “\(given)”.", notes: ["-p takes the project's folder."]
                        )
                    ])
            }
            guard holdsConfiguration(path) else {
                throw missing("The folder “\(given)” is not a project: it holds no .xtraqconfig.", folder: given)
            }
            return ProjectRoot(path: path)
        }
        guard var folder = FileSystem.workingDirectory() else {
            throw RunFailure(
                .configuration,
                [Finding(.projectMissing, "The working directory does not exist any more.", notes: ["Use -p DIR."])])
        }
        while !holdsConfiguration(folder) {
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else {
                throw missing("There is no project here: neither this folder nor one above it holds a .xtraqconfig.")
            }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
        return ProjectRoot(path: folder)
    }

    /// The absolute path of something in the project; an absolute path stays.
    package func path(of relative: String) -> String {
        if relative.hasPrefix("/") { return relative }
        if relative == "." || relative.isEmpty { return path }
        return path == "/" ? "/" + relative : path + "/" + relative
    }

    private static func holdsConfiguration(_ folder: String) -> Bool {
        FileSystem.exists((folder == "/" ? "" : folder) + "/" + configurationFile)
    }

    private static func missing(_ message: String, folder: String? = nil) -> RunFailure {
        let command = folder.map { "xtraq init -p \($0)" } ?? "xtraq init"
        return RunFailure(
            .configuration,
            [Finding(.projectMissing, message, notes: ["`\(command)` makes one; -p DIR names one elsewhere."])])
    }
}
