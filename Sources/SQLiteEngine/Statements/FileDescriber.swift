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
            connection.collector.begin()
            let (answer, describer) = describe(query, of: request)
            described.findings += describer.findings
            if let answer {
                counters.count(answer)
                described.queries.append(answer)
                described.notes.append(
                    QueryNote(dependencies: connection.collector.dependencies, evidence: describer.evidence))
            }
        }
        return described
    }

    private func describe(_ query: ParsedQuery, of request: DescriptionRequest) -> (Query?, QueryDescriber) {
        let text = QueryText(request.source.bytes, in: query.statement)
        func describer(_ text: QueryText, _ embeds: [EmbedResolver.Embed] = []) -> QueryDescriber {
            QueryDescriber(
                source: request.source, query: query, text: text, embeds: embeds, types: request.types,
                catalogue: catalogue)
        }
        var current: QueryDescriber
        if text.hasEmbeds, text.problems.isEmpty {
            do throws(EmbedResolver.Failure) {
                let resolver = EmbedResolver(text: text, catalogue: catalogue, connection: connection)
                let (embeds, resolved) = try resolver.resolve()
                current = describer(resolved, embeds)
            } catch {
                current = describer(text)
                switch error {
                case .embed(let name, let offset): current.reportEmbed(name, at: offset)
                case .statement(let error, let offset):
                    let place = ErrorPlace.offset(of: error, in: request.source.bytes, statement: query.statement)
                    current.report(error, at: offset ?? place)
                }
                return (nil, current)
            }
        } else {
            current = describer(text)
        }
        guard text.problems.isEmpty else { return (nil, current) }
        let answer = describe(query, in: request.source, with: &current)
        return (answer, current)
    }

    /// Describes the statement, or one after the other of a query of several.
    private func describe(
        _ query: ParsedQuery, in source: SourceFile, with describer: inout QueryDescriber
    ) -> Query? {
        let sql = describer.text.sql
        var rest = sql.range
        while true {
            guard let length = describe(query, in: source, rest, with: &describer) else { return nil }
            rest = (rest.lowerBound + length)..<rest.upperBound
            guard !rest.isEmpty else { break }
            var lexer = SQLLexer(sql.bytes, in: rest)
            guard let token = lexer.nextSignificant() else { break }
            guard query.cardinality == .exec else {
                describer.reportSecondStatement(at: token.range.lowerBound)
                break
            }
        }
        return describer.finish()
    }

    /// Describes the statement that stands first; how long it is, or `nil` where it cannot be prepared.
    private func describe(
        _ query: ParsedQuery, in source: SourceFile, _ range: Range<Int>, with describer: inout QueryDescriber
    ) -> Int? {
        let bytes = describer.text.sql.bytes
        let operation = recorder.operation("prepare")
        let prepared: PreparedStatement?
        do {
            prepared = try connection.collector.collecting { () throws(SQLiteError) in
                // Of a statement without a result its program tells all that is asked.
                if !query.cardinality.hasRows, describer.text.isPlainChange(from: range.lowerBound),
                    let listing = try? PreparedStatement.prepareListing(bytes[range], on: connection)
                {
                    return listing
                }
                return try PreparedStatement.prepare(bytes, in: range, on: connection)
            }
        } catch {
            operation.end(failed: true, subject(describer))
            report(error, of: query, in: source, range, to: &describer)
            return nil
        }
        guard let statement = prepared else {
            operation.end(failed: true, subject(describer))
            return nil
        }
        operation.end(
            subject(describer, parameters: statement.parameterCount, columns: statement.columnCount))
        let place = range.lowerBound..<(range.lowerBound + statement.length)
        let explain = recorder.operation("explain")
        let inferred =
            statement.isListing
            ? inference.infer(listedBy: statement, bytes[place], on: connection)
            : inference.infer(bytes[place], on: connection)
        let tokens = describer.text.tokens(in: place)
        let lists = ListParameters(tokens)
        let probed = lists.probe(bytes, in: place).map { inference.infer($0[...], on: connection) }
        explain.end(subject(describer))
        if describer.isAboutSchema(tokens) { connection.collector.noteEverything() }
        let metadata = recorder.operation("columnMetadata")
        if !catalogue.compoundViews.isEmpty {
            describer.compoundViews = connection.collector.used(of: catalogue.compoundViews)
        }
        describer.add(
            statement, in: place, tokens, lists: lists, inferred: inferred, probed: probed ?? InferredStatement())
        metadata.end(rows: statement.columnCount, subject(describer, columns: statement.columnCount))
        return statement.length
    }

    /// Reports what SQLite refuses; of a text that only has other aliases, in terms of the text in the file.
    private func report(
        _ error: SQLiteError, of query: ParsedQuery, in source: SourceFile, _ range: Range<Int>,
        to describer: inout QueryDescriber
    ) {
        guard describer.text.isPlainOfAliases else { return describer.report(error, in: range) }
        do {
            _ = try PreparedStatement.prepare(source.bytes, in: query.statement, on: connection)
            describer.reportRewriting(error)
        } catch {
            describer.report(
                error, at: ErrorPlace.offset(of: error, in: source.bytes, statement: query.statement))
        }
    }

    private func subject(_ describer: QueryDescriber, parameters: Int = 0, columns: Int = 0) -> Subject {
        Subject(
            name: "\(describer.source.schema).\(describer.query.name)", text: SQLText.statement(describer.text),
            parameterCount: parameters, columnCount: columns)
    }
}
