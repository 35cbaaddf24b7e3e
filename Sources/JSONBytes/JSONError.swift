/// Why a text is not the JSON that was expected, and where.
package struct JSONError: Error, Sendable, Equatable {
    /// What is wrong.
    package enum Problem: String, Sendable {
        case endOfInput = "the text ends too early"
        case syntax = "this is not JSON"
        case number = "this is not a number that fits"
        case string = "this string is not well-formed"
        case depth = "this is nested too deeply"
        case type = "this value has another type than expected"
        case trailing = "something follows the end of the value"
    }

    package var problem: Problem
    /// Byte offset from the beginning of the text.
    package var offset: Int

    package init(_ problem: Problem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }
}
