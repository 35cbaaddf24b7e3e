#if SQLite
import GRDB

/// A database access that the library opens itself.
enum Access {
    /// Runs the access; whatever fails outside the query itself (opening the transaction, a commit, cancellation) becomes
    /// an `XtraqError` too.
    static func perform<Output>(
        _ query: String, _ access: () async throws -> Output
    ) async throws(XtraqError) -> Output {
        do {
            return try await access()
        } catch {
            throw XtraqError(error, query: query)
        }
    }
}
#endif
