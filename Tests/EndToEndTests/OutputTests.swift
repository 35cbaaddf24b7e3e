import Foundation
import TestSupport
import Testing

/// What goes where: results on standard output, the rest on standard error, and nothing that varies.
@Suite struct OutputTests {
    @Test(arguments: [
        [], ["snapshot"], ["build"], ["build", "--refresh-snapshot"], ["snapshot", "--check"], ["build", "--check"],
        ["version"], ["init"],
    ])
    func standardOutputIsTheSameTwice(arguments: [String]) throws {
        let folder = try ShopProject.built()
        for options in [[], ["--json"], ["--json", "--verbose"], ["--no-cache"]] {
            let first = try Tool.run(arguments + options, in: folder)
            let second = try Tool.run(arguments + options, in: folder)
            #expect(first.exitCode == 0, "\(first.errors)")
            #expect(first.output == second.output)
            if options.contains("--json") {
                let value = try JSONSerialization.jsonObject(with: Data(first.output.utf8))
                #expect(value is [String: Any])
            }
        }
    }

    @Test func aFirstRunSaysTheSameOnStandardOutputAsTheNext() throws {
        let folder = try ShopProject.make()
        let first = try Tool.run(["--json"], in: folder)
        let second = try Tool.run(["--json"], in: folder)
        #expect(first.exitCode == 0, "\(first.errors)")
        #expect(first.output == second.output)
        #expect(first.errors != second.errors)
    }

    @Test func summariesGoToStandardError() throws {
        let folder = try ShopProject.make()
        let run = try Tool.run([], in: folder)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("snapshot: 3 analysed, 0 reused, "))
        #expect(run.errors.contains("build: "))
        let warm = try Tool.run([], in: folder)
        #expect(warm.errors.contains("snapshot: nothing changed; 0 analysed, 3 reused, 0 written, "))
    }

    @Test func jsonOfAFailureHoldsItsDiagnostics() throws {
        let folder = try ShopProject.make(configuration: "{\"modul\": \"x\"}")
        let run = try Tool.run(["build", "--json"], in: folder)
        #expect(run.exitCode == 2)
        #expect(
            run.output == """
                {
                  "diagnostics": [
                    {
                      "code": "XQ0004",
                      "severity": "error",
                      "message": "There is no key “modul”.",
                      "path": ".xtraqconfig",
                      "line": 1,
                      "column": 2,
                      "notes": [
                        "Did you mean “module”?"
                      ]
                    }
                  ]
                }

                """)
    }

    @Test(arguments: [
        (["TERM": "xterm"], [], true), (["TERM": "xterm", "NO_COLOR": "1"], [], false), (["TERM": "dumb"], [], false),
        (["TERM": "xterm"], ["--ci"], false), ([:], [], false),
    ])
    func coloursOnATerminalAlone(environment: [String: String], options: [String], isColoured: Bool) throws {
        let folder = try ShopProject.make(configuration: "{\"modul\": \"x\"}")
        let line = ([Tool.path, "build"] + options).joined(separator: " ")
        let clean = ["-u", "TERM"] + environment.map { "\($0)=\($1)" } + ["/bin/sh", "-c", line]
        let inner = "/usr/bin/env " + clean.map { "'\($0)'" }.joined(separator: " ")
        let run = try Command.run("/usr/bin/script", ["-qec", inner, "/dev/null"], in: folder.path)
        #expect(run.output.contains("XQ0004"))
        #expect(run.output.contains("\u{1B}[") == isColoured)
    }

    @Test func noEscapeReachesAFile() throws {
        let folder = try ShopProject.make(configuration: "{\"modul\": \"x\"}")
        let run = try Tool.run(["build"], in: folder, environment: ["TERM": "xterm", "COLORTERM": "truecolor"])
        #expect(!run.errors.contains("\u{1B}"))
    }
}
