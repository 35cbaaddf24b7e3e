/// What can go wrong in a generated query.
///
/// ``code`` says what kind of failure it is; the other properties are its facts, present where they apply. Values of the
/// database and bound arguments are never part of ``description``; what was found stands in ``foundValue`` for those
/// who ask.
public struct XtraqError: Error, Sendable {
    /// What kind of failure it is.
    public var code: Code
    /// The query as its source names it: `schema.name`.
    public var query: String
    /// Which of the query's statements failed, from 1, where it has several.
    public var statement: Int?
    /// The result column or parameter that it is about.
    public var column: String?
    /// What the generated code was made for: `TEXT`, `2 columns`, `one row`.
    public var expected: String?
    /// What was there instead, without any value: `NULL`, `INTEGER`, `no row`.
    public var found: String?
    /// The value that was there instead, where there is one. It may be personal data: log it with care.
    public var foundValue: String?
    /// Which constraint was violated, where ``code`` is ``Code/constraint``.
    public var constraint: ConstraintViolation?
    /// The error of the database library, where one caused this.
    public var underlying: (any Error)?

    /// Makes an error.
    public init(
        _ code: Code, query: String, column: String? = nil, expected: String? = nil, found: String? = nil,
        foundValue: String? = nil, constraint: ConstraintViolation? = nil, underlying: (any Error)? = nil
    ) {
        self.code = code
        self.query = query
        self.column = column
        self.expected = expected
        self.found = found
        self.foundValue = foundValue
        self.constraint = constraint
        self.underlying = underlying
    }
}

extension XtraqError: CustomStringConvertible {
    /// One sentence: the query, the column, what was expected and what was found.
    public var description: String {
        var text = query
        if let statement { text += ", statement \(statement)" }
        if let column { text += ", \(code.isAboutParameter ? "parameter" : "column") \"\(column)\"" }
        text += ": \(code.summary)"
        if let constraint { text += ": \(constraint)" }
        switch (expected, found) {
        case (let expected?, let found?): text += ": expected \(expected), found \(found)"
        case (let expected?, nil): text += ": expected \(expected)"
        case (nil, let found?): text += ": \(found)"
        case (nil, nil): break
        }
        return text
    }
}
