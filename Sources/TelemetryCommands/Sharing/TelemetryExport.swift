#if (Tool || TelemetryCommands) && Telemetry
public import ArgumentParser
public import LocalTelemetry
internal import TelemetryReport
internal import TelemetrySharing

/// `telemetry export`: packages recorded runs for somebody else, with what could tell too much taken away.
public struct TelemetryExport<Root: TelemetryRoot>: RecordedCommand {
    /// How it is called.
    public static var configuration: CommandConfiguration {
        let name = Root._commandName
        return CommandConfiguration(
            commandName: "export",
            abstract: "Package recorded runs in one file that you can pass on. Sends nothing.",
            discussion: """
                First it shows what would leave and what would not, then it asks. The file is a ZIP that any tool opens; \
                names in it are tokens that only you can turn back (see reveal).

                EXAMPLES
                  \(name) telemetry export --dry-run              what would leave
                  \(name) telemetry export --since 7d             a bundle of the last week, in this folder
                  \(name) telemetry export --redaction strict --output bundle.zip
                  \(name) telemetry export --encrypt-to age1… --yes
                """)
    }

    /// How much is taken away.
    @Option(help: .init("How much is taken away: standard or strict.", valueName: "level"))
    public var redaction = RedactionLevel.standard.rawValue

    /// Where to.
    @Option(
        name: [.customShort("o"), .long],
        help: .init("The file to write, or - for standard output; a neutral name unless given.", valueName: "file"),
        completion: .file())
    public var output: String?

    /// Whether nothing is written.
    @Flag(help: "Show what would leave, and write nothing.")
    public var dryRun = false

    /// Whether nobody is asked.
    @Flag(help: "Do not ask: needed where there is no terminal.")
    public var yes = false

    /// Whether a file of that name is replaced.
    @Flag(help: "Replace a file of that name.")
    public var force = false

    /// From when.
    @Option(
        help: .init(
            "Only runs since then: 2026-11-24, 2026-11-24T10:00:00Z, or 30m, 12h, 7d, 4w ago.", valueName: "time"))
    public var since: String?

    /// Which runs.
    @Option(help: .init("Only this run (the first digits will do); may be repeated.", valueName: "run"))
    public var run: [String] = []

    /// Which kinds of documents.
    @Option(help: .init("Only documents of this kind; may be repeated.", valueName: "kind"))
    public var kind: [String] = []

    /// Who can read it.
    @Option(
        help: .init("Encrypt for this recipient with the program age; may be repeated.", valueName: "recipient"))
    public var encryptTo: [String] = []

    /// Files of who can read it.
    @Option(
        name: [.customShort("R"), .long],
        help: .init("Encrypt for the recipients that this file lists; may be repeated.", valueName: "file"),
        completion: .file())
    public var recipientsFile: [String] = []

    /// Where to look.
    @Argument(
        help: .init("Directories and documents; the project's unless given.", valueName: "path"), completion: .file())
    public var paths: [String] = []

    /// What every command of the tool takes.
    @OptionGroup public var shared: Root.Shared
    /// The switches.
    @OptionGroup(visibility: .hidden) public var telemetry: TelemetryOptions

    /// The project's folder as the command line names it.
    public var projectPath: String? { shared.projectPath }
    /// `--telemetry-key` names the key to make tokens with, too.
    public var usesTelemetryKey: Bool { true }

    /// Makes the command.
    public init() {}

    /// Refuses what contradicts itself.
    public func validate() throws {
        _ = try Choice.one(redaction, of: RedactionLevel.allCases.map(\.rawValue), "--redaction")
        for name in kind { _ = try Choice.one(name, of: Root.telemetryTool.catalogue.kinds.map(\.name), "--kind") }
        for digits in run where !(4...32).contains(digits.utf8.count) || !digits.allSatisfy(\.isHexDigit) {
            throw ValidationError(
                "--run takes the first digits of a run, at least four of them, not '\(Escaping.visible(digits))'.")
        }
        if let since { _ = try TimeArgument.parse(since, of: "--since") }
        if destination == "-", shared.isJSON, !dryRun {
            throw ValidationError("--json and --output - would share standard output: give the bundle a file.")
        }
    }

