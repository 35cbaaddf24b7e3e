import Foundation
public import Testing

/// Compares text with a committed file under `Snapshots/` beside the test.
///
/// `RECORD_SNAPSHOTS=1` rewrites the file, and the test fails all the same: a recorded run is never a green one.
public func expectGolden(
    _ text: String, _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            try Data(text.utf8).write(to: file)
            Issue.record(
                "recorded \(name); look at it and run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        } catch {
            Issue.record("could not record \(name): \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("\(name) is missing: run once with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
        return
    }
    guard expected != text else { return }
    let (old, new) = (expected.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    let before = line < old.count ? old[line] : "(end of file)"
    let now = line < new.count ? new[line] : "(end of file)"
    Issue.record(
        """
        \(name) differs at line \(line + 1):
          expected: \(before)
          now:      \(now)
        Run with RECORD_SNAPSHOTS=1 if the new text is right.
        """, sourceLocation: sourceLocation)
}
