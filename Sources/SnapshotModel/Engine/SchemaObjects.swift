/// The tables, views and functions of a schema, each with a fingerprint of all that the description of a query on it can
/// follow from: what one run remembers and the next compares.
package struct SchemaObjects: Sendable, Equatable {
    /// By name in lower case; a table's covers its indexes and triggers. A function's name ends in `()`.
    package var fingerprints: [String: Fingerprint]
    /// Of what every query depends on: how the connection was set up.
    package var common: Fingerprint

    /// Makes a list of objects.
    package init(fingerprints: [String: Fingerprint] = [:], common: Fingerprint) {
        self.fingerprints = fingerprints
        self.common = common
    }
}

/// Something that the description of a query follows from.
package struct QueryDependency: Sendable, Hashable {
    /// The name of a table, view or function as in ``SchemaObjects/fingerprints``; ``everything`` for the schema as a whole.
    /// It need not be there: a table of that name, once made, may change what the query means.
    package var name: String
    /// The view or trigger through which the query comes to it; `nil` where the query names it.
    package var route: String?

    /// The name that stands for the schema as a whole.
    package static let everything = "*"

    /// Makes a dependency.
    package init(_ name: String, route: String? = nil) {
        self.name = name
        self.route = route
    }
}

/// The instruction of the database's machine that says that a column may be NULL.
package struct Evidence: Sendable, Equatable {
    /// The column of the result, from 0.
    package var column: Int
    /// Where the instruction stands in the statement's program.
    package var address: Int
    package var opcode: String
    package var operands: [Int]
    /// What the instruction names: a function, a constant; empty where it names nothing.
    package var detail: String

    /// Makes evidence.
    package init(column: Int, address: Int, opcode: String, operands: [Int], detail: String) {
        self.column = column
        self.address = address
        self.opcode = opcode
        self.operands = operands
        self.detail = detail
    }

    /// The instruction as the database lists it: `40 NullRow 1 0 0`.
    package var text: String {
        let words = ["\(address)", opcode] + operands.map(String.init) + (detail.isEmpty ? [] : [detail])
        return words.joined(separator: " ")
    }
}

/// What an engine says of a query besides the query: it stays on this machine, and may differ from version to version.
package struct QueryNote: Sendable, Equatable {
    /// Each once, in the order of name and route.
    package var dependencies: [QueryDependency]
    /// For columns of the result that may be NULL, in their order.
    package var evidence: [Evidence]

    /// Makes a note.
    package init(dependencies: [QueryDependency] = [.init(QueryDependency.everything)], evidence: [Evidence] = []) {
        self.dependencies = dependencies
        self.evidence = evidence
    }
}
