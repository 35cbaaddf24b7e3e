#if DEBUG && Telemetry
public import Testing

/// Expects that nothing of what a project names reaches a document, a preview, a temporary file or what the `telemetry`
/// commands show: not plain, folded, in UTF-16, percent-encoded, escaped, in hexadecimal or Base64, reversed, cut to eight
/// bytes, nor as a plain hash.
///
/// ```swift
/// try expectNoLeaks(of: tool, folder: ".logstat") { canary in
///     let name = canary.secret("the log")
///     try canary.write("\(name).log", line(path: canary.secret("a path")))
///     try canary.record("summary", "\(name).log")
/// }
/// ```
///
/// - Parameters:
///   - tool: The path of the built executable.
///   - folder: Its folder in a project.
///   - projectFile: The file that makes a folder a project, where it has one.
///   - seed: What the tokens are drawn from; it is part of each message, so that a failure can be repeated.
///   - sourceLocation: Where a failure is reported.
///   - body: Makes the project and records runs, those that fail included: each command with whatever a user can name.
/// - Throws: What `body` throws, and where a file cannot be made or the tool not be started.
public func expectNoLeaks(
    of tool: String, folder: String, projectFile: String? = nil, seed: UInt64 = .random(in: .min ... .max),
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (Canary) throws -> Void
) throws {
    let canary = try Canary(tool: tool, folder: folder, projectFile: projectFile, seed: seed)
    try body(canary)
    try canary.finish(sourceLocation)
}
#endif
