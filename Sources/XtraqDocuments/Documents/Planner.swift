package import LocalTelemetry

/// What was to be done anew, and why.
package struct Planner: Sendable {
    /// How much was looked at.
    package var considered = 0
    /// How much could stay.
    package var reused = 0
    /// How much was done anew.
    package var refreshed = 0
    /// How much is gone from the sources.
    package var removed = 0
    /// Why work was done.
    package var reasons: [Reason] = []

    /// Makes a planner that found nothing.
    package init() {}

    /// Whether nothing had changed since the last run: nothing was done anew but what had been forgotten.
    package var warm: Bool {
        considered > 0 && removed == 0
            && reasons.allSatisfy { $0.reason.value == .cacheMissing || $0.roots + $0.cascaded == 0 }
            && (refreshed == 0 || !reasons.isEmpty)
    }

    /// One reason with how much it made.
    package struct Reason: Sendable {
        /// Why.
        package var reason: Closed<WorkReason>
        /// What it applied to directly.
        package var roots: Int
        /// What followed from those.
        package var cascaded: Int

        /// Makes a reason.
        package init(reason: Closed<WorkReason>, roots: Int, cascaded: Int) {
            self.reason = reason
            self.roots = roots
            self.cascaded = cascaded
        }
    }

    static let fields: [Field<Planner>] = [
        .flag("warm", \.warm, "Whether nothing had changed since the last run."),
        .count("considered", \.considered, "How much was looked at."),
        .count("reused", \.reused, "How much stayed as it was."),
        .count("refreshed", \.refreshed, "How much was done anew."),
        .count("removed", \.removed, "How much is gone from the sources."),
        .list(
            "reasons", \.reasons, atMost: 16, "Why work was done.",
            [
                .closed("reason", \.reason, "Why it was done."),
                .count("roots", \.roots, "What the reason applied to directly."),
                .count("cascaded", \.cascaded, "What was done because of those."),
            ]),
    ]

    static var example: Planner {
        var planner = Planner()
        planner.considered = 41
        planner.reused = 38
        planner.refreshed = 3
        planner.reasons = [
            Reason(reason: Closed(.sqlChanged), roots: 1, cascaded: 0),
            Reason(reason: Closed(.schemaChanged), roots: 1, cascaded: 1),
        ]
        return planner
    }
}
