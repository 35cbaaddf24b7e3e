package import Diagnostics

/// What is wrong with a line of a query's header.
package struct HeaderProblem: Error {
    package var code: DiagnosticCode
    package var message: String
    package var notes: [String]
    package var offset = 0
}

/// The line that names a query: `name: orderSummary :many`, as sqlc has it.
enum QueryNameLine {
    /// What stands behind `name:`; `nil` where the comment is another one.
    static func content(of comment: String) -> Substring? {
        let text = comment[...].trimmedSpaces
        guard text.utf8.starts(with: "name:".utf8) else { return nil }
        return Substring(text.utf8.dropFirst(5))
    }

    /// Reads name and cardinality.
    static func parse(_ line: Substring) -> Result<(name: String, cardinality: Cardinality), HeaderProblem> {
        let words = line.utf8.split(whereSeparator: SQLLexer.isSpace).map { Substring($0) }
        guard let name = words.first, name.utf8.first != UInt8(ascii: ":") else {
            return .failure(problem("this line gives no name"))
        }
        guard isWellFormed(name) else {
            return .failure(
                HeaderProblem(
                    code: .queryNameMalformed, message: "\"\(name)\" is not a name for a query",
                    notes: ["a name begins with a letter or _ and goes on with letters, digits and _"]))
        }
        guard words.count > 1 else {
            return .failure(problem("\(name) does not say how many rows it answers with"))
        }
        guard words.count == 2 else {
            return .failure(problem("nothing can follow \"\(words[1])\" on this line"))
        }
        return cardinality(words[1], of: name).map { (String(name), $0) }
    }

    private static func cardinality(_ word: Substring, of name: Substring) -> Result<Cardinality, HeaderProblem> {
        let hasColon = word.utf8.first == UInt8(ascii: ":")
        let kind = String(hasColon ? Substring(word.utf8.dropFirst()) : word)
        if hasColon, let cardinality = Cardinality(rawValue: kind) { return .success(cardinality) }
        if let instead = postgresAlone[kind] {
            return .failure(
                HeaderProblem(
                    code: .cardinalityUnsupported, message: ":\(kind) is not supported with SQLite", notes: [instead]))
        }
        let near = NearName.best(for: kind, among: Cardinality.allCases.map(\.rawValue))
        let hint = near.map { "; did you mean :\($0)?" } ?? ""
        return .failure(
            HeaderProblem(
                code: .cardinalityUnknown,
                message: "\"\(word)\" does not say how many rows \(name) answers with\(hint)",
                notes: ["allowed are \(allowed)"]))
    }

    /// sqlc's kinds that send many statements at once, which a library inside the program gains nothing by.
    private static let postgresAlone = [
        "batchexec": "write :exec, and run the query once for each item, within one transaction",
        "batchmany": "write :many, and run the query once for each item, within one transaction",
        "batchone": "write :one, and run the query once for each item, within one transaction",
        "copyfrom":
            "write :exec and run it once for each row within one transaction, or INSERT ... SELECT ... FROM json_each(:rows)",
    ]

    private static func problem(_ message: String) -> HeaderProblem {
        HeaderProblem(
            code: .queryNameMalformed, message: message,
            notes: ["the line reads \"-- name: someName :many\"; allowed are \(allowed)"])
    }

    private static let allowed = Cardinality.allCases.map { ":\($0.rawValue)" }.joined(separator: ", ")

    private static func isWellFormed(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, !SQLLexer.isDigit(first) else { return false }
        return name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "$") && SQLLexer.isWordByte($0) }
    }
}
