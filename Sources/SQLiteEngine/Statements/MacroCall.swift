import Diagnostics
import SnapshotModel

/// One use of a macro of sqlc's (https://docs.sqlc.dev/en/stable/reference/macros.html): `sqlc.narg('since')`.
struct MacroCall: Sendable {
    /// The macros that there are.
    enum Kind: String, Sendable, CaseIterable {
        /// A parameter with that name.
        case arg
        /// A parameter with that name that may be NULL.
        case narg
        /// A list of values within `IN ( )`.
        case slice
        /// All columns of a table, as a value of its own.
        case embed
    }

    /// What cannot be read.
    struct Problem: Error {
        var offset: Int
        var message: String
        var notes: [String]
    }

    var kind: Kind
    /// What stands in parentheses, without quotes.
    var name: String
    /// The place of the whole.
    var range: Range<Int>

    /// The macros of a statement.
    static func all(in statement: StatementTokens) -> (calls: [MacroCall], problems: [Problem]) {
        let lexer = statement.lexer
        var calls: [MacroCall] = []
        var problems: [Problem] = []
        for (place, token) in statement.all.enumerated() where token.kind == .word && lexer.isKeyword("SQLC", token) {
            guard statement.isText(place + 1, "."), statement.all.indices.contains(place + 2) else { continue }
            do throws(Problem) {
                calls.append(try call(at: place, in: statement))
            } catch {
                problems.append(error)
            }
        }
        return (calls, problems)
    }

    private static func call(at place: Int, in statement: StatementTokens) throws(Problem) -> MacroCall {
        let (lexer, tokens) = (statement.lexer, statement.all)
        let offset = tokens[place].range.lowerBound
        let word = lexer.identifier(tokens[place + 2])
        guard let kind = Kind(rawValue: word.lowercased()) else {
            let near = NearName.best(for: word, among: Kind.allCases.map(\.rawValue))
            throw Problem(
                offset: offset,
                message: "sqlc.\(word) is no macro of sqlc\(near.map { "; did you mean sqlc.\($0)?" } ?? "")",
                notes: ["the macros are \(Kind.allCases.map { "sqlc.\($0.rawValue)" }.joined(separator: ", "))"])
        }
        guard statement.isText(place + 3, "("), statement.isText(place + 5, ")"),
            [.word, .string, .quotedIdentifier].contains(tokens[place + 4].kind)
        else {
            throw Problem(
                offset: offset, message: "this sqlc.\(kind.rawValue) cannot be read",
                notes: ["it takes one name: sqlc.\(kind.rawValue)(name)"])
        }
        let argument = tokens[place + 4]
        var name = lexer.identifier(argument)
        if argument.kind == .string { name = String(name.dropFirst().dropLast()) }
        let isPlain = !name.isEmpty && name.utf8.allSatisfy { SQLLexer.isWordByte($0) && $0 != UInt8(ascii: "$") }
        guard isPlain || kind == .embed && argument.kind == .quotedIdentifier else {
            throw Problem(
                offset: offset, message: "\"\(name)\" is no name for a parameter",
                notes: ["a name is made of letters, digits and _"])
        }
        let isWithinIn =
            statement.isText(place - 1, "(") && statement.isText(place + 6, ")") && place > 1
            && lexer.isKeyword("IN", tokens[place - 2])
        guard kind != .slice || isWithinIn else {
            throw Problem(
                offset: offset, message: "sqlc.slice(\(name)) does not stand alone within IN ( )",
                notes: [
                    "write \"column IN (sqlc.slice(\(name)))\"; elsewhere a list is read with \"json_each(:\(name))\""
                ])
        }
        return MacroCall(kind: kind, name: name, range: offset..<tokens[place + 5].range.upperBound)
    }
}
