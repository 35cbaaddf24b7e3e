#if !DEBUG
// A release build of this module holds nothing: an executable that depends on it by mistake gets nothing from it, and one
// that uses it does not compile, with a message that says why.

/// Is for tests, which are built in debug.
@available(*, unavailable, message: "LocalTelemetryTesting is for tests and is empty in a release build")
public struct TelemetryTest<Facts> {
    /// Is for tests, which are built in debug.
    public init(_ tool: Any, command: String = "") throws {}
}

/// Is for tests, which are built in debug.
@available(*, unavailable, message: "LocalTelemetryTesting is for tests and is empty in a release build")
public func expectNoLeaks(
    of tool: String, folder: String, projectFile: String? = nil, seed: UInt64 = 0, _ body: (Any) throws -> Void
) throws {}

/// Is for tests, which are built in debug.
@available(*, unavailable, message: "LocalTelemetryTesting is for tests and is empty in a release build")
public func expectSurvivesKills(
    of tool: String, folder: String, arguments: [String], step: Int = 1, prepare: (String) throws -> Void
) throws {}
#endif
