import JSONBytes
import SnapshotModel

/// What this machine knows of the last build that found everything current, in `.xtraq/cache/build.json`: as long as
/// snapshot and output look the same from outside, neither has to be read again.
///
/// It holds for one boot of the machine: after a loss of power, files may not hold what was written though they look so.
struct BuildCache: Equatable {
    /// Stands for the request, the snapshot and the output as they looked.
    var state: Fingerprint
    /// How many queries the output holds.
    var queryCount: Int
    /// How many files are generated, the manifest included.
    var fileCount: Int

    private static let folder = ".xtraq/cache"
    private static let name = "build.json"
    private static let format = 1

    /// How things look now; `nil` where that cannot be told, or where a change could not be told from none.
    static func state(of request: BuildRequest, in snapshot: String) -> Fingerprint? {
        guard let boot = SystemFile.contents("/proc/sys/kernel/random/boot_id"), !boot.isEmpty,
            let inputs = try? TreeStamp(of: snapshot, goesDeeper: true),
            let outputs = try? TreeStamp(of: request.output, goesDeeper: false), inputs.isSettled, outputs.isSettled
        else { return nil }
        return Fingerprint(of: [
            Fingerprint(of: boot), request.configuration.fingerprint, Fingerprint(of: request.output),
            inputs.fingerprint, outputs.fingerprint,
        ])
    }

    /// Reads the cache of a project; `nil` where there is none that can be read.
    static func load(projectRoot: String) -> BuildCache? {
        guard let bytes = OutputFolder(path: "\(projectRoot)/\(folder)").bytes(of: name) else { return nil }
        var format: Int?
        var state: Fingerprint?
        var cache = BuildCache(state: Fingerprint(high: 0, low: 0), queryCount: 0, fileCount: 0)
        do {
            var reader = JSONReader(bytes, maximumDepth: 8)
            try reader.object { (key, reader) throws(JSONError) in
                switch key {
                case "xtraq": format = try reader.integer()
                case "state": state = Fingerprint(try reader.string())
                case "queries": cache.queryCount = try reader.integer()
                case "files": cache.fileCount = try reader.integer()
                default: try reader.skip()
                }
            }
            try reader.end()
        } catch {
            return nil
        }
        guard format == Self.format, let state else { return nil }
        cache.state = state
        return cache
    }

    /// Writes the cache. Where that fails, the next build reads everything, as this one did.
    func save(projectRoot: String) {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("xtraq")
            writer.integer(Self.format)
            writer.key("state")
            writer.string(state.text)
            writer.key("queries")
            writer.integer(queryCount)
            writer.key("files")
            writer.integer(fileCount)
        }
        writer.newline()
        _ = try? TreeWriter(root: "\(projectRoot)/\(Self.folder)", isOurs: SnapshotStore.isOurs).write(
            files: [TreeFile(path: Self.name, bytes: writer.bytes)], removal: .nothing)
    }
}
