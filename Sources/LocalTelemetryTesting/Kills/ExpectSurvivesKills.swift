#if DEBUG && Telemetry
public import Testing

/// Expects that a run which is killed, at whichever system call of its recording, leaves whole documents or none, that it is
/// on record once its start was, and that the next run leaves no litter. Needs strace; does nothing where there is none.
///
/// - Parameters:
///   - tool: The path of the built executable.
///   - folder: Its folder in a project.
///   - arguments: What it is given; `--telemetry` is added.
///   - step: 1 to kill at every system call; otherwise at each of so many, beginning elsewhere from run to run.
///   - sourceLocation: Where a failure is reported.
///   - prepare: Makes the project in the folder that it is given.
/// - Returns: The outcomes that were seen: `none`, `unfinished`, `success`, …
/// - Throws: What `prepare` throws, and where a file cannot be made or strace not be started.
@discardableResult
public func expectSurvivesKills(
    of tool: String, folder: String, arguments: [String], step: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation, prepare: (String) throws -> Void
) throws -> Set<String> {
    guard TracedRun.isAvailable else { return [] }
    let traced = TracedRun(tool: tool, folder: folder, arguments: ["--telemetry"] + arguments, sourceLocation)
    let calls = try traced.calls(prepare)
    #expect(calls.count > 20, "the trace shows how documents are written: \(calls)", sourceLocation: sourceLocation)
    guard !calls.isEmpty else { return [] }
    let first = Int.random(in: 0..<min(step, calls.count))
    var seen: Set<String> = []
    var missed = 0
    // The last in any case: what follows the replacement is short.
    for index in Set(stride(from: first, to: calls.count, by: step)).union([calls.count - 1]).sorted() {
        if let outcome = try traced.outcome(afterKillAt: calls[index], prepare) {
            seen.insert(outcome)
        } else {
            missed += 1
        }
    }
    #expect(missed * step < calls.count / 2 + step, "most kills came", sourceLocation: sourceLocation)
    return seen
}
#endif
