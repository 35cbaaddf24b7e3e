import Foundation
import TestSupport
import Testing

/// A root that is an `AsyncParsableCommand` has two `main()` to choose from; the one that records must win.
@Suite struct AsyncRootTests {
    @Test(arguments: [
        ("", "root", "run"), ("sync", "sync", "sync"), ("wait", "wait", "wait"), ("tell", "tell true", "tell"),
    ])
    func recordsEveryKindOfCommand(argument: String, output: String, command: String) throws {
        let project = try RecordedProject()
        let run = try withoutBlockedSignals {
            try Command.run(
                Tool.productsFolder + "/async-recorded-tool", (argument.isEmpty ? [] : [argument]) + ["--telemetry"],
                in: project.folder.path)
        }
        #expect(run.output == output + "\n")
        #expect(run.errors.hasPrefix("telemetry: 1 document, run "))
        #expect(try project.documents().map { $0.text("command") } == [command])
    }
}
