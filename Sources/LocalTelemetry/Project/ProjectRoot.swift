#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the project that an invocation is about.
enum ProjectRoot {
    /// The resolved folder of the project.
    ///
    /// - Parameters:
    ///   - folder: The folder the command line names, which must hold the project's file itself; where it names none,
    ///     the working folder or its nearest ancestor that does.
    ///   - file: The name of the file that makes a folder a project; `nil` for a tool without one.
    ///   - own: The tool's folder. Where no file makes a project, the nearest folder that holds this one is it, and
    ///     where there is none, the working folder.
    /// - Returns: `nil` outside a project.
    static func find(from folder: String?, holding file: String?, own: String) -> [UInt8]? {
        guard let file else { return findWithoutFile(from: folder, own: own) }
        if let folder {
            guard let root = ResolvedPath.of(Array(folder.utf8)), holds(root, file) else { return nil }
            return root
        }
        guard var root = ResolvedPath.of([UInt8(ascii: ".")]) else { return nil }
        while !holds(root, file) {
            guard root.count > 1 else { return nil }
            root = ResolvedPath.parent(of: root)
        }
        return root
    }

    private static func findWithoutFile(from folder: String?, own: String) -> [UInt8]? {
        if let folder {
            guard let root = ResolvedPath.of(Array(folder.utf8)), isDirectory(root) else { return nil }
            return root
        }
        guard let working = ResolvedPath.of([UInt8(ascii: ".")]) else { return nil }
        var root = working
        while !isDirectory(ResolvedPath.appending(own.utf8, to: root)) {
            guard root.count > 1 else { return working }
            root = ResolvedPath.parent(of: root)
        }
        return root
    }

    private static func isDirectory(_ path: [UInt8]) -> Bool {
        var status = stat()
        return unsafe path.withPath { unsafe stat($0, &status) } == 0 && status.isDirectory
    }

    private static func holds(_ folder: [UInt8], _ file: String) -> Bool {
        var status = stat()
        return unsafe ResolvedPath.appending(file.utf8, to: folder).withPath { unsafe stat($0, &status) } == 0
            && status.isRegular
    }
}
