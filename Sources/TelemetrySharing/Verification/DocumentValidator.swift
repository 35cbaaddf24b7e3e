internal import JSONBytes
package import LocalTelemetry
internal import TelemetryReport

/// Holds a document against its kind, member by member, without making anything of it.
package struct DocumentValidator: Sendable {
    /// What is wrong at a place of a document.
    package struct Objection: Sendable, Equatable {
        /// The members that lead there: `$.slowest[3].operation`.
        package var path: String
        /// What is wrong.
        package var reason: String
    }

    /// What a document says of its run: for holding the documents of a run against each other.
    package struct Head: Sendable, Equatable {
        package var run = ""
        package var start = ""
        package var tool = ""
        package var version = ""
        package var command = ""
        package var kind = ""
        /// The kinds that the run says to have written.
        package var documents: [String]?
    }

    let fields: [FieldNode]
    let required: Int
    /// The kind.
    package let description: DocumentDescription

    /// Makes a validator of a kind, as it stands on disk or in a bundle.
    package init(_ description: DocumentDescription) {
        self.description = description
        fields = description.fields.map(FieldNode.init)
        required = description.fields.count { !$0.isOptional }
    }

    /// Looks at a document.
    ///
    /// - Returns: What is wrong with it, none where nothing is, and what it says of its run.
    package func look(at bytes: [UInt8]) -> (objections: [Objection], head: Head) {
        var walk = ValidationWalk(bytes)
        do throws(JSONError) {
            try walk.object(fields, required: required, isRoot: true)
            try walk.end()
        } catch {
            walk.object("\(error.problem.rawValue) (byte \(error.offset))")
        }
        return (walk.objections, walk.head)
    }
}
