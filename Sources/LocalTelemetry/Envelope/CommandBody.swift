/// What the `cli-command` document of every tool says: one for each recorded invocation, however it ended.
public struct CommandBody<Given: Sendable>: Sendable {
    /// The phases that finished, in the order of their beginning.
    public var phases: [Phase]
    /// What the run used; `nil` while unfinished.
    public var resources: ResourceUse?
    /// The kinds of the other documents of this run.
    public var documents: [Term]
    /// The diagnostics by code.
    public var diagnostics: [DiagnosticCount]
    /// What the tool adds.
    public var given: Given

    /// Makes a body; everything but the tool's own part may be empty, as it is when a run begins.
    public init(
        phases: [Phase] = [], resources: ResourceUse? = nil, documents: [Term] = [],
        diagnostics: [DiagnosticCount] = [], given: Given
    ) {
        self.phases = phases
        self.resources = resources
        self.documents = documents
        self.diagnostics = diagnostics
        self.given = given
    }
}

extension CommandBody where Given == NoFields {
    /// Makes a body of a tool that adds nothing.
    public init(
        phases: [Phase] = [], resources: ResourceUse? = nil, documents: [Term] = [],
        diagnostics: [DiagnosticCount] = []
    ) {
        self.init(
            phases: phases, resources: resources, documents: documents, diagnostics: diagnostics, given: NoFields())
    }
}

/// A part without fields: for tools that add nothing.
public struct NoFields: Sendable {
    /// Makes the only value there is.
    public init() {}
}

/// A phase of a run, with its place in time.
public struct Phase: Sendable {
    /// Its name, of a vocabulary of phases.
    public var name: Term
    /// From the start of the recording to its beginning.
    public var start: Duration
    /// How long it took.
    public var duration: Duration

    /// Makes a phase.
    public init(name: Term, start: Duration, duration: Duration) {
        self.name = name
        self.start = start
        self.duration = duration
    }

    /// The fields of a phase whose names are of that vocabulary.
    public static func fields(_ names: Vocabulary) -> [Field<Phase>] {
        [
            .closed("name", \.name, of: names, "Which phase."),
            .duration("startMs", \.start, "From the start of the recording to the beginning of the phase.")
                .redacted(.order, strict: .order),
            .duration("durationMs", \.duration, "How long the phase took."),
        ]
    }
}

/// How often a diagnostic was reported.
public struct DiagnosticCount: Sendable {
    /// Which one.
    public var code: Term
    /// How bad it was.
    public var severity: DiagnosticSeverity
    /// How often.
    public var count: Int

    /// Makes a count.
    public init(code: Term, severity: DiagnosticSeverity, count: Int) {
        self.code = code
        self.severity = severity
        self.count = count
    }
}
