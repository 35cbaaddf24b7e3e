/// The phases of an invocation; spans named `run.<phase>`.
package enum RunPhase: String, Sendable, CaseIterable {
    case configuration, `init`, snapshot, build, explain, report, output
}

/// The phases of a snapshot; spans named `snapshot.<phase>`.
package enum SnapshotPhase: String, Sendable, CaseIterable {
    case plan, connect, schema, read, analyse, write
}

/// The phases of a build; spans named `build.<phase>`.
package enum BuildPhase: String, Sendable, CaseIterable {
    case load, plan, render, write
}
