import CSQLite
import Diagnostics
import SnapshotModel
import TelemetryRecording

/// Describes the queries of one file after the other on one connection.
struct FileDescriber {
    let connection: Connection
    let catalogue: Catalogue
    let inference: StatementInference
    let recorder: Recorder
    private let counters: InferenceCounters

    /// Makes a describer.
    init(connection: Connection, catalogue: Catalogue, inference: StatementInference, recorder: Recorder) {
        self.connection = connection
        self.catalogue = catalogue
        self.inference = inference
        self.recorder = recorder
        counters = InferenceCounters(recorder)
    }

    /// Describes the queries of a file.
    func describe(_ request: DescriptionRequest) -> DescribedFile {
        var described = DescribedFile(findings: request.findings)
        described.queries.reserveCapacity(request.queries.count)
        for query in request.queries {
            var describer = QueryDescriber(
                source: request.source, query: query, types: request.types, catalogue: catalogue)
            let answer = describe(query, in: request.source, with: &describer)
            described.findings += describer.findings
            if let answer {
                counters.count(answer)
                described.queries.append(answer)
                described.notes.append(
                    QueryNote(dependencies: connection.collector.dependencies, evidence: describer.inferred.evidence))
            }
        }
        return described
    }

    private func describe(
        _ query: ParsedQuery, in source: SourceFile, with describer: inout QueryDescriber
    ) -> Query? {
        let rewritten = describer.hasOverrides ? describer.rewritten : nil
        let operation = recorder.operation("prepare")
        let prepared: PreparedStatement?
        do {
            prepared = try connection.collector.collecting { () throws(SQLiteError) in
                try PreparedStatement.prepare(
                    rewritten ?? source.bytes, in: rewritten.map { 0..<$0.count } ?? query.statement, on: connection)
            }
        } catch {
            operation.end(failed: true, subject(query, in: source, rewritten))
            report(error, of: query, in: source, isRewritten: rewritten != nil, to: &describer)
            return nil
        }
        guard let statement = prepared else {
            operation.end(failed: true, subject(query, in: source, rewritten))
            return nil
        }
        operation.end(
            subject(query, in: source, rewritten, parameters: statement.parameterCount, columns: statement.columnCount))
        let explain = recorder.operation("explain")
        describer.inferred = inference.infer(
            rewritten?[...] ?? source.bytes[query.statement.lowerBound..<query.statement.lowerBound + statement.length],
            on: connection)
        explain.end(subject(query, in: source, rewritten))
        if describer.isSchemaStatement { connection.collector.noteEverything() }
        let metadata = recorder.operation("columnMetadata")
        if !catalogue.compoundViews.isEmpty {
            describer.compoundViews = connection.collector.used(of: catalogue.compoundViews)
        }
        let answer = describer.describe(statement, rewritten: rewritten)
        metadata.end(rows: statement.columnCount, subject(query, in: source, rewritten, columns: statement.columnCount))
        return answer
    }

    /// Reports what SQLite refuses; of a text that was rewritten, in terms of the text in the file.
    private func report(
        _ error: SQLiteError, of query: ParsedQuery, in source: SourceFile, isRewritten: Bool,
        to describer: inout QueryDescriber
    ) {
        guard isRewritten else { return describer.report(error) }
        do {
            _ = try PreparedStatement.prepare(source.bytes, in: query.statement, on: connection)
            describer.reportRewriting(error)
        } catch {
            describer.report(error)
        }
    }

    private func subject(
        _ query: ParsedQuery, in source: SourceFile, _ rewritten: [UInt8]?, parameters: Int = 0, columns: Int = 0
    ) -> Subject {
        Subject(
            name: "\(source.schema).\(query.name)",
            text: SQLText.statement(of: query, in: source, rewritten: rewritten), parameterCount: parameters,
            columnCount: columns)
    }
}

/// How parameters and columns became known, counted.
struct InferenceCounters {
    private let columns: [Knowledge: Counter]
    private let parameters: [Knowledge: Counter]
    private let isOn: Bool

    /// Looks the counters up once.
    init(_ recorder: Recorder) {
        isOn = recorder.isOn
        guard isOn else {
            (columns, parameters) = ([:], [:])
            return
        }
        columns = [
            .declared: recorder.counter("snapshot.inference.columns.declared"),
            .proven: recorder.counter("snapshot.inference.columns.proven"),
            .annotated: recorder.counter("snapshot.inference.columns.annotated"),
            .unknown: recorder.counter("snapshot.inference.columns.unknown"),
        ]
        parameters = [
            .declared: recorder.counter("snapshot.inference.parameters.declared"),
            .proven: recorder.counter("snapshot.inference.parameters.proven"),
            .annotated: recorder.counter("snapshot.inference.parameters.annotated"),
            .unknown: recorder.counter("snapshot.inference.parameters.unknown"),
        ]
    }

    /// Counts a query's.
    func count(_ query: Query) {
        guard isOn else { return }
        for column in query.columns { columns[column.knowledge]?.add() }
        for parameter in query.parameters { parameters[parameter.knowledge]?.add() }
    }
}
