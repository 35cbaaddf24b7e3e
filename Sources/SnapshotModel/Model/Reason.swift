/// Why a parameter or column is what the snapshot says: a rule, and what it is about.
///
/// Never an instruction of the database's machine: that differs from version to version, and stays in `.xtraq/cache/`.
package struct Reason: Sendable, Equatable, Hashable {
    /// The rules, by the words that snapshot and `explain` use.
    package enum Rule: String, Sendable, CaseIterable {
        /// The table's column is never NULL.
        case notNull
        /// The table's column may hold NULL, and the statement lets none pass.
        case filtered
        /// A value that is never NULL is computed.
        case computed
        /// The table's column may hold NULL.
        case nullable
        /// An outer join finds no row of a table.
        case outerJoin
        /// A NULL that is written there, or a subquery that may find no row.
        case noRow
        /// An aggregate that may see no row, or nothing but NULL.
        case aggregate
        /// A function that can answer NULL.
        case function
        /// A divisor may be zero.
        case division
        /// Two infinities may meet.
        case infinity
        /// The value of a parameter that may be NULL.
        case parameter
        /// A virtual table, which promises nothing.
        case virtualTable
        /// The inference does not follow the statement so far.
        case unfollowed
        /// An annotation says it.
        case annotated
        /// The parameter goes into a column.
        case stored
        /// The parameter is compared with a column or expression.
        case compared
        /// The parameter is an operand, an argument, or a limit.
        case operand
        /// The parameter is asked whether it is true.
        case condition
        /// `sqlc.narg` says that the parameter may be NULL.
        case narg
    }

    package var rule: Rule
    /// The table of the join, or the function.
    package var subject: String?
    /// Of a parameter: whether the statement itself tests it for NULL.
    package var isTested: Bool

    /// Makes a reason.
    package init(_ rule: Rule, subject: String? = nil, isTested: Bool = false) {
        self.rule = rule
        self.subject = subject
        self.isTested = isTested
    }
}
