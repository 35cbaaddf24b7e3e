import Logging
import Metrics
import Tracing
import XtraqSQLite

/// What a project writes to hear of its queries in the way that it hears of everything else. Take what you need.
enum Adapters {
    /// A line for each call.
    static func log(_ event: QueryEvent, to logger: Logger) {
        var metadata: Logger.Metadata = ["duration": "\(event.duration)", "rows": "\(event.rowCount)"]
        if let error = event.error { metadata["error"] = "\(error)" }
        logger.log(level: event.error == nil ? .debug : .error, "\(event.query)", metadata: metadata)
    }

    /// A timer, a counter of rows and one of errors, by query.
    static func measure(_ event: QueryEvent, with factory: any MetricsFactory) {
        let query = [("query", event.query)]
        let (seconds, attoseconds) = event.duration.components
        Timer(label: "query.duration", dimensions: query, factory: factory)
            .recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        Counter(label: "query.rows", dimensions: query, factory: factory).increment(by: event.rowCount)
        if let error = event.error {
            Counter(label: "query.errors", dimensions: query + [("code", "\(error.code)")], factory: factory)
                .increment()
        }
    }

    /// A span, made when the call is over.
    static func trace(_ event: QueryEvent, with tracer: any Tracer) {
        let end = DefaultTracerClock.now
        let (seconds, attoseconds) = event.duration.components
        let nanoseconds = UInt64(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        let start = DefaultTracerClock.Timestamp(nanosecondsSinceEpoch: end.nanosecondsSinceEpoch - nanoseconds)
        let span = tracer.startSpan(event.query, context: .current ?? .topLevel, ofKind: .client, at: start)
        span.attributes["db.response.returned_rows"] = event.rowCount
        if let error = event.error {
            span.recordError(error)
            span.setStatus(SpanStatus(code: .error))
        }
        span.end(at: end)
    }
}
