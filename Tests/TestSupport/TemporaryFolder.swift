public import Foundation

/// A folder for one test, removed when the last reference goes.
public final class TemporaryFolder: Sendable {
    /// Its absolute path, links resolved.
    public let path: String

    /// Makes an empty folder.
    public init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xtraq-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
    }

    deinit {
        // A test may have taken the right to write away.
        let folders = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        for folder in [""] + folders {
            let full = path + "/" + folder
            var isDirectory: ObjCBool = false
            if unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), isDirectory.boolValue {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: full)
            }
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The absolute path of something in it.
    public func path(_ relative: String) -> String {
        relative.isEmpty ? path : path + "/" + relative
    }

    /// Writes a file and makes the folders above it.
    @discardableResult
    public func write(_ relative: String, _ text: String) throws -> String {
        let url = URL(fileURLWithPath: path(relative))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// Makes a folder.
    public func makeFolder(_ relative: String) throws {
        try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
    }

    /// The text of a file.
    public func read(_ relative: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(relative))), as: UTF8.self)
    }

    /// Whether there is something.
    public func contains(_ relative: String) -> Bool {
        FileManager.default.fileExists(atPath: path(relative))
    }

    /// Removes a file or folder.
    public func remove(_ relative: String) throws {
        try FileManager.default.removeItem(atPath: path(relative))
    }

    /// Copies a folder from elsewhere into this one.
    public func copy(_ source: String, to relative: String) throws {
        try FileManager.default.copyItem(atPath: source, toPath: path(relative))
    }

    /// Sets the permissions of a file or folder.
    public func setMode(_ mode: Int, of relative: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(relative))
    }

    /// The permissions of a file or folder.
    public func mode(of relative: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(relative))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    /// All files below it with their content, hidden ones too.
    public func files(
        below relative: String = "", where isRead: (String) -> Bool = { _ in true }
    ) throws -> [String: Data] {
        var files: [String: Data] = [:]
        guard contains(relative) else { return files }
        for name in try FileManager.default.subpathsOfDirectory(atPath: path(relative)) where isRead(name) {
            var isDirectory: ObjCBool = false
            let full = path(relative) + "/" + name
            if unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), !isDirectory.boolValue {
                files[name] = try Data(contentsOf: URL(fileURLWithPath: full))
            }
        }
        return files
    }
}
