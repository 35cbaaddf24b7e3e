import SnapshotModel

/// The parameters of a statement that are lists of values, handed over as a JSON array: `json_each(:ids)`.
struct ListParameters: Sendable {
    /// One use of one.
    struct Use: Sendable {
        /// The parameter as written.
        var text: String
        /// Where it stands.
        var offset: Int
        /// The place of `SELECT value FROM json_each(:ids)` within `IN ( )`; `nil` elsewhere.
        var subquery: Range<Int>?
    }

    private(set) var uses: [Use] = []

    /// Finds those of a statement.
    init(_ statement: StatementTokens) {
        for (place, token) in statement.all.enumerated()
        where token.kind == .parameter && statement.isText(place - 1, "(") && statement.isText(place + 1, ")")
            && statement.isKeyword(place - 2, "JSON_EACH")
        {
            uses.append(
                Use(
                    text: statement.text(token), offset: token.range.lowerBound,
                    subquery: Self.subquery(around: place, in: statement)))
        }
    }

    /// The place of `SELECT value FROM json_each(…)`, where that is all that stands within `IN ( )`.
    private static func subquery(around place: Int, in statement: StatementTokens) -> Range<Int>? {
        var first = place - 4
        guard statement.isKeyword(place - 3, "FROM"), statement.isKeyword(first, "VALUE"),
            statement.isText(place + 2, ")")
        else { return nil }
        if statement.isText(first - 1, "."), statement.isKeyword(first - 2, "JSON_EACH") { first -= 2 }
        guard statement.isKeyword(first - 1, "SELECT"), statement.isText(first - 2, "("),
            statement.isKeyword(first - 3, "IN")
        else { return nil }
        return statement.all[first - 1].range.lowerBound..<statement.all[place + 1].range.upperBound
    }

    /// The statement as if each list were one of its values, for what such a value is compared with; `nil` where no list
    /// is compared with anything.
    ///
    /// Good for that alone: where the list is empty, `NOT IN` is true of NULL too.
    func probe(_ bytes: [UInt8], in range: Range<Int>) -> [UInt8]? {
        let edits = uses.compactMap { use in
            use.subquery.flatMap { range.contains($0.lowerBound) ? RewrittenText.Edit($0, use.text) : nil }
        }
        return edits.isEmpty ? nil : RewrittenText(bytes, in: range, edits).bytes
    }

    /// Uses of lists as one value, which they are not; a test for NULL, and the JSON functions, are none.
    func misuses(in statement: StatementTokens) -> [(name: String, offset: Int)] {
        guard !uses.isEmpty else { return [] }
        let names = Set(uses.map(\.text))
        return statement.all.enumerated().compactMap { place, token in
            guard token.kind == .parameter, names.contains(statement.text(token)) else { return nil }
            let isTested =
                statement.isKeyword(place + 1, "IS") || statement.isKeyword(place + 1, "ISNULL")
                || statement.isKeyword(place + 1, "NOTNULL")
                || statement.isKeyword(place + 1, "NOT") && statement.isKeyword(place + 2, "NULL")
            let isArgument =
                statement.isText(place - 1, "(") && place > 1
                && statement.text(statement.all[place - 2]).lowercased().hasPrefix("json_")
            return isTested || isArgument ? nil : (statement.text(token), token.range.lowerBound)
        }
    }
}
