#if DEBUG && Telemetry
internal import Foundation

/// A folder for one test, removed when the last reference goes.
package final class Workplace: Sendable {
    /// Its absolute path, links resolved.
    package let path: String

    /// Makes an empty folder.
    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("telemetry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and makes the folders above it.
    package static func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The names in a folder; none where there is no such folder.
    package static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The bytes of every file below a folder, by their path within it.
    package static func files(below folder: String) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
            if let data = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) { files[name] = Array(data) }
        }
        return files
    }

    /// The bytes of a file.
    package static func bytes(of path: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init)
    }
}
#endif
