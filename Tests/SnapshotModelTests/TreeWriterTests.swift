import Diagnostics
import Foundation
@testable import SnapshotModel
import TestSupport
import Testing

@Suite("The tree writer")
struct TreeWriterTests {
    private let folder: TemporaryFolder
    private var root: String { folder.path + "/a/tree" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func writer() -> TreeWriter {
        TreeWriter(root: root) { $0.starts(with: Array("ours".utf8)) }
    }

    private func file(_ path: String, _ text: String) -> TreeFile {
        TreeFile(path: path, bytes: Array("ours \(text)".utf8))
    }

    private func tree() -> [String: String] {
        var tree: [String: String] = [:]
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
            if let data = FileManager.default.contents(atPath: root + "/" + path) {
                tree[path] = String(decoding: data, as: UTF8.self)
            }
        }
        return tree
    }

    @Test func writesOnlyWhatDiffersAndRemovesOnlyItsOwn() throws {
        let files = [file("x/one.txt", "1"), file("x/y/two.txt", "2"), file("three.txt", "3")]
        let first = try writer().write(files: files, last: file("index", "i"), removal: .unlisted)
        #expect(first.written.sorted() == ["index", "three.txt", "x/one.txt", "x/y/two.txt"])
        #expect(first.bytesWritten == 24)
        #expect(tree().count == 4)
        _ = try folder.write("a/tree/x/mine.txt", "not theirs")
        let second = try writer().write(
            files: [file("x/one.txt", "1"), file("three.txt", "changed")], last: file("index", "i"), removal: .unlisted)
        #expect(second.written == ["three.txt"])
        #expect(second.removed == ["x/y/two.txt"])
        #expect(second.unchanged == 2)
        #expect(tree().keys.sorted() == ["index", "three.txt", "x/mine.txt", "x/one.txt"])
        #expect(!FileManager.default.fileExists(atPath: root + "/x/y"), "an empty folder of its own goes too")
        let third = try writer().write(files: [file("z.txt", "z")], removal: .nothing)
        #expect(third.removed == [])
        #expect(tree().count == 5)
    }

    @Test func aDryRunChangesNothing() throws {
        let report = try writer().write(
            files: [file("a.txt", "1")], last: file("i", "i"), removal: .unlisted, isDryRun: true)
        #expect(report.written == ["a.txt", "i"])
        #expect(!FileManager.default.fileExists(atPath: root))
        _ = try writer().write(files: [file("a.txt", "1")], removal: .unlisted)
        let before = tree()
        let second = try writer().write(files: [file("b/b.txt", "2")], removal: .unlisted, isDryRun: true)
        #expect(second.written == ["b/b.txt"])
        #expect(second.removed == ["a.txt"])
        #expect(tree() == before)
    }

    @Test(arguments: ["../a", "/a", "a//b", "a/./b", "", "a\0b", "a/../../b"]) func leadsNowhereElse(_ path: String) {
        #expect(throws: TreeError.self) { try writer().write(files: [file(path, "x")], removal: .nothing) }
        #expect(!FileManager.default.fileExists(atPath: root))
    }

    @Test func followsNoLink() throws {
        _ = try folder.write("outside/keep.txt", "ours outside")
        _ = try writer().write(files: [file("a.txt", "1")], removal: .nothing)
        try FileManager.default.createSymbolicLink(
            atPath: root + "/link", withDestinationPath: folder.path + "/outside")
        try FileManager.default.createSymbolicLink(
            atPath: root + "/b.txt", withDestinationPath: folder.path + "/outside/keep.txt")
        _ = try writer().write(files: [file("a.txt", "1")], removal: .unlisted)
        #expect(try folder.read("outside/keep.txt") == "ours outside")
        let error = #expect(throws: TreeError.self) {
            try writer().write(files: [file("a.txt", "new"), file("b.txt", "2")], removal: .unlisted)
        }
        #expect(error?.action == .overwrite)
        #expect(tree()["a.txt"] == "ours 1" && tree()["b.txt"] == "ours outside")
        #expect(throws: TreeError.self) { try writer().write(files: [file("link/c.txt", "3")], removal: .nothing) }
    }

    /// Ended before any of its steps, a writer leaves files that are each old or new, and the next one completes them.
    @Test func anEndAtAnyStepIsCompletedByTheNextRun() throws {
        let old = [file("x/one.txt", "1"), file("x/two.txt", "2"), file("gone/three.txt", "3")]
        let new = [file("x/one.txt", "eins"), file("x/two.txt", "2"), file("four.txt", "4")]
        var step = 0
        while true {
            try? FileManager.default.removeItem(atPath: root)
            _ = try writer().write(files: old, last: file("index", "old"), removal: .unlisted)
            let before = tree()
            let limit = step
            let taken = Counter()
            var interrupted = writer()
            interrupted.beforeStep = { _ throws(TreeError) in
                if taken.next() == limit { throw TreeError(action: .write, path: "stop", number: 4) }
            }
            let isWhole = (try? interrupted.write(files: new, last: file("index", "new"), removal: .unlisted)) != nil
            let between = tree().filter { !$0.key.contains(".tmp") }
            for (path, text) in between {
                let allowed =
                    [before[path]]
                    + (new + [file("index", "new")]).filter { $0.path == path }.map {
                        String(decoding: $0.bytes, as: UTF8.self)
                    }
                #expect(allowed.contains(text), "step \(step), \(path)")
            }
            if !isWhole { #expect(between["index"] == "ours old", "the index comes last, step \(step)") }
            _ = try writer().write(files: new, last: file("index", "new"), removal: .unlisted)
            #expect(
                tree() == ["x/one.txt": "ours eins", "x/two.txt": "ours 2", "four.txt": "ours 4", "index": "ours new"],
                "step \(step)")
            if isWhole { break }
            step += 1
        }
        #expect(step == 7, "two files and the index, two steps each, and one removal")
    }

    @Test func twoAtOnceLeaveTheWorkOfOne() async throws {
        let root = root
        await withTaskGroup(of: Void.self) { group in
            for run in 0..<8 {
                group.addTask {
                    let writer = TreeWriter(root: root) { $0.starts(with: Array("ours".utf8)) }
                    let files = (0..<20).map {
                        TreeFile(path: "f\($0).txt", bytes: Array("ours \(run)".utf8))
                    }
                    _ = try? writer.write(
                        files: files, last: TreeFile(path: "index", bytes: Array("ours \(run)".utf8)),
                        removal: .unlisted)
                }
            }
        }
        let tree = tree()
        #expect(tree.count == 21)
        #expect(Set(tree.values).count == 1)
    }

    @Test func saysWhatStandsInItsWay() throws {
        _ = try folder.write("a/tree/x", "a file")
        let error = #expect(throws: TreeError.self) {
            try writer().write(files: [file("x/a.txt", "1")], removal: .nothing)
        }
        #expect(error?.findings(below: "/").first?.code == .treeUnwritable)
        #expect(error?.findings(below: "/").first?.notes.first?.contains("folder") == true)
    }

    private final class Counter: @unchecked Sendable {
        // Used by one writer on one thread.
        private var count = 0
        func next() -> Int {
            defer { count += 1 }
            return count
        }
    }
}
