import Foundation
import TestSupport
import Testing

/// `docs/command-line.md`: what every command says of itself.
@Suite struct CommandLinePageTests {
    @Test func pageIsCurrent() throws {
        let folder = try TemporaryFolder()
        let dump = try Tool.run(["--experimental-dump-help"], in: folder)
        let tree = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8))
        var page = Self.beginning
        for path in tree.command.paths(above: []) {
            let help = try Tool.run(path + ["--help"], in: folder, environment: ["COLUMNS": "100"])
            #expect(help.exitCode == 0)
            page += "\n## \((["xtraq"] + path).joined(separator: " "))\n\n```text\n"
            page += help.output.split(separator: "\n", omittingEmptySubsequences: false)
                .map { String($0).trimmingTrailingSpaces }.joined(separator: "\n")
                .trimmingCharacters(in: .newlines)
            page += "\n```\n"
        }
        try expectCurrent(Repository.path("docs/command-line.md"), page)
    }

    private struct Dump: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var shouldDisplay: Bool?
        var subcommands: [Command]?

        func paths(above: [String]) -> [[String]] {
            guard shouldDisplay != false, commandName != "help" else { return [] }
            return [above] + (subcommands ?? []).flatMap { $0.paths(above: above + [$0.commandName]) }
        }
    }

    private static let beginning = """
        # The command line

        <!-- Made from the commands' own help by `make docs`; a test compares. -->

        Standard output carries results and, with `--json`, one JSON value; nothing on it varies between two equal runs.
        Progress, summaries and what telemetry has to say go to standard error. `--ci`, `NO_COLOR`, a dumb terminal or none:
        plain lines without colour, nothing drawn twice. No command ever asks a question.

        | exit code | |
        |---|---|
        | 0 | done |
        | 1 | failed: queries in error, the file system |
        | 2 | project or configuration missing or invalid |
        | 3 | the database could not be reached or refused |
        | 4 | a check said no |
        | 64 | wrong usage |
        | 129, 130, 141, 143 | ended by SIGHUP, SIGINT, SIGPIPE, SIGTERM |

        `--procedure` takes `name` or `schema.name` with `*` and `?`, several separated by `,` or `;`; a bare name matches in
        any schema. It holds for one invocation of `snapshot`, `build` or `xtraq`: what matches is added or updated, everything
        else in snapshot and output stays as it is, and nothing is removed. No match is exit code 1, with near names.

        Shell completions: `xtraq --generate-completion-script bash` (or `zsh`, `fish`); `make install` puts them in place.

        """
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
