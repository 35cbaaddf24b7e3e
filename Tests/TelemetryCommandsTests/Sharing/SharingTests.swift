import Foundation
import JSONBytes
import TestSupport
import Testing

/// `telemetry export`, `reveal`, `verify`, and bundles wherever documents are read.
@Suite struct SharingTests {
    private let project: RecordedProject

    init() throws {
        project = try RecordedProject()
        for arguments in [["work", "--big-items", "30", "a"], ["work", "--exit-code", "4"], ["--help"]] {
            _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
        }
    }

    private func export(_ arguments: String...) throws -> Tool.Run {
        try RecordedProject.run(["telemetry", "export"] + arguments, in: project.folder.path)
    }

    private func bundle(_ name: String = "bundle.zip", _ arguments: String...) throws -> String {
        let path = project.folder.path(name)
        let run = try RecordedProject.run(
            ["telemetry", "export", "--yes", "--output", path] + arguments, in: project.folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        return path
    }

    private func contents(_ bundle: String) throws -> [String: String] { try RecordedProject.contents(of: bundle) }

    // MARK: Exporting

    @Test func showsWhatWouldLeaveAndWritesNothing() throws {
        let run = try export("--dry-run")
        #expect(run.exitCode == 0)
        #expect(run.output.contains("documents of 3 runs would leave"))
        #expect(run.output.contains("cli-command.runId"))
        #expect(run.output.contains("What does not leave:"))
        #expect(run.output.contains("its place in the list is enough"))
        #expect(try export("--dry-run", "--json").output.contains("\"written\": false"))
        let refused = try export()
        #expect(refused.exitCode == 64)
        #expect(refused.errors.contains("--yes"))
        #expect(refused.output.contains("would leave"))
        let left = try FileManager.default.contentsOfDirectory(atPath: project.folder.path)
        #expect(!left.contains { $0.hasSuffix(".zip") })
    }

    @Test func neverOverwritesUnasked() throws {
        let path = try project.folder.write("bundle.zip", "mine")
        let refused = try export("--yes", "--output", path)
        #expect(refused.exitCode == 1)
        #expect(refused.errors.contains("--force"))
        #expect(try project.folder.read("bundle.zip") == "mine")
        let written = try export("--yes", "--force", "--output", path, "--json")
        #expect(written.exitCode == 0, "\(written.errors)")
        let json = try JSONNode.parse(Array(written.output.utf8))
        let digest = try Command.run("/usr/bin/sha256sum", [path], in: project.folder.path).output.prefix(64)
        #expect(json.text("sha256") == String(digest))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func opensInEveryTool() throws {
        let path = try bundle()
        let python = "import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)"
        for line in [
            ["unzip", "-tqq", path], ["7z", "t", path], ["bsdtar", "-tf", path], ["python3", "-c", python, path],
        ] {
            let run = try Command.run("/usr/bin/env", line, in: project.folder.path)
            #expect(run.exitCode == 0, "\(line[0]): \(run.output) \(run.errors)")
        }
        let contents = try contents(path)
        #expect(contents["README.txt"]?.contains("recorded-tool telemetry verify BUNDLE") == true)
        let manifest = Array(try #require(contents["manifest.json"]).utf8)
        let schema = Array(try #require(contents["schema/manifest.schema.json"]).utf8)
        #expect(try SchemaValidator.shared.violations(of: manifest, schema: schema) == [])
        for (name, text) in contents where name.hasPrefix("documents/") {
            let kind = name.dropFirst(10).dropLast(5).split(separator: "-", maxSplits: 1)[1]
            let schema = Array(try #require(contents["schema/\(kind).schema.json"]).utf8)
            #expect(try SchemaValidator.shared.violations(of: Array(text.utf8), schema: schema) == [], "\(name)")
        }
    }

    @Test func writesToStandardOutput() throws {
        let run = try project.shell("\"$TOOL\" telemetry export --yes -o - > piped.zip && unzip -tqq piped.zip")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("SHA-256"))
        #expect(try export("--yes", "--output", "-", "--json").exitCode == 64)
    }

    @Test func takesWhatIsAskedFor() throws {
        let one = try contents(bundle("kind.zip", "--kind", "big"))
        #expect(one.keys.filter { $0.hasPrefix("documents/") }.allSatisfy { $0.hasSuffix("-big.json") })
        let run = try #require(try project.documents().first?.text("runId"))
        let two = try contents(bundle("run.zip", "--run", String(run.prefix(8))))
        #expect(two.keys.count { $0.hasPrefix("documents/") } == 3)
        #expect(try export("--run", "00000000").exitCode == 1)
        #expect(try export("--since", "2999-01-01").output.contains("nothing to export"))
        #expect(try export("--kind", "bgi").exitCode == 64)
        #expect(try export("--redaction", "lax").exitCode == 64)
        let strict = try contents(bundle("strict.zip", "--redaction", "strict"))
        for (name, text) in strict where name.hasPrefix("documents/") {
            #expect(!text.contains("file-") && !text.contains("path-") && !text.contains("items"), "\(name)")
        }
    }

    @Test func saysWhereNothingWasEverRecorded() throws {
        let empty = try RecordedProject()
        for command in ["export", "verify"] {
            let run = try empty.run("telemetry", command)
            #expect(run.exitCode == 0)
            #expect(run.output.hasPrefix("Nothing is recorded"))
        }
        #expect(try export("nowhere").exitCode == 1)
        #expect(!empty.folder.contains(".tool"))
    }

    @Test func encryptsThroughAge() throws {
        let keys = try project.shell("age-keygen -o me.txt && age-keygen -y me.txt")
        let recipient = keys.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let path = project.folder.path("bundle.zip.age")
        let run = try export("--yes", "--encrypt-to", recipient, "--output", path)
        #expect(run.exitCode == 0, "\(run.errors)")
        let plain = try project.shell("age -d -i me.txt bundle.zip.age > plain.zip && unzip -tqq plain.zip")
        #expect(plain.exitCode == 0, "\(plain.errors)")
        #expect(try export("--yes", "--encrypt-to", "nobody", "--output", project.folder.path("x.age")).exitCode == 1)
        #expect(!project.folder.contains("x.age"))
        let missing = try project.run(
            "telemetry", "export", "--yes", "--encrypt-to", recipient, "--output", project.folder.path("y.age"),
            environment: ["PATH": "/nowhere"])
        #expect(missing.exitCode == 1)
        #expect(missing.errors.contains("apt-get install age"))
        #expect(!project.folder.contains("y.age"))
    }

    // MARK: The whole round

    @Test func theSenderRevealsWhatTheReceiverQuotes() throws {
        let path = try bundle()
        // Another project, another key: the receiver reads, verifies and quotes.
        let receiver = try RecordedProject()
        _ = try receiver.run("work", "--telemetry")
        let list = try receiver.run("telemetry", "list", path)
        #expect(list.output.contains("minute 0"), "\(list.output) \(list.errors)")
        #expect(try receiver.run("telemetry", "verify", path).exitCode == 0)
        let shown = try receiver.run("telemetry", "show", "1", path)
        let words = shown.output.split { !($0.isLetter || $0.isNumber || $0 == "-") }
        let token = try #require(words.first { $0.hasPrefix("path-") }, "\(shown.output) \(shown.errors)")
        let text = try contents(path).values.joined(separator: "\n")
        let tokens = Set(text.split(separator: "\"").filter { $0.hasPrefix("file-") && $0.utf8.count == 13 })
        #expect(tokens.count >= 30)
        let answer = "Look at \(token): <b>\(tokens.sorted().joined(separator: ", "))</b>\n"
        try project.folder.write("answer.txt", answer)

        let revealed = try project.run("telemetry", "reveal", "--bundle", path, "answer.txt")
        #expect(revealed.exitCode == 0, "\(revealed.errors)")
        #expect(revealed.output.contains("Look at \(project.folder.path): <b>"))
        #expect(revealed.output.contains("file 0"))
        #expect(revealed.errors.contains("2 tokens revealed"), "\(revealed.errors)")
        let piped = try project.run("telemetry", "reveal", "--bundle", path, "-", input: answer)
        #expect(piped.output == revealed.output)
        let show = try project.run("telemetry", "show", "1", path, "--reveal")
        #expect(show.output.contains(project.folder.path), "\(show.output) \(show.errors)")

        // A stranger with a key of his own learns nothing, and one without hears why.
        let stranger = try receiver.run("telemetry", "reveal", "--bundle", path, "-", input: answer)
        #expect(stranger.output == answer)
        let nobody = try RecordedProject()
        #expect(try nobody.run("telemetry", "reveal", "--bundle", path, "-", input: answer).exitCode == 1)
        // The key in the hands of another machine is the key.
        let key = project.folder.path(".tool/private/telemetry.key")
        let elsewhere = try nobody.run(
            "telemetry", "reveal", "--bundle", path, "-", "--telemetry-key", key, input: answer)
        #expect(elsewhere.output.contains("file 0") && elsewhere.exitCode == 0)
    }

    @Test func withoutAKeyNobodyCanReveal() throws {
        let nobody = try TemporaryFolder()
        let path = nobody.path("bundle.zip")
        let run = try RecordedProject.run(
            ["telemetry", "export", "--yes", "-o", path, project.folder.path(".tool/telemetry")], in: nobody.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("nobody can turn them back"))
        #expect(try contents(path)["manifest.json"]?.contains("\"revealable\": false") == true)
        #expect(try project.run("telemetry", "reveal", "--bundle", path, "-", input: "x").exitCode == 1)
        #expect(!nobody.contains(".tool"))
    }

    // MARK: Verifying

    @Test func findsWhatWasPutIntoADocument() throws {
        #expect(try project.run("telemetry", "verify").exitCode == 0)
        let name = try #require(project.names().first { $0.hasPrefix("cli-command") })
        let text = try project.folder.read(".tool/telemetry/" + name)
        try project.folder.write(
            ".tool/telemetry/" + name,
            text.replacingOccurrences(
                of: "\"kind\": \"cli-command\",",
                with: "\"kind\": \"cli-command\",\n  \"notes\": \"mail alice@example.org\","))
        let run = try project.run("telemetry", "verify")
        #expect(run.exitCode == 4)
        #expect(run.output.contains("$.notes: no such member in the schema"), "\(run.output)")
        #expect(run.output.contains("looks like a mail address"))
        #expect(!run.output.contains("alice"))
        #expect(try project.run("telemetry", "verify", "--json").exitCode == 4)
    }

    @Test func findsWhatWasDoneToABundle() throws {
        let path = try bundle()
        let run = try project.shell(
            """
            unzip -q "\(path)" -d b && cd b && f=$(ls documents/*-cli-command.json | head -n 1) \
            && sed -i 's/"durationMs": /"host": "db1.internal", "durationMs": /' "$f" \
            && zip -qr ../changed.zip . && zip -qr ../missing.zip manifest.json README.txt schema
            """)
        #expect(run.exitCode == 0, "\(run.errors)")
        let changed = try project.run("telemetry", "verify", "changed.zip")
        #expect(changed.exitCode == 4)
        #expect(changed.output.contains("is not what the manifest lists"), "\(changed.output) \(changed.errors)")
        #expect(changed.output.contains("host: no such member in the schema"))
        #expect(changed.output.contains("looks like a host name") && !changed.output.contains("db1.internal"))
        let missing = try project.run("telemetry", "verify", "missing.zip")
        #expect(missing.output.contains("the file is not in the bundle"))
    }

    @Test(arguments: ["list", "show", "verify"])
    func refusesWhatIsNoBundle(command: String) throws {
        try project.folder.write("bad.zip", "PK\u{3}\u{4} and nothing that a bundle has")
        let run = try project.run("telemetry", command, "bad.zip")
        #expect(run.exitCode == 1, "\(run.output)")
        #expect(run.errors.contains("cannot be read as a bundle"), "\(run.errors)")
    }
}
