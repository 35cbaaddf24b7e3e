import LocalTelemetry

/// What a list is to a person, found from its fields: so that a tool's own kinds are shown as well as ours.
enum ListShape {
    /// Named stretches of time.
    case timeline(name: FieldShape, start: FieldShape, duration: FieldShape)
    /// Closed values with counts: a line.
    case line
    /// Everything else.
    case table

    init(_ field: FieldShape) {
        let fields = field.children
        let names = fields.filter { $0.kind == .closed }
        let start = fields.first { $0.kind == .duration && $0.name.hasPrefix("start") }
        let duration = fields.first { $0.kind == .duration && !$0.name.hasPrefix("start") }
        if names.count == 1, fields.count == 3, let start, let duration {
            self = .timeline(name: names[0], start: start, duration: duration)
        } else if fields.allSatisfy({ $0.kind == .closed || $0.kind == .count }), fields.count <= 3 {
            self = .line
        } else {
            self = .table
        }
    }
}
