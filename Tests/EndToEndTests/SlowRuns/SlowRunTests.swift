import Foundation
import TestSupport
import Testing

/// The test of the documents' worth: runs that are slow for a reason, and a program that finds the reason in them.
@Suite struct SlowRunTests {
    /// A project of so many queries.
    private func project(queries: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".xtraqconfig", "{\"module\": \"Slow\"}")
        try folder.write("Schema/1.sql", "CREATE TABLE things (id INTEGER PRIMARY KEY, label TEXT NOT NULL) STRICT;\n")
        try addQueries(0..<queries, to: folder)
        return folder
    }

    private func addQueries(_ numbers: Range<Int>, inFilesOf size: Int = 10, to folder: TemporaryFolder) throws {
        for file in stride(from: numbers.lowerBound, to: numbers.upperBound, by: size) {
            let queries = (file..<min(file + size, numbers.upperBound)).map { number in
                """
                -- name: query\(number) :many
                -- @param limit: Int64
                SELECT id, label FROM things WHERE id > \(number) ORDER BY label LIMIT :limit;

                """
            }
            try folder.write("Queries/file\(file).sql", queries.joined())
        }
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String..., environment: [String: String] = [:]) throws {
        let run = try Tool.run(["--telemetry"] + arguments, in: folder, environment: environment)
        #expect(run.exitCode == 0, "\(run.errors)")
    }

    /// A snapshot and a build from nothing, in a project that has run before.
    private func forgetEverything(_ folder: TemporaryFolder) throws {
        for place in [".xtraq/snapshots", ".xtraq/cache", "Generated"] where folder.contains(place) {
            try folder.remove(place)
        }
    }

    private func explanation(_ folder: TemporaryFolder) throws -> SlowRunExplainer {
        // Names of documents carry the second of the run; what counts is the time within them.
        try #require(SlowRunExplainer(documentsIn: folder.path(".xtraq/telemetry")))
    }

    @Test func findsADiskThatIsSlowToWrite() throws {
        let folder = try project(queries: 60)
        try run(folder)
        try forgetEverything(folder)
        try run(folder, environment: ["LD_PRELOAD": try SlowDisk.library(), "SLOW_DISK_MICROSECONDS": "20000"])
        let explanation = try explanation(folder)
        #expect(explanation.cause == .slowDisk, "\(explanation.costs)")
    }

    @Test func findsTheOneStatementThatIsSlow() throws {
        let folder = try project(queries: 40)
        try run(folder)
        let numbers = (0..<200_000).map(String.init).joined(separator: ",")
        try folder.write("Queries/slow.sql", "-- name: slow :many\nSELECT id FROM things WHERE id IN (\(numbers));\n")
        try run(folder)
        let explanation = try explanation(folder)
        #expect(explanation.cause == .slowStatement, "\(explanation.costs)")
    }

    @Test func findsThatCachingIsOff() throws {
        let folder = try project(queries: 300)
        try run(folder)
        try run(folder)
        try run(folder, "--no-cache")
        let explanation = try explanation(folder)
        #expect(explanation.cause == .cachingOff, "\(explanation.costs)")
    }

    @Test func findsThatThereIsTenTimesAsMuch() throws {
        let folder = try project(queries: 50)
        try run(folder)
        // In few files: what a busy disk takes for each must not hide the work.
        try addQueries(50..<1000, inFilesOf: 100, to: folder)
        try run(folder)
        let explanation = try explanation(folder)
        #expect(explanation.cause == .moreObjects, "\(explanation.costs)")
    }

    /// Nothing is wrong with a run that had nothing to do.
    @Test func findsNothingWhereNothingIsWrong() throws {
        let folder = try project(queries: 40)
        try run(folder)
        try run(folder)
        let explanation = try explanation(folder)
        #expect(explanation.cause == nil, "\(explanation.costs)")
    }
}

/// A library that, loaded before others, makes each write to a file take its time.
enum SlowDisk {
    /// Compiles it once.
    static func library() throws -> String {
        try compiled.get()
    }

    private static let compiled = Result<String, any Error> {
        let folder = NSTemporaryDirectory() + "slow-disk-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (source, library) = (folder + "/slow.c", folder + "/slow.so")
        try Data(code.utf8).write(to: URL(fileURLWithPath: source))
        let compiler = try Command.run(
            "/usr/bin/env", ["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], in: folder)
        guard compiler.exitCode == 0 else { throw CompilerFailure(description: compiler.errors) }
        return library
    }

    /// Why it could not be compiled.
    struct CompilerFailure: Error, CustomStringConvertible {
        let description: String
    }

    private static let code = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <sys/stat.h>
        #include <unistd.h>
        ssize_t write(int descriptor, const void *bytes, size_t count) {
            static ssize_t (*next)(int, const void *, size_t);
            struct stat status;
            if (!next) next = dlsym(RTLD_NEXT, "write");
            const char *delay = getenv("SLOW_DISK_MICROSECONDS");
            if (delay && !fstat(descriptor, &status) && S_ISREG(status.st_mode)) usleep(atoi(delay));
            return next(descriptor, bytes, count);
        }
        """
}
