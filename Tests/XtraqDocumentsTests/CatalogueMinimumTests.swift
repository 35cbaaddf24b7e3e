import LocalTelemetry
import Testing
import XtraqDocuments

/// What the documents were agreed to hold at least, field by field, held against the catalogue: it may hold more.
@Suite struct CatalogueMinimumTests {
    /// Name with `?` where it can be absent, type (which has its unit), and what the two levels of an export do.
    ///
    /// `-` keeps, `t` token, `o` ordinal, `m` minutes, `n` place in the order, `2` two digits, `p` power of two, `s`
    /// scaled, `x` dropped.
    private static let agreed: [String: String] = [
        "envelope": """
        schemaVersion count -/-, minimumReader count -/-, kind closed -/-, runId runId o/o,
        timestampUtc timestamp m/n, tool closed -/-, version version -/-, command closed -/-, outcome closed -/-,
        success? flag -/-, exitCode? exitCode -/-, signal? closed -/-, durationMs? duration -/2,
        runtimeIdentifier closed -/-, operatingSystem closed -/-, operatingSystemVersion? version -/-,
        ciMode flag -/-, verbose flag -/-, noCache flag -/-, refreshSnapshot flag -/-, check flag -/-,
        projectRootHash? pseudonym t/x, procedureFilterHash? pseudonym t/x,
        error? object -/-, error.code closed -/-, error.phase? closed -/-, error.sqlState? closed -/-,
        recorder object -/-, recorder.droppedSpans count 2/p, recorder.droppedAttributes count 2/p,
        recorder.clampedValues count 2/p, recorder.otherValues count 2/p, recorder.cutLists count 2/p
        """,
        "cli-command": """
        phases list -/-, phases.name closed -/-, phases.startMs duration n/n, phases.durationMs duration -/2,
        resources? object -/-, resources.userCpuMs duration -/2, resources.systemCpuMs duration -/2,
        resources.peakMemoryBytes bytes 2/x, resources.bytesRead? bytes 2/x, resources.bytesWritten? bytes 2/x,
        resources.availableParallelism count p/p, resources.memoryClass? closed -/x,
        resources.fileSystem? closed -/x, resources.buildMode closed -/-, documents list -/-,
        diagnostics list -/-, diagnostics.code closed -/-, diagnostics.severity closed -/-,
        diagnostics.count count 2/p, given? object -/-, given.module flag -/-, given.connection flag -/-,
        given.schemas flag -/-, given.force flag -/-
        """,
        "snapshot": """
        engine? object -/-, engine.name closed -/-, engine.version version -/-, engine.connection closed -/-,
        engine.connectMs? duration -/2, engine.roundTripMs? duration -/2,
        phases list -/-, phases.name closed -/-, phases.startMs duration n/n, phases.durationMs duration -/2,
        objects object -/-, objects.procedures count 2/p, objects.parameters count 2/p, objects.columns count 2/p,
        objects.tables count 2/p, objects.types count 2/p, objects.skipped list -/-,
        objects.skipped.reason closed -/-, objects.skipped.count count 2/p,
        planner object -/-, planner.warm flag -/-, planner.considered count 2/p, planner.reused count 2/p,
        planner.refreshed count 2/p, planner.removed count 2/p, planner.reasons list -/-,
        planner.reasons.reason closed -/-, planner.reasons.roots count 2/p, planner.reasons.cascaded count 2/p,
        inference object -/-, inference.columns object -/-, inference.columns.declared count 2/p,
        inference.columns.proven count 2/p, inference.columns.annotated count 2/p,
        inference.columns.unknown count 2/p, inference.parameters object -/-,
        inference.parameters.declared count 2/p, inference.parameters.proven count 2/p,
        inference.parameters.annotated count 2/p, inference.parameters.unknown count 2/p,
        operations list -/-, operations.name closed -/-, operations.count count 2/p,
        operations.failures count 2/p, operations.rows count 2/p, operations.totalMs duration -/2,
        operations.maxMs duration -/2, operations.histogram histogram s/x,
        slowest list -/x, slowest.operation closed -/-, slowest.procedureHash? pseudonym t/x,
        slowest.statementHash? pseudonym t/x, slowest.durationMs duration -/2, slowest.rows count 2/p,
        slowest.parameterCount count 2/p, slowest.columnCount count 2/p, slowest.statementLengthClass? closed -/-,
        files object -/-, files.written count 2/p, files.unchanged count 2/p, files.removed count 2/p,
        files.bytesWritten bytes 2/x
        """,
        "build": """
        phases list -/-, phases.name closed -/-, phases.startMs duration n/n, phases.durationMs duration -/2,
        planner object -/-, planner.warm flag -/-, planner.considered count 2/p, planner.reused count 2/p,
        planner.refreshed count 2/p, planner.removed count 2/p, planner.reasons list -/-,
        planner.reasons.reason closed -/-, planner.reasons.roots count 2/p, planner.reasons.cascaded count 2/p,
        categories list -/-, categories.name closed -/-, categories.files count 2/p, categories.bytes bytes 2/x,
        categories.durationMs duration 2/p, categories.written count 2/p, categories.unchanged count 2/p,
        categories.removed count 2/p, largest list -/x, largest.fileHash pseudonym t/x,
        largest.category closed -/-, largest.bytes bytes 2/x,
        files object -/-, files.written count 2/p, files.unchanged count 2/p, files.removed count 2/p,
        files.bytesWritten bytes 2/x
        """,
        "summary": """
        snapshot? object -/-, snapshot.durationMs duration -/2, snapshot.warm flag -/-,
        snapshot.statements count 2/p, snapshot.failures count 2/p, snapshot.refreshed count 2/p,
        build? object -/-, build.durationMs duration -/2, build.warm flag -/-, build.written count 2/p,
        build.unchanged count 2/p, warm flag -/-, warmRunGoalMet? flag -/-, totalMs duration -/2
        """,
    ]

