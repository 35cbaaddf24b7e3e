/// Why a query is described anew.
package enum RefreshReason: String, Sendable, CaseIterable {
    /// It was not in the snapshot.
    case new
    /// Its file has changed.
    case sqlChanged
    /// The schema has changed.
    case schemaChanged
    /// The snapshot was made by another version of tool or engine.
    case toolChanged
    /// Nothing on this machine says who made the snapshot.
    case cacheMissing
    /// Without cache, on request.
    case forced
    /// A filter chose it.
    case selected

    /// The counter of queries refreshed for that reason themselves.
    var rootsCounter: StaticString {
        switch self {
        case .new: "snapshot.planner.reason.new.roots"
        case .sqlChanged: "snapshot.planner.reason.sqlChanged.roots"
        case .schemaChanged: "snapshot.planner.reason.schemaChanged.roots"
        case .toolChanged: "snapshot.planner.reason.toolChanged.roots"
        case .cacheMissing: "snapshot.planner.reason.cacheMissing.roots"
        case .forced: "snapshot.planner.reason.forced.roots"
        case .selected: "snapshot.planner.reason.selected.roots"
        }
    }
}
