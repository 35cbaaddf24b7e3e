/// Why a query is described anew.
package enum RefreshReason: String, Sendable, CaseIterable {
    /// It was not in the snapshot.
    case new
    /// Its text has changed, or what the configuration annotates.
    case sqlChanged
    /// A table, view or function that it names has changed, or the schema as a whole.
    case schemaChanged
    /// Something has changed that it comes to through a view or trigger.
    case dependencyChanged
    /// The snapshot was made by another version of tool or engine.
    case toolChanged
    /// Nothing on this machine says who made the snapshot.
    case cacheMissing
    /// Without cache, on request.
    case forced
    /// A filter chose it.
    case selected
    /// Something else: its part of the snapshot is damaged, the configuration's types are others, or a filter described it
    /// by itself before.
    case other

    /// The counter of queries refreshed for that reason: themselves, or because of what they depend on.
    var counter: StaticString {
        switch self {
        case .new: "snapshot.planner.reason.new.roots"
        case .sqlChanged: "snapshot.planner.reason.sqlChanged.roots"
        case .schemaChanged: "snapshot.planner.reason.schemaChanged.roots"
        case .dependencyChanged: "snapshot.planner.reason.dependencyChanged.cascaded"
        case .toolChanged: "snapshot.planner.reason.toolChanged.roots"
        case .cacheMissing: "snapshot.planner.reason.cacheMissing.roots"
        case .forced: "snapshot.planner.reason.forced.roots"
        case .selected: "snapshot.planner.reason.selected.roots"
        case .other: "snapshot.planner.reason.other.roots"
        }
    }
}

/// A query that is described anew, and why.
package struct RefreshedQuery: Sendable, Equatable {
    /// `schema.name`.
    package var name: String
    package var reason: RefreshReason
    /// What changed, in words: `table orders`.
    package var cause: String?

    /// Makes an entry.
    package init(name: String, reason: RefreshReason, cause: String? = nil) {
        self.name = name
        self.reason = reason
        self.cause = cause
    }

    /// `main.orders: the table books changed, which it comes to through recent`.
    package var text: String {
        let why =
            switch reason {
            case .new: "it is new"
            case .sqlChanged: "its text or an annotation changed"
            case .schemaChanged: "\(cause ?? "the schema") changed"
            case .dependencyChanged: "\(cause ?? "what it depends on") changed"
            case .toolChanged: "the last run was by another version of xtraq or of the database's library"
            case .cacheMissing: "nothing here tells what the last run did"
            case .forced: "nothing was to be reused"
            case .selected: "it was asked for by name"
            case .other: cause ?? "its part of the snapshot was not as it had been written"
            }
        return "\(name): \(why) (\(reason.rawValue))"
    }
}
