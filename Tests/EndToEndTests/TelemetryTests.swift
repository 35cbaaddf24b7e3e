import Foundation
import TestSupport
import Testing

/// What `--telemetry` records of each command, and what it leaves alone.
@Suite struct TelemetryTests {
    /// The documents of a project by kind.
    private func documents(_ folder: TemporaryFolder, _ place: String = ".xtraq/telemetry") throws -> [String: [String:
        Any]]
    {
        var documents: [String: [String: Any]] = [:]
        for (name, data) in try folder.files(below: place) where name.hasSuffix(".json") {
            let value = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            documents[try #require(value["kind"] as? String)] = value
        }
        return documents
    }

    @Test(arguments: [
        ([], ["build", "cli-command", "snapshot", "summary"], "run"),
        (["snapshot"], ["cli-command", "snapshot", "summary"], "snapshot"),
        (["snapshot", "--check"], ["cli-command", "snapshot", "summary"], "snapshot"),
        (["build"], ["build", "cli-command", "summary"], "build"),
        (["build", "--refresh-snapshot"], ["build", "cli-command", "snapshot", "summary"], "build"),
        (["version"], ["cli-command"], "version"),
        (["explain"], ["cli-command"], "explain"),
        (["init"], ["cli-command"], "init"),
        (["help", "build"], ["cli-command"], "help"),
        (["build", "--help"], ["cli-command"], "help"),
        (["telemetry"], ["cli-command"], "telemetry-status"),
        (["telemetry", "list"], ["cli-command"], "telemetry-list"),
    ])
    func recordsEveryCommand(arguments: [String], kinds: [String], command: String) throws {
        let folder = try ShopProject.built()
        let plain = try Tool.run(arguments, in: folder)
        #expect(!folder.contains(".xtraq/telemetry"))
        let recorded = try Tool.run(arguments + ["--telemetry"], in: folder)
        #expect(recorded.exitCode == 0, "\(recorded.errors)")
        if arguments != ["telemetry"] { #expect(recorded.output == plain.output) }
        #expect(recorded.errors.contains("see: xtraq telemetry show "))
        let documents = try documents(folder)
        #expect(documents.keys.sorted() == kinds)
        for document in documents.values {
            #expect(document["command"] as? String == command)
            #expect(document["outcome"] as? String == "success")
            #expect(document["exitCode"] as? Int == 0)
        }
        for (kind, document) in documents {
            let schema = try Tool.run(["telemetry", "schema", kind], in: folder).output
            let bytes = [UInt8](try JSONSerialization.data(withJSONObject: document))
            #expect(try SchemaValidator.shared.violations(of: bytes, schema: Array(schema.utf8)) == [])
        }
    }

    @Test func saysWhatRecordingItselfTook() throws {
        let folder = try ShopProject.built()
        #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0)
        let documents = try documents(folder)
        let command = try #require(documents["cli-command"])
        let phases = try #require(command["phases"] as? [[String: Any]])
        let (whole, recording) = (
            try #require(command["durationMs"] as? Double), try #require(command["recordingMs"] as? Double)
        )
        #expect(recording > 0)
        #expect(phases.compactMap { $0["durationMs"] as? Double }.reduce(recording, +) <= whole)
        // The document of the start was written before the first phase began.
        #expect(phases.compactMap { $0["startMs"] as? Double }.min() ?? 0 >= recording)
        #expect(documents.values.allSatisfy { $0["recordingMs"] as? Double == recording })
        let shown = try Tool.run(["telemetry", "show"], in: folder).output
        #expect(shown.contains("(recording)") && shown.contains("(other)"), "\(shown)")
    }

    @Test(arguments: [
        (["bild"], 64, "unparsed", "failure"), (["build", "--nope"], 64, "unparsed", "failure"),
        (["snapshot", "--database", "missing.db"], 3, "snapshot", "failure"),
        (["build", "--output", "/x"], 2, "build", "failure"),
        (["build", "--procedure", "nope"], 1, "build", "failure"),
    ])
    func recordsFailures(arguments: [String], exitCode: Int32, command: String, outcome: String) throws {
        let folder = try ShopProject.built()
        let plain = try Tool.run(arguments, in: folder)
        let recorded = try Tool.run(["--telemetry"] + arguments, in: folder)
        #expect(plain.exitCode == exitCode)
        #expect(recorded.exitCode == exitCode)
        #expect(recorded.output == plain.output)
        let document = try #require(try documents(folder)["cli-command"])
        #expect(document["command"] as? String == command)
        #expect(document["outcome"] as? String == outcome)
        #expect(document["exitCode"] as? Int32 == exitCode)
        if exitCode < 64 {
            let error = try #require(document["error"] as? [String: Any])
            #expect((error["code"] as? String)?.hasPrefix("XQ0") == true)
        }
    }

    @Test func recordsACheckThatSaidNo() throws {
        let folder = try ShopProject.built()
        try folder.remove("Queries/books.sql")
        let run = try Tool.run(["snapshot", "--check", "--telemetry"], in: folder)
        #expect(run.exitCode == 4, "\(run.errors)")
        for document in try documents(folder).values { #expect(document["outcome"] as? String == "checkFailed") }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func recordsAnInterruption(signal: Int32) throws {
        let folder = try ShopProject.make()
        #expect(try Command.run("/usr/bin/mkfifo", [".env"], in: folder.path).exitCode == 0)
        let running = try RunningCommand(defaultSignals: ["snapshot", "--telemetry"], in: folder.path)
        let writer = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(".env")))
        running.send(signal)
        let run = try running.wait()
        try writer.close()
        #expect(run.signal == signal)
        let document = try #require(try documents(folder)["cli-command"])
        #expect(document["outcome"] as? String == "interrupted")
        #expect(document["signal"] as? String == [SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGHUP: "SIGHUP"][signal])
    }

    @Test func aKilledRunIsOnRecordToo() throws {
        let folder = try ShopProject.make()
        #expect(try Command.run("/usr/bin/mkfifo", [".env"], in: folder.path).exitCode == 0)
        let running = try RunningCommand(defaultSignals: ["snapshot", "--telemetry"], in: folder.path)
        let writer = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(".env")))
        running.send(SIGKILL)
        _ = try running.wait()
        try writer.close()
        #expect(try documents(folder)["cli-command"]?["outcome"] as? String == "unfinished")
    }

    @Test func noNameOfTheProjectReachesADocument() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run(["--telemetry", "--procedure", "orders.*,listBooks"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        for (name, data) in try folder.files(below: ".xtraq/telemetry") where name.hasSuffix(".json") {
            let text = String(decoding: data, as: UTF8.self)
            for secret in ["ooks", "orders", "Shop", "placed_on", "Queries", "SELECT", folder.path, NSUserName() + "/"]
            {
                #expect(!text.contains(secret), "\(name) holds \(secret)")
            }
        }
    }

    @Test func aPreviewWritesNothing() throws {
        let folder = try ShopProject.built()
        let before = try folder.files()
        let run = try Tool.run(["build", "--telemetry", "--telemetry-preview"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("telemetry preview:\n{"))
        #expect(run.errors.hasSuffix("telemetry: nothing written\n"))
        #expect(try folder.files().filter { $0.key != ".xtraq/cache/build.json" } == before)
    }

    @Test func initRecordsInTheProjectThatItMakes() throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["init", "--telemetry", "--module", "Shop", "--force"], in: folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        let given = try #require(try documents(folder)["cli-command"]?["given"] as? [String: Bool])
        #expect(given == ["module": true, "connection": false, "schemas": false, "force": true])
    }

    @Test func revealShowsTheNamesOfTheOwner() throws {
        let folder = try ShopProject.make()
        #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0)
        let hidden = try Tool.run(["telemetry", "show"], in: folder)
        let revealed = try Tool.run(["telemetry", "show", "--reveal"], in: folder)
        #expect(hidden.exitCode == 0 && revealed.exitCode == 0, "\(revealed.errors)")
        #expect(!hidden.output.contains("listBooks"))
        #expect(revealed.output.contains("main.listBooks"))
        #expect(revealed.output.contains("orders.ordersOfBook"))
        let files = try folder.files(below: "Generated").keys.filter { $0.hasSuffix(".swift") }
        #expect(files.allSatisfy { revealed.output.contains($0) })
    }

    @Test func revealKnowsStatementsThatTheSnapshotHoldsInOtherWords() throws {
        let folder = try ShopProject.make()
        try folder.write(
            "Queries/count.sql", "-- name: countBooks :one\r\nSELECT count(*)\r\nAS \"books!: Int64\" FROM books;\r\n")
        #expect(try Tool.run(["--telemetry"], in: folder).exitCode == 0)
        let revealed = try Tool.run(["telemetry", "show", "--reveal"], in: folder)
        #expect(revealed.output.contains("main.countBooks"))
        #expect(!revealed.output.contains("no longer in the project"), "\(revealed.output)")
    }
}
