import Diagnostics
import Foundation
import SQLiteEngine
import SnapshotModel
import TelemetryRecording

let root = CommandLine.arguments[1]
let start = ContinuousClock.now
func files(_ part: String, natural: Bool) -> [SourceFile] {
    var out: [SourceFile] = []
    for path in try! FileManager.default.subpathsOfDirectory(atPath: root + "/" + part) where path.hasSuffix(".sql") {
        let comps = path.split(separator: "/").dropLast()
        let fd = open(root + "/" + part + "/" + path, O_RDONLY)
        var st = stat(); fstat(fd, &st)
        var b = [UInt8](repeating: 0, count: Int(st.st_size)); read(fd, &b, b.count); close(fd)
        out.append(SourceFile(path: part + "/" + path, schema: comps.isEmpty ? "main" : comps.joined(separator: "_"), bytes: b))
    }
    return natural ? out.sorted { Int($0.path.dropFirst(7).dropLast(4))! < Int($1.path.dropFirst(7).dropLast(4))! } : out
}
let q = files("Queries", natural: false), s = files("Schema", natural: true)
let readTime = ContinuousClock.now - start
let request = SnapshotRequest(projectRoot: root, queryFiles: q, schema: .files(s), usesCache: !CommandLine.arguments.contains("--no-cache"), isCheck: CommandLine.arguments.contains("--check"), toolVersion: "1")
let report = SnapshotRun(request, engine: SQLiteEngine(), recorder: .off).run()
let total = ContinuousClock.now - start
for f in report.findings.prefix(5) { print(f) }
print(report.isWarm, report.counts, report.phases.map { "\($0.phase) \($0.duration)" }, "read", readTime, "total", total)
if CommandLine.arguments.contains("--load") {
    let t = ContinuousClock.now
    let l = SnapshotStore(projectRoot: root).load()
    print("load", ContinuousClock.now - t, l.snapshot?.files.count ?? -1, l.findings.count)
}
