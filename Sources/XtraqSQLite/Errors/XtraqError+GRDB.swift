#if SQLite
import GRDB

extension XtraqError {
    /// Makes an error of one that GRDB threw; an `XtraqError` stays what it is.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - query: The query.
    ///   - isPreparing: Whether it was thrown while the statement was prepared: then SQLite's message can name nothing but
    ///     tables, columns and the statement's own text. Of a running statement it may repeat a value (`bad JSON path`).
    init(_ error: any Error, query: String, isPreparing: Bool = false) {
        switch error {
        case let error as XtraqError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT:
            self.init(
                .constraint, query: query, constraint: ConstraintViolation(error), underlying: error)
        case let error as DatabaseError:
            self.init(
                .database, query: query, found: isPreparing ? error.message : "\(error.extendedResultCode)",
                foundValue: isPreparing ? nil : error.message, underlying: error)
        case is CancellationError:
            self.init(.cancelled, query: query, underlying: error)
        default:
            self.init(.database, query: query, underlying: error)
        }
    }
}
#endif