    @Test(arguments: DocumentKind.allCases) func holdsWhatWasAgreed(kind: DocumentKind) throws {
        let description = try #require(RecordedRun.catalogue.kinds.descriptions.first { $0.kind == kind.rawValue })
        let found = Set(Self.lines(of: description.fields, below: ""))
        for part in ["envelope", kind.rawValue] {
            let lines = try #require(Self.agreed[part]).split { $0 == "," || $0 == "\n" }
                .map { $0.split(separator: " ").joined(separator: " ") }
            for line in lines where !line.isEmpty {
                #expect(found.contains(line), "\(kind.rawValue): \(Self.near(line, in: found))")
            }
        }
    }

    @Test(arguments: [
        ("slowest", 25), ("operations", 16), ("largest", 25), ("categories", 8), ("phases", 64),
    ])
    func boundsItsLists(name: String, limit: Int) {
        let lists = RecordedRun.catalogue.kinds.descriptions.flatMap(\.body).filter { $0.name == name }
        #expect(!lists.isEmpty)
        for list in lists { #expect((list.maximumItems ?? .max) <= limit) }
    }

    private static func lines(of fields: [FieldShape], below path: String) -> [String] {
        fields.flatMap { field in
            let redaction = "\(letter(field.redaction.standard))/\(letter(field.redaction.strict))"
            let name = path + field.name
            return ["\(name)\(field.isOptional ? "?" : "") \(field.kind.rawValue) \(redaction)"]
                + lines(of: field.children, below: name + ".")
        }
    }

    private static func letter(_ rule: Redaction.Rule) -> String {
        switch rule {
        case .keep: "-"
        case .token: "t"
        case .ordinal: "o"
        case .minutes: "m"
        case .order: "n"
        case .twoDigits: "2"
        case .powerOfTwo: "p"
        case .scaled: "s"
        case .drop: "x"
        }
    }

    private static func near(_ line: String, in found: Set<String>) -> String {
        let name = line.prefix { $0 != " " && $0 != "?" }
        let near = found.first { $0.hasPrefix(name + " ") || $0.hasPrefix(name + "? ") }
        return "\(line) was agreed, the catalogue has \(near ?? "nothing of that name")"
    }
}
