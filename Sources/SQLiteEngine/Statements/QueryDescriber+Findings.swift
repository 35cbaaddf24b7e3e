import CSQLite
import Diagnostics
import SnapshotModel

extension QueryDescriber {
    /// Reports what SQLite says of a statement at that place of what it got.
    mutating func report(_ error: SQLiteError, in range: Range<Int>) {
        report(error, at: text.sourceOffset(of: ErrorPlace.offset(of: error, in: text.sql.bytes, statement: range)))
    }

    /// Reports what SQLite says of the statement, at an offset of the file.
    mutating func report(_ error: SQLiteError, at place: Int) {
        if error.code == SQLITE_AUTH {
            report(
                .statementRefused, "this statement is refused: \(error.message)", at: place,
                notes: ["a query can attach no database and set no PRAGMA"])
        } else {
            report(.statementInvalid, error.message, at: place, notes: notes(of: error, at: place))
        }
    }

    /// What people write first for a list, and how it is written.
    private func notes(of error: SQLiteError, at place: Int) -> [String] {
        guard error.message.hasSuffix(": syntax error"),
            let token = tokens.all.firstIndex(where: { $0.range.lowerBound == place }),
            tokens.all[token].kind == .parameter, tokens.isKeyword(token - 1, "IN")
        else { return [] }
        return ["write a list as \"IN (SELECT value FROM json_each(\(tokens.text(tokens.all[token]))))\""]
    }

    /// Reports that the overrides cannot be taken out of the statement.
    mutating func reportRewriting(_ error: SQLiteError) {
        report(
            .statementInvalid, "without its marks the statement is another one: \(error.message)",
            at: query.statement.lowerBound,
            notes: ["use plain aliases, and say the rest with \"-- @column\" lines below the query's name"])
    }

    /// Reports an embedded table that is none.
    mutating func reportEmbed(_ name: String, at offset: Int) {
        report(
            .macroMalformed, "sqlc.embed(\(name)) is not all columns of one table or view", at: offset,
            notes: ["it stands in the outermost SELECT, and names a table or view of FROM, or its alias"])
    }

    mutating func report(_ code: DiagnosticCode, _ message: String, at offset: Int, notes: [String] = []) {
        findings.append(source.finding(code, message, at: offset, notes: notes))
    }
}
