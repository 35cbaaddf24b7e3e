public import Testing

internal import Foundation

/// The repository that the tests were compiled in.
public enum Repository: Sendable {
    /// The absolute path of something in it.
    public static func path(_ relative: String) -> String {
        // Tests/TestSupport/RepositoryFile.swift
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path + "/" + relative
    }
}

/// Compares a text with the file that keeps it.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written anew, and the test fails, so that nobody takes a
/// recording for a proof.
public func expectCurrent(
    _ path: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(fileURLWithPath: path)
    let recorded = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
    guard recorded != text else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        Issue.record("\(path) was written anew; run again without RECORD_SNAPSHOTS.", sourceLocation: sourceLocation)
        return
    }
    let old = (recorded ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    let renewal = path.hasPrefix(Repository.path("docs/")) ? "make docs" : "RECORD_SNAPSHOTS=1 swift test"
    Issue.record(
        """
        \(path) is not current from line \(line + 1) on:
        recorded: \(line < old.count ? String(old[line]) : "(ends)")
        now:      \(line < new.count ? String(new[line]) : "(ends)")
        `\(renewal)` writes it anew.
        """, sourceLocation: sourceLocation)
}
