import Foundation
import Testing

/// Runs of the tool with `--telemetry` in the place of runs without: with `XTRAQ_TEST_TELEMETRY=1` in the environment
/// every test of the whole tool is one of recorded runs, and must see what it sees without.
///
/// What recording adds is taken away again, and is all that it may add: one line at the end of standard error, and two
/// folders in the project.
struct RecordedRuns {
    /// The command line with the switch.
    let arguments: [String]
    private let projects: [String]
    private let before: Set<String>

    /// Whether the environment asks for it.
    static var areAsked: Bool { ProcessInfo.processInfo.environment["XTRAQ_TEST_TELEMETRY"] == "1" }

    private static let folders = [".xtraq/telemetry", ".xtraq/private"]

    /// Prepares a run; `nil` where the test has its own mind about telemetry, or the shell is who asks.
    init?(_ arguments: [String], in folder: String) {
        if arguments.contains(where: { $0.hasPrefix("--telemetry") || $0 == "telemetry" || $0.hasPrefix("---") }) {
            return nil
        }
        self.arguments = ["--telemetry"] + arguments
        var projects: [String] = []
        var ancestor = URL(fileURLWithPath: folder)
        while ancestor.path.count > 1 {
            projects.append(ancestor.path)
            ancestor.deleteLastPathComponent()
        }
        for (name, value) in zip(arguments, arguments.dropFirst()) where ["-p", "--project-path"].contains(name) {
            projects.append(URL(fileURLWithPath: value, relativeTo: URL(fileURLWithPath: folder + "/")).path)
        }
        self.projects = projects
        before = Set(Self.existing(projects))
    }

    private static func existing(_ projects: [String]) -> [String] {
        projects.flatMap { project in folders.map { project + "/" + $0 } }
            .filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// What the run left, without what recording added.
    func take(_ run: Tool.Run) throws -> Tool.Run {
        var run = run
        var lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count >= 2, lines[lines.count - 2].hasPrefix("telemetry: ") {
            lines.remove(at: lines.count - 2)
        } else {
            Issue.record("\(arguments) says nothing of its recording: \(run.errors)")
        }
        run.errors = lines.joined(separator: "\n")
        for folder in Self.existing(projects) where !before.contains(folder) {
            try? FileManager.default.removeItem(atPath: folder)
            let tool = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            if (try? FileManager.default.contentsOfDirectory(atPath: tool))?.isEmpty ?? false {
                try? FileManager.default.removeItem(atPath: tool)
            }
        }
        return run
    }
}
