import Foundation
import TestSupport
import Testing

/// `telemetry schema`.
@Suite struct SchemaTests {
    @Test func listsTheKinds() throws {
        let run = try RecordedProject.run(["telemetry", "schema"], in: "/")
        #expect(run.output.contains("cli-command  One for each recorded invocation"))
        #expect(run.output.contains("big          A large one.\n"))
        #expect(run.exitCode == 0)
    }

    /// The schema that is printed takes every document that the tool writes, and the example.
    @Test(arguments: ["cli-command", "big", "small"])
    func takesWhatTheToolWrites(kind: String) throws {
        let project = try RecordedProject()
        for arguments in [
            ["work", "--big-items", "30", "a"], ["work", "--exit-code", "7"], ["--help"], ["work", "unfit"],
        ] {
            _ = try RecordedProject.run(arguments + ["--telemetry"], in: project.folder.path)
        }
        let schema = Array(try project.run("telemetry", "schema", kind).output.utf8)
        let names = project.names().filter { $0.hasPrefix(kind + "-") }
        #expect(names.count == 4)
        for name in names {
            let document = Array(try project.folder.read(".tool/telemetry/" + name).utf8)
            #expect(try SchemaValidator.shared.violations(of: document, schema: schema) == [], "\(name)")
        }
        let example = Array(try project.run("telemetry", "schema", kind, "--example").output.utf8)
        #expect(try SchemaValidator.shared.violations(of: example, schema: schema) == [])
    }

    @Test func printsAllAsOneValueForScripts() throws {
        let run = try RecordedProject.run(["telemetry", "schema", "--json"], in: "/")
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(value?.compactMap { $0["$id"] as? String }.count == 3)
    }

    @Test func refusesKindsThatDoNotExist() throws {
        let run = try RecordedProject.run(["telemetry", "schema", "bigg"], in: "/")
        #expect(run.errors.contains("There is no kind 'bigg': did you mean 'big'?"))
        #expect(run.exitCode == 64)
    }
}
