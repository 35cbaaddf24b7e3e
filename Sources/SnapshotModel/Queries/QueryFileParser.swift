import Diagnostics

/// Splits a `.sql` file into its named queries.
///
/// A query begins at `-- name: orderSummary :many` (or `/* name: … */`) and ends at its semicolon, the next such line, or
/// the end of the file; one that is `:exec` goes on behind semicolons. What is wrong becomes a finding; the parser always comes to the end.
package struct QueryFileParser {
    private let source: SourceFile
    private var lexer: SQLLexer
    private var queries: [ParsedQuery] = []
    private var findings: [Finding] = []
    /// The query that is being read, its statement left empty.
    private var current: ParsedQuery?
    /// What its header has said so far.
    private var annotations = QueryAnnotations()
    /// Its statement so far; `nil` before the first token.
    private var statementStart: Int?
    private var statementEnd = 0
    /// Whether the semicolon of the current query has been seen.
    private var isEnded = false
    /// Whether a statement without a name has been reported since the last name.
    private var isUnnamedReported = false

    /// Parses a file.
    package static func parse(_ source: SourceFile) -> ParsedQueryFile {
        if let finding = source.encodingFinding {
            return ParsedQueryFile(source: source, queries: [], findings: [finding])
        }
        var parser = QueryFileParser(source)
        parser.run()
        return ParsedQueryFile(source: source, queries: parser.queries, findings: parser.findings)
    }

    private init(_ source: SourceFile) {
        self.source = source
        lexer = SQLLexer(source.bytes, in: source.start..<source.bytes.count)
    }

    private mutating func run() {
        while let token = lexer.next() {
            switch token.kind {
            case .lineComment: comment(token, content: (token.range.lowerBound + 2)..<token.range.upperBound)
            case .blockComment:
                let isClosed = token.range.count >= 4 && source.bytes[token.range.upperBound - 1] == UInt8(ascii: "/")
                let end = isClosed ? token.range.upperBound - 2 : token.range.upperBound
                comment(token, content: (token.range.lowerBound + 2)..<end)
            case .semicolon: isEnded = true
            default: statementToken(token)
            }
        }
        finish()
    }

    // MARK: Statements

    private mutating func statementToken(_ token: SQLLexer.Token) {
        // The engine knows where each statement of several ends: a trigger has semicolons within.
        guard let query = current, !isEnded || query.cardinality == .exec && statementStart != nil else {
            reportUnnamed(token)
            return
        }
        if statementStart == nil { statementStart = token.range.lowerBound }
        statementEnd = token.range.upperBound
    }

    private mutating func reportUnnamed(_ token: SQLLexer.Token) {
        guard !isUnnamedReported else { return }
        isUnnamedReported = true
        if let current {
            findings.append(
                source.finding(
                    .queryHasSeveralStatements, "\(current.name) has a second statement here",
                    at: token.range.lowerBound,
                    notes: [
                        "only an :exec query can have several: give this one a line \"-- name: … :exec\" of its own"
                    ]))
        } else if isHashName(token) {
            findings.append(
                source.finding(
                    .queryNameMalformed, "# begins no comment in SQLite", at: token.range.lowerBound,
                    notes: ["write the line as \"-- name: someName :many\""]))
        } else {
            findings.append(
                source.finding(
                    .statementWithoutName, "this statement has no name and is left out", at: token.range.lowerBound,
                    notes: ["write a line \"-- name: someName :many\" above it, or move it out of the query files"]))
        }
    }

    /// Whether sqlc's third spelling of a name line begins here, which belongs to MySQL: `# name: orders :many`.
    private func isHashName(_ token: SQLLexer.Token) -> Bool {
        guard source.bytes[token.range.lowerBound] == UInt8(ascii: "#") else { return false }
        var ahead = lexer
        ahead.offset = token.range.lowerBound + 1
        return ahead.next().map { ahead.isKeyword("NAME", $0) } ?? false
    }

    private mutating func finish() {
        guard var query = current else { return }
        current = nil
        guard let start = statementStart else {
            findings.append(
                source.finding(
                    .queryWithoutStatement, "\(query.name) has no statement", at: query.nameOffset,
                    notes: ["write the statement below its name and annotations, and end it with a semicolon"]))
            return
        }
        query.statement = start..<statementEnd
        query.annotations = annotations
        queries.append(query)
    }

    // MARK: Comments

    private mutating func comment(_ token: SQLLexer.Token, content: Range<Int>) {
        let first = source.bytes[content].first { !SQLLexer.isSpace($0) }
        let mayBeName = first == UInt8(ascii: "n")
        guard mayBeName || current != nil && !isEnded else { return }
        // Within a statement most comments are just that.
        guard mayBeName || statementStart == nil || first == UInt8(ascii: "@") else { return }
        let text = String(decoding: source.bytes[content], as: UTF8.self)
        if mayBeName, let line = QueryNameLine.content(of: text) {
            nameLine(line, in: content)
            return
        }
        guard current != nil, !isEnded else { return }
        guard statementStart == nil else {
            reportMisplacedAnnotation(text, at: content.lowerBound)
            return
        }
        var offset = content.lowerBound
        guard token.kind == .blockComment else {
            header(text[...], at: offset)
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.dropFirst(Self.starPrefix($0)) }
        for (index, line) in lines.enumerated() {
            if index > 0 && index < lines.count - 1 || !line.trimmedSpaces.isEmpty {
                header(line, at: offset)
            }
            offset += line.utf8.count + 1
        }
    }

    /// The length of ` * ` at the beginning of a block comment's line.
    private static func starPrefix(_ line: Substring) -> Int {
        let rest = line.drop { $0 == " " || $0 == "\t" }
        return rest.first == "*" ? line.count - rest.count + 1 : 0
    }

    private mutating func header(_ line: Substring, at offset: Int) {
        if let problem = HeaderLine.read(line, at: offset, into: &annotations) {
            findings.append(source.finding(problem.code, problem.message, at: problem.offset, notes: problem.notes))
        }
    }

    private mutating func reportMisplacedAnnotation(_ text: String, at offset: Int) {
        guard let tag = HeaderLine.tag(of: text[...]), HeaderLine.tags.contains(tag) else { return }
        findings.append(
            source.finding(
                .annotationMisplaced, "@\(tag) stands inside the statement", at: offset,
                notes: ["move the line up, between the query's name and its statement"]))
    }

    private mutating func nameLine(_ line: Substring, in content: Range<Int>) {
        finish()
        isEnded = false
        isUnnamedReported = false
        annotations = QueryAnnotations()
        statementStart = nil
        let offset = content.lowerBound + leadingBytes(in: content)
        switch QueryNameLine.parse(line) {
        case .success(let parsed):
            current = ParsedQuery(
                name: parsed.name, nameOffset: offset, cardinality: parsed.cardinality, statement: offset..<offset,
                annotations: QueryAnnotations())
        case .failure(let problem):
            findings.append(source.finding(problem.code, problem.message, at: offset, notes: problem.notes))
            // Its statement belongs to no query, and has been spoken of.
            isUnnamedReported = true
        }
    }

    /// How many bytes of the comment stand before the query's name.
    private func leadingBytes(in content: Range<Int>) -> Int {
        var index = content.lowerBound
        while index < content.upperBound, source.bytes[index] != UInt8(ascii: ":") { index += 1 }
        index += 1
        while index < content.upperBound, SQLLexer.isSpace(source.bytes[index]) { index += 1 }
        return min(index, content.upperBound) - content.lowerBound
    }
}
