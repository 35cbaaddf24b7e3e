import Foundation
import TestSupport
import Testing

/// What another tool needs to adopt telemetry, counted and compiled; and that nothing of this one is in its way.
@Suite struct AdoptionTests {
    private let example = "Examples/Logstat"
    private let patched = ["Package.swift"] + ["Logstat", "Commands", "LogFile"].map { "Sources/logstat/\($0).swift" }

    /// Tool name, directory, kinds and fields are the adopter's.
    @Test(arguments: [
        "LocalTelemetry", "LocalTelemetryTesting", "TelemetryCommands", "TelemetryReport", "TelemetryRecording",
    ])
    func namesNoToolInTheLibraries(module: String) throws {
        let folder = Repository.path("Sources/\(module)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 5)
        for file in files {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            #expect(!text.lowercased().contains("xtraq"), "\(module)/\(file)")
        }
    }

    /// No ZIP, HTML, argument parser or full Foundation: what the libraries import is the system, the key's hash and each
    /// other.
    @Test func importsTheSystemAndAHashAlone() throws {
        let system: Set = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]
        let allowed: [String: Set<String>] = [
            "JSONBytes": [], "TelemetryRecording": [],
            "LocalTelemetry": ["Crypto", "JSONBytes", "TelemetryRecording"],
            "TelemetryReport": ["JSONBytes", "LocalTelemetry", "TelemetryRecording"],
            "TelemetryReference": ["JSONBytes", "LocalTelemetry"],
        ]
        for (module, others) in allowed {
            let folder = Repository.path("Sources/\(module)")
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
            for file in files {
                let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                for line in text.matches(of: /(?m)^[^\/\n]*\bimport (\w+)$/) {
                    let name = String(line.output.1)
                    #expect(system.contains(name) || others.contains(name), "\(module)/\(file) imports \(name)")
                }
            }
            // And nothing of Foundation comes in by another door.
            let objects = Tool.productsFolder + "/\(module).build"
            let symbols = try Command.run(
                "/bin/sh", ["-c", "nm -u *.swift.o | grep -c 10Foundation || true"], in: objects,
                environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
            #expect(symbols.output == "0\n", "\(module): \(symbols.output) \(symbols.errors)")
        }
    }

    @Test func takesTenLinesAndOneForEachCommand() throws {
        let diff = try read("\(example)/Adoption/adopt.diff")
        let added = diff.split(separator: "\n").filter { $0.hasPrefix("+") && !$0.hasPrefix("+++") }
        let commands =
            try read("\(example)/Sources/logstat/Commands.swift").components(separatedBy: "RecordedCommand {")
            .count - 1
        #expect(commands == 3)
        #expect(added.count <= 10 + commands, "\(added.joined(separator: "\n"))")
        #expect(try article("AdoptInTenMinutes").contains("```diff\n\(diff)```\n"), "the article shows the diff")
    }

    /// The diffs are true: without them the sources are a tool that knows nothing of telemetry, and each state compiles.
    @Test func theDiffsLeadFromAToolWithoutTelemetryToThisOne() throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.path("\(example)/Sources"), to: "Sources")
        try folder.copy(Repository.path("\(example)/Package.swift"), to: "Package.swift")
        for (diff, isAdopted) in [("document", true), ("adopt", false)] {
            let path = Repository.path("\(example)/Adoption/\(diff).diff")
            let run = try Command.run("/usr/bin/git", ["apply", "-R", path], in: folder.path)
            #expect(run.exitCode == 0, "\(diff): \(run.errors)")
            #expect(!folder.contains("Sources/logstat/Recorded.swift"))
            for file in patched where !isAdopted && file != "Package.swift" {
                let text = try folder.read(file)
                #expect(!text.contains("elemetry") && !text.contains("xtraq"), "\(file)")
            }
            #expect(try compile(folder) == "", "after \(diff)")
        }
    }

    private func compile(_ folder: TemporaryFolder) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("Sources/logstat"))
        let run = try Command.run(
            "/usr/bin/env",
            ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors"]
                + ["-module-name", "logstat", "-I", Tool.productsFolder + "/Modules"]
                // The commands read and write bundles: the compiler wants to see that library's module, too.
                + ["-I", Repository.path("Sources/CZlib")]
                + [
                    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
                    "InternalImportsByDefault",
                ]
                + ["-enable-upcoming-feature", "MemberImportVisibility"]
                + ["-enable-upcoming-feature", "NonisolatedNonsendingByDefault"]
                + files.map { folder.path("Sources/logstat/" + $0) },
            in: folder.path, environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
        return run.exitCode == 0 ? "" : run.errors
    }

    /// What the articles show stands in the example, which is built and run.
    @Test(arguments: ["DeclareYourDocument", "TestThatNothingLeaks"])
    func showsWhatCompiles(article: String) throws {
        let sources = try FileManager.default.subpathsOfDirectory(atPath: Repository.path(example))
            .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
            .map { try read("\(example)/\($0)") }
        let parts = try self.article(article).components(separatedBy: "```swift\n").dropFirst()
        #expect(parts.count >= 4)
        for part in parts {
            let snippet = part.components(separatedBy: "```")[0]
            #expect(sources.contains { $0.contains(snippet) }, "\(article): \(snippet)")
        }
    }

    /// An executable that depends on the library for tests gets nothing from it in release, or is told why.
    @Test func theLibraryForTestsIsEmptyInRelease() throws {
        let folder = try TemporaryFolder()
        let sources = try FileManager.default.subpathsOfDirectory(
            atPath: Repository.path("Sources/LocalTelemetryTesting")
        ).filter { $0.hasSuffix(".swift") }.map { Repository.path("Sources/LocalTelemetryTesting/" + $0) }
        let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        func swiftc(_ arguments: [String]) throws -> Tool.Run {
            try Command.run(
                "/usr/bin/env", ["swiftc", "-O", "-swift-version", "6"] + arguments, in: folder.path,
                environment: environment)
        }
        let built = try swiftc(
            ["-parse-as-library", "-wmo", "-D", "Telemetry", "-module-name", "LocalTelemetryTesting", "-emit-module"]
                + ["-emit-object", "-o", "testing.o"] + sources)
        #expect(built.exitCode == 0, "\(built.errors)")
        let symbols = try Command.run("/usr/bin/env", ["nm", "testing.o"], in: folder.path, environment: environment)
        #expect(symbols.output.split(separator: "\n").count < 40, "\(symbols.output)")
        #expect(!symbols.output.contains("Canary") && !symbols.output.contains("Foundation"))

        try folder.write("main.swift", "import LocalTelemetryTesting\nprint(1)\n")
        #expect(try swiftc(["-typecheck", "-I", ".", "main.swift"]).exitCode == 0)
        try folder.write(
            "main.swift", "import LocalTelemetryTesting\ntry expectNoLeaks(of: \"\", folder: \"\") { _ in }\n")
        let refused = try swiftc(["-typecheck", "-I", ".", "main.swift"])
        #expect(refused.exitCode != 0)
        #expect(
            refused.errors.contains("LocalTelemetryTesting is for tests and is empty in a release build"),
            "\(refused.errors)")
    }

    private func read(_ path: String) throws -> String {
        try String(contentsOfFile: Repository.path(path), encoding: .utf8)
    }

    private func article(_ name: String) throws -> String {
        try read("Sources/LocalTelemetry/LocalTelemetry.docc/\(name).md")
    }
}
