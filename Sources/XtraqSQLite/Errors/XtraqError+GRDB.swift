#if SQLite
import GRDB

extension XtraqError {
    /// Makes an error of one that GRDB threw; an `XtraqError` stays what it is.
    init(_ error: any Error, query: String) {
        switch error {
        case let error as XtraqError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT:
            self.init(
                .constraint, query: query, constraint: ConstraintViolation(error), underlying: error)
        case let error as DatabaseError:
            // SQLite's messages name tables and columns, never bound values.
            self.init(.database, query: query, found: error.message, underlying: error)
        case is CancellationError:
            self.init(.cancelled, query: query, underlying: error)
        default:
            self.init(.database, query: query, underlying: error)
        }
    }
}
#endif
