/// What the application adds to its connections, as the configuration tells it: functions and collations that statements
/// name, and that the tool itself does not have.
package struct ApplicationFunctions: Sendable, Equatable {
    /// A function of SQL.
    package struct Function: Sendable, Equatable {
        /// As statements write it.
        package var name: String
        /// How many arguments it takes; -1 for any number.
        package var argumentCounts: [Int]
        /// The type that its answer has, as a declared type; `nil` where it is not told.
        package var returns: String?
        /// Whether it never answers NULL.
        package var isNeverNull: Bool
        /// Whether it sums up the rows of a group.
        package var isAggregate: Bool

        /// Makes a function.
        package init(
            name: String, argumentCounts: [Int] = [-1], returns: String? = nil, isNeverNull: Bool = false,
            isAggregate: Bool = false
        ) {
            self.name = name
            self.argumentCounts = argumentCounts
            self.returns = returns
            self.isNeverNull = isNeverNull
            self.isAggregate = isAggregate
        }

        /// Equal for equal functions.
        package var fingerprint: Fingerprint {
            let counts = argumentCounts.map(String.init).joined(separator: ",")
            return Fingerprint(
                of: "\(name.lowercased())\u{0}\(counts)\u{0}\(returns ?? "")\u{0}\(isNeverNull)\u{0}\(isAggregate)")
        }
    }

    package var functions: [Function]
    /// Names of collations.
    package var collations: [String]

    /// Makes a set.
    package init(functions: [Function] = [], collations: [String] = []) {
        self.functions = functions
        self.collations = collations
    }

    /// Nothing.
    package static let none = ApplicationFunctions()

    /// Whether there is none.
    package var isEmpty: Bool { functions.isEmpty && collations.isEmpty }
}
