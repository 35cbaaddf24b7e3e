internal import Diagnostics

/// Finds the files of a project that patterns name.
package struct FileFinder: Sendable {
    /// A file that was found.
    package struct Found: Sendable, Equatable {
        /// Relative to the project root.
        package var path: String
        /// Folders below the pattern's part before the first wildcard; empty where there are none.
        package var folder: String

        /// Makes an entry.
        package init(path: String, folder: String) {
            self.path = path
            self.folder = folder
        }
    }

    private let root: ProjectRoot

    /// Makes a finder for a project.
    package init(root: ProjectRoot) {
        self.root = root
    }

    /// The files that match any of the patterns: pattern by pattern, in each in natural order, each file once.
    ///
    /// Names that begin with a dot are not looked at. Links to files are followed, links to folders only where the
    /// pattern names them without a wildcard.
    ///
    /// - Throws: ``RunFailure`` where a folder cannot be listed; a folder that is missing holds nothing.
    package func files(matching globs: [Glob]) throws(RunFailure) -> [Found] {
        var found: [Found] = []
        var seen: Set<String> = []
        var findings: [Finding] = []
        for glob in globs {
            var paths: [String] = []
            collect(glob.segments[...], in: "", into: &paths, &findings)
            let prefix = glob.fixedFolder
            for path in Set(paths).sorted(by: NaturalOrder.precedes) where seen.insert(path).inserted {
                let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
                let below = folder.dropFirst(prefix.count).drop { $0 == "/" }
                found.append(Found(path: path, folder: String(below)))
            }
        }
        if !findings.isEmpty { throw RunFailure(.failure, findings) }
        return found
    }

    private func collect(
        _ segments: ArraySlice<String>, in folder: String, into paths: inout [String], _ findings: inout [Finding]
    ) {
        guard let segment = segments.first else { return }
        let rest = segments.dropFirst()
        if !Glob.isWild(segment) {
            let path = Self.join(folder, segment)
            switch FileSystem.kind(of: root.path(of: path)) {
            case .file where rest.isEmpty: paths.append(path)
            case .directory where !rest.isEmpty: collect(rest, in: path, into: &paths, &findings)
            default: break
            }
            return
        }
        for entry in entries(of: folder, &findings) where !entry.name.hasPrefix(".") {
            let path = Self.join(folder, entry.name)
            if segment == "**" {
                if entry.kind == .directory, !entry.isLink {
                    collect(segments, in: path, into: &paths, &findings)
                } else if entry.kind == .file, rest.isEmpty {
                    paths.append(path)
                }
            } else if Wildcard.matches(entry.name, pattern: segment) {
                if entry.kind == .file, rest.isEmpty {
                    paths.append(path)
                } else if entry.kind == .directory, !rest.isEmpty, !entry.isLink {
                    collect(rest, in: path, into: &paths, &findings)
                }
            }
        }
        if segment == "**" { collect(rest, in: folder, into: &paths, &findings) }
    }

    private func entries(of folder: String, _ findings: inout [Finding]) -> [FileSystem.Entry] {
        do {
            return try FileSystem.list(root.path(of: folder))
        } catch {
            if !error.isMissing, !findings.contains(where: { $0.message.contains("“\(folder)”") }) {
                findings.append(
                    Finding(.fileUnreadable, "The folder “\(folder)” cannot be listed: \(error.reason)."))
            }
            return []
        }
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder + "/" + name
    }
}
