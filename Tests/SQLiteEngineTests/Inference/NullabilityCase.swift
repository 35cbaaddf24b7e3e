import Foundation

/// One statement of the nullability suite with what is true of each of its columns (see `Nullability/README.md`).
struct NullabilityCase: Sendable, CustomStringConvertible {
    /// What is true of a column.
    enum Answer: String {
        case nullable, notnull, unprovable
    }

    var file: String
    var name: String
    var answers: [(column: String, answer: Answer)]
    var sql: String

    var description: String { "\(file): \(name)" }

    /// The folder of the suite.
    static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Nullability")
    }

    /// All cases, by file.
    static func all() throws -> [NullabilityCase] {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "cases"), includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }.flatMap { file in
            try parse(
                String(contentsOf: file, encoding: .utf8), file: file.deletingPathExtension().lastPathComponent)
        }
    }

    private static func parse(_ text: String, file: String) throws -> [NullabilityCase] {
        var cases: [NullabilityCase] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- case:") {
                let name = line.dropFirst(8).trimmingCharacters(in: .whitespaces)
                cases.append(NullabilityCase(file: file, name: name, answers: [], sql: ""))
            } else if line.hasPrefix("-- expect:") {
                for word in line.dropFirst(10).split(separator: " ") {
                    let parts = word.split(separator: "=")
                    guard parts.count == 2, let answer = Answer(rawValue: String(parts[1])) else {
                        throw CocoaError(.formatting)
                    }
                    cases[cases.count - 1].answers.append((String(parts[0]), answer))
                }
            } else if !line.hasPrefix("--"), !cases.isEmpty {
                cases[cases.count - 1].sql += line + "\n"
            }
        }
        return cases
    }
}
