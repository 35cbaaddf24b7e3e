import Foundation
import TestSupport
import Testing

/// Disks that write little at a time, know no unnamed files, know no links, in every mixture: nothing is lost.
@Suite struct BadDiskTests {
    @Test(arguments: ["short", "unnamed", "links", "short,unnamed", "unnamed,links", "short,unnamed,links"])
    func losesNothing(shim: String) throws {
        let project = try RecordedProject()
        let library = try #require(Shim.path, "a C compiler is needed")
        let environment = ["LD_PRELOAD": library, "SHIM": shim]
        for round in 1...2 {
            let run = try project.run("work", "x", "--big-items", "700", "--telemetry", environment: environment)
            #expect(run.output == "worked on x\n" && run.exitCode == 0)
            #expect(run.errors.hasPrefix("telemetry: 3 documents, run "), "\(shim): \(run.errors)")
            #expect(!run.errors.contains("not recorded"))
            #expect(project.names().count == 3 * round, "\(shim): \(project.names())")
        }
        #expect(try project.documents("big").allSatisfy { $0.list("items").count == 700 })
        #expect(try project.documents().allSatisfy { $0.text("outcome") == "success" })
        #expect(Set(try project.documents().map { $0.text("projectRootHash") }).count == 1, "one key")
    }

    @Test(arguments: 3...14) func doesWithoutDescriptors(limit: Int) throws {
        let project = try RecordedProject()
        let plain = try project.shell("ulimit -n \(limit); exec $TOOL work x --exit-code 4")
        let run = try project.shell("ulimit -n \(limit); exec $TOOL work x --exit-code 4 --telemetry")
        #expect(run.output == plain.output, "\(limit)")
        #expect(run.exitCode == plain.exitCode, "\(limit): \(run.errors)")
        let lines = run.errors.dropFirst(plain.errors.count).split(separator: "\n")
        if plain.exitCode == 4 {
            #expect(lines.count == 1 && lines[0].hasPrefix("telemetry: "), "\(limit): \(run.errors)")
        }
        for kind in ["cli-command", "big", "small"] { _ = try project.documents(kind) }
        #expect(try project.run("work", "--telemetry").errors.hasPrefix("telemetry: 3 documents, run "))
        #expect(project.names().allSatisfy { $0.hasSuffix(".json") }, "\(project.names())")
    }
}