    /// Shows, asks, writes.
    public func run(_ run: TelemetryRun<Root.Facts>) throws {
        let tool = Root.telemetryTool
        let descriptions = tool.catalogue.descriptions
        let source = try DocumentSource(tool, shared, paths: paths, excluding: run.runId)
        guard var index = try source.index() else {
            return shared.isJSON ? print("null") : print(source.nothing)
        }
        try restrict(&index, tool.name)
        guard !index.entries.isEmpty else {
            return shared.isJSON ? print("null") : print("No recorded run matches: there is nothing to export.")
        }
        let level = RedactionLevel(rawValue: redaction) ?? .standard
        let maker = BundleMaker(descriptions, level: level, names: source.ownNames(tool))
        var key: BundleKey?
        let bundle = try maker.make(index) {
            let own = try source.bundleKey(BundleKey.randomBundle(), keyFile: telemetry.keyFile)
            key = own
            return own
        }
        try refuseFindings(bundle.findings)
        guard let key else { return }
        let target = destination ?? BundleDestination.name(tool.name, bundle.manifest.bundle, isEncrypted: isEncrypted)
        let summary = ExportSummary(
            bundle: bundle, examples: FieldExamples(index, descriptions, level: level, key: key).all,
            destination: target, isEncrypted: isEncrypted)
        if !shared.isJSON {
            if target == "-" { StandardError.write(summary.text) } else { print(summary.text, terminator: "") }
        }
        for line in source.warnings(of: index) { StandardError.write("warning: \(line)\n") }
        if dryRun {
            if shared.isJSON { print(summary.json(written: nil), terminator: "") }
            return
        }
        guard try Question.isAnswered("Write \(target)?", yes: yes, isPlain: shared.isPlain) else {
            StandardError.write("Nothing was written.\n")
            throw ExitCode(1)
        }
        let file = BundleDestination(path: target, replacing: force)
        var content: [UInt8] = []
        content.reserveCapacity(bundle.byteCount)
        for part in bundle.parts { content += part }
        if isEncrypted {
            content = try AgeProgram(recipients: encryptTo, files: recipientsFile).encrypt(content)
        }
        try file.write(content)
        let digest = isEncrypted ? Checksum.sha256(content) : bundle.sha256
        if shared.isJSON {
            print(summary.json(written: .init(bytes: content.count, sha256: digest)), terminator: "")
        } else if target == "-" {
            StandardError.write("SHA-256 \(digest)\n")
        } else {
            print("Written: \(Escaping.visible(target))\nSHA-256  \(digest)")
        }
    }

    /// What `--output` says, which a tool with an option of that name has taken for its own.
    private var destination: String? {
        output ?? SwallowedOption.value(of: "--output", in: CommandLine.arguments)
    }

    private var isEncrypted: Bool { !encryptTo.isEmpty || !recipientsFile.isEmpty }

    private func restrict(_ index: inout DocumentIndex, _ tool: String) throws {
        for digits in run.map({ $0.lowercased() }) {
            guard index.entries.contains(where: { $0.runId.text.hasPrefix(digits) }) else {
                throw CommandFailure.noRun(digits, tool)
            }
        }
        let since = try since.map { try TimeArgument.parse($0, of: "--since") }
        let runs = run.map { $0.lowercased() }
        index.keep { entry in
            (kind.isEmpty || kind.contains(entry.kind))
                && (runs.isEmpty || runs.contains { entry.runId.text.hasPrefix($0) })
                && since.map { entry.start >= $0 } ?? true
        }
    }

    private func refuseFindings(_ findings: [Finding]) throws {
        guard !findings.isEmpty else { return }
        StandardError.write("error: The bundle would tell what it must not. Nothing was written.\n")
        for finding in findings.prefix(20) {
            StandardError.write(
                "  \(Escaping.visible(finding.file)) \(Escaping.visible(finding.path)): \(Escaping.visible(finding.reason))\n"
            )
        }
        if findings.count > 20 { StandardError.write("  and \(findings.count - 20) more.\n") }
        throw ExitCode(4)
    }
}

extension TelemetryExport: Sendable where Root.Shared: Sendable {}
#endif
