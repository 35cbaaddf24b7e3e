import LocalTelemetry
package import TelemetryRecording

extension SnapshotBody {
    /// Takes what was recorded of a snapshot; `nil` where the run took none.
    package init?(_ recording: Recording, engine: EngineFacts?, names: Pseudonymizer) {
        guard recording.hasSpans(prefix: "snapshot.") else { return nil }
        self.engine = engine
        phases = recording.phases(prefix: "snapshot.", names: Vocabulary(SnapshotPhase.self))
        objects = ObjectCounts(recording)
        planner = recording.planner("snapshot")
        inference = InferenceCounts(recording)
        files = recording.files("snapshot")
        operations = SnapshotOperation.allCases.compactMap { operation in
            recording.operations[operation.recordedName].map { OperationStatistics(Closed(operation), $0) }
        }
        var unknown = Recording.Operations()
        for (name, recorded) in recording.operations where !RecordedNames.operations.contains(name) {
            unknown.merge(recorded)
        }
        if unknown.count > 0 { operations.append(OperationStatistics(.other, unknown)) }
        // The recorder keeps so many of each operation; a document, so many of all.
        let statements = recording.slowest.filter(SlowStatement.isOnDatabase).sorted { $0.nanoseconds > $1.nanoseconds }
        slowest = statements.prefix(Self.slowestCount).map { SlowStatement($0, names: names) }
    }
}

extension ObjectCounts {
    fileprivate init(_ recording: Recording) {
        procedures = recording.counter("snapshot.objects.procedures")
        parameters = recording.counter("snapshot.objects.parameters")
        columns = recording.counter("snapshot.objects.columns")
        tables = recording.counter("snapshot.objects.tables")
        types = recording.counter("snapshot.objects.types")
        skipped = SkipReason.allCases.compactMap { reason in
            let count = recording.counter("snapshot.skipped.\(reason.rawValue)")
            return count > 0 ? Skipped(reason: Closed(reason), count: count) : nil
        }
    }
}

extension InferenceCounts {
    fileprivate init(_ recording: Recording) {
        columns = Sources(recording, "snapshot.inference.columns")
        parameters = Sources(recording, "snapshot.inference.parameters")
    }
}

extension InferenceCounts.Sources {
    fileprivate init(_ recording: Recording, _ name: String) {
        declared = recording.counter("\(name).declared")
        proven = recording.counter("\(name).proven")
        annotated = recording.counter("\(name).annotated")
        unknown = recording.counter("\(name).unknown")
    }
}

extension SlowStatement {
    /// Whether the database did it: how slow files are shows in their distribution, and hundreds of them would leave no
    /// room for the one slow statement.
    fileprivate static func isOnDatabase(_ recorded: Recording.SlowOperation) -> Bool {
        operation(recorded)?.isOnDatabase ?? !RecordedNames.operations.contains(recorded.operation)
    }

    private static func operation(_ recorded: Recording.SlowOperation) -> SnapshotOperation? {
        SnapshotOperation.allCases.first { $0.recordedName == recorded.operation }
    }

    /// Takes one of the slowest operations.
    fileprivate init(_ recorded: Recording.SlowOperation, names: Pseudonymizer) {
        let operation = Self.operation(recorded)
        // What names a statement of the schema is its file, not a query.
        let name = operation == .schemaStatement ? nil : recorded.subject.name
        self.init(
            operation: operation.map { Closed($0) } ?? .other,
            procedure: name.map { names.pseudonym(.procedure, $0) },
            statement: recorded.subject.text.map { names.pseudonym(.statement, $0) },
            duration: .nanoseconds(recorded.nanoseconds), rows: recorded.rows,
            parameterCount: recorded.subject.parameterCount, columnCount: recorded.subject.columnCount,
            length: recorded.subject.text.map { LengthClass(bytes: $0.utf8.count) })
    }
}
