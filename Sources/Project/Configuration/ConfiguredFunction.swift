/// A function or collation of the application's, as `functions` names it.
package enum ConfiguredFunction: Sendable, Equatable {
    /// A function: how many arguments it takes (-1 for any number), the type of its answer, and whether that is never NULL.
    case function(name: String, argumentCounts: [Int], returns: String?, isNeverNull: Bool, isAggregate: Bool)
    /// A collation.
    case collation(String)
}
