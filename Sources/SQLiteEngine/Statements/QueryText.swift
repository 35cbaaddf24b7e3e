import SnapshotModel

/// A query's text as it stands in its file, taken apart, and the text that SQLite gets of it.
struct QueryText: Sendable {
    /// The file's bytes.
    let source: [UInt8]
    /// Where the query stands in them.
    let range: Range<Int>
    /// The tokens of what stands in the file.
    let tokens: StatementTokens
    let overrides: AliasOverrides
    let macros: [MacroCall]
    let problems: [MacroCall.Problem]
    private var rewritten: RewrittenText?

    /// Takes a query apart. Its embedded tables are not resolved yet.
    init(_ source: [UInt8], in range: Range<Int>) {
        self.source = source
        self.range = range
        tokens = StatementTokens(source, in: range)
        overrides = AliasOverrides(tokens)
        (macros, problems) = MacroCall.all(in: tokens)
        if !hasEmbeds { resolve { _ in "" } }
    }

    /// Whether tables are embedded.
    var hasEmbeds: Bool { macros.contains { $0.kind == .embed } }

    /// Puts in what each embedded table stands for, by its place among the macros.
    mutating func resolve(_ embedded: (Int) -> String) {
        guard !macros.isEmpty || !overrides.isEmpty else { return }
        rewritten = RewrittenText(source, in: range, overrides.edits + macroEdits(embedded))
    }

    /// The text with other columns in the places of embedded tables, to ask SQLite for theirs.
    func asking(_ embedded: (Int) -> String) -> RewrittenText {
        RewrittenText(source, in: range, overrides.edits + macroEdits(embedded))
    }

    private func macroEdits(_ embedded: (Int) -> String) -> [RewrittenText.Edit] {
        macros.enumerated().map { place, macro in
            let parameter = mark(of: macro.name) + macro.name
            let text =
                switch macro.kind {
                case .arg, .narg: parameter
                case .slice: "SELECT value FROM json_each(\(parameter))"
                case .embed: embedded(place)
                }
            return RewrittenText.Edit(macro.range, text)
        }
    }

    /// `@` where the statement writes the parameter so elsewhere, else `:`.
    private func mark(of name: String) -> String {
        for mark in ["@", "$"] {
            let text = mark + name
            if tokens.all.contains(where: { $0.kind == .parameter && tokens.text($0) == text }) { return mark }
        }
        return ":"
    }

    // MARK: What SQLite gets

    /// The bytes that SQLite gets, and its place in them.
    var sql: (bytes: [UInt8], range: Range<Int>) {
        rewritten.map { ($0.bytes, 0..<$0.bytes.count) } ?? (source, range)
    }

    /// The tokens of a statement in what SQLite gets.
    func tokens(in range: Range<Int>) -> StatementTokens {
        // Nearly always that is the text of the file, which is cut already.
        rewritten == nil && range == self.range ? tokens : StatementTokens(sql.bytes, in: range)
    }

    /// Whether the statement of what SQLite gets that begins there changes rows and answers with none.
    func isPlainChange(from offset: Int) -> Bool {
        var lexer = SQLLexer(sql.bytes, in: offset..<sql.range.upperBound)
        guard let first = lexer.nextSignificant(), lexer.beginsChange(first) else { return false }
        return !tokens.all.contains { tokens.lexer.isKeyword("RETURNING", $0) }
    }

    /// Whether what SQLite gets differs from the file, by plain aliases alone.
    var isPlainOfAliases: Bool { rewritten != nil && macros.isEmpty }

    /// Where in the file stands what SQLite gets at an offset.
    func sourceOffset(of offset: Int) -> Int {
        rewritten?.source(of: offset) ?? offset
    }

    /// Whether `sqlc.narg` says that a parameter may be NULL.
    func isNullable(_ name: String?) -> Bool {
        macros.contains { $0.kind == .narg && $0.name == name }
    }
}

extension SQLLexer {
    /// Whether a statement changes rows that begins with that token.
    fileprivate func beginsChange(_ token: Token) -> Bool {
        isKeyword("INSERT", token) || isKeyword("UPDATE", token) || isKeyword("DELETE", token)
            || isKeyword("REPLACE", token)
    }
}
