import SnapshotModel

/// Finds out which columns `sqlc.embed(t)` stands for, and of which table they are.
struct EmbedResolver {
    let text: QueryText
    let catalogue: Catalogue
    let connection: Connection

    /// One embedded table: of which the statement has which columns.
    struct Embed: Sendable {
        var name: String
        var table: String
        var columns: [String]
        /// The place of the first in the result.
        var first: Int
        var offset: Int
    }

    /// Why it cannot be found out.
    enum Failure: Error {
        /// SQLite refuses the statement; the offset is one of the file, where it tells one.
        case statement(SQLiteError, offset: Int?)
        case embed(name: String, offset: Int)
    }

    /// The embedded tables in the order of the macros, and the text with their columns named.
    func resolve() throws(Failure) -> (embeds: [Embed], text: QueryText) {
        let calls = text.macros.enumerated().filter { $0.element.kind == .embed }
        let columns = try columns(of: calls.map { ($0.offset, $0.element) })
        var embeds: [Embed] = []
        for (call, found) in zip(calls, columns) {
            let macro = call.element
            guard let table = table(called: macro.name), hasColumns(table, found.names) else {
                throw .embed(name: macro.name, offset: macro.range.lowerBound)
            }
            // Before the first stand its own mark, and two for each table before it.
            let before = columns.count { $0.start < found.start }
            embeds.append(
                Embed(
                    name: macro.name, table: table, columns: found.names, first: found.start - 2 * before,
                    offset: macro.range.lowerBound))
        }
        var resolved = text
        let selections = Dictionary(
            zip(calls, embeds).map { call, embed in
                (
                    call.offset,
                    embed.columns.map { "\(Self.quoted(embed.name)).\(Self.quoted($0))" }.joined(separator: ", ")
                )
            }, uniquingKeysWith: { first, _ in first })
        resolved.resolve { selections[$0] ?? "" }
        return (embeds, resolved)
    }

    /// Asks SQLite what `t.*` stands for, between columns of known names.
    private func columns(of calls: [(place: Int, macro: MacroCall)]) throws(Failure) -> [(start: Int, names: [String])]
    {
        let question = text.asking { place in
            let name = text.macros[place].name
            return "0 AS \"\(Self.mark)\(place)\", \(Self.quoted(name)).*, 0 AS \"\(Self.mark)end\""
        }
        var names: [String] = []
        do {
            let range = 0..<question.bytes.count
            guard let statement = try PreparedStatement.prepare(question.bytes, in: range, on: connection) else {
                return []
            }
            names = (0..<statement.columnCount).map { statement.columnName($0) }
        } catch {
            throw .statement(error, offset: error.offset.map(question.source(of:)))
        }
        var columns: [(start: Int, names: [String])] = []
        for (place, macro) in calls {
            guard let start = names.firstIndex(of: "\(Self.mark)\(place)"),
                let end = names[start...].firstIndex(of: "\(Self.mark)end")
            else { throw .embed(name: macro.name, offset: macro.range.lowerBound) }
            columns.append((start, Array(names[(start + 1)..<end])))
        }
        return columns
    }

    private static let mark = "xtraq embed "

    /// The table or view that the statement calls so: by its own name, or by an alias behind it.
    private func table(called name: String) -> String? {
        let tokens = text.tokens
        var found: String?
        for (place, token) in tokens.all.enumerated() where token.kind == .word || token.kind == .quotedIdentifier {
            guard place > 0, tokens.lexer.identifier(token).lowercased() == name.lowercased() else { continue }
            let behind = tokens.isKeyword(place - 1, "AS") ? place - 2 : place - 1
            for candidate in [place, behind] where candidate > 0 {
                let isRelation =
                    ["FROM", "JOIN", ",", "."].contains(tokens.text(tokens.all[candidate - 1]).uppercased())
                guard isRelation, let table = catalogue.table(named: tokens.lexer.identifier(tokens.all[candidate]))
                else { continue }
                if let found, found != table.name { return nil }
                found = table.name
            }
        }
        return found
    }

    private func hasColumns(_ table: String, _ names: [String]) -> Bool {
        catalogue.table(named: table)?.columns.map(\.name) == names
    }

    private static func quoted(_ name: String) -> String {
        var text = "\""
        for character in name.unicodeScalars {
            text.unicodeScalars.append(character)
            if character == "\"" { text.append("\"") }
        }
        return text + "\""
    }
}
