/// Something that a tool never does, with the tests that show it: for the page that its telemetry is judged by.
public struct Assurance: Sendable {
    /// What never happens, as a sentence.
    public let claim: String
    /// The tests, as `SuiteName.testName`.
    public let tests: [String]

    /// Makes an assurance.
    public init(_ claim: String, _ tests: [String]) {
        self.claim = claim
        self.tests = tests
    }
}
