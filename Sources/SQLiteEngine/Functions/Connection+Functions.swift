import CSQLite
import SnapshotModel

extension Connection {
    /// Gives the connection functions and collations by the names of the application's, so that statements prepare.
    ///
    /// They are never called while a statement is prepared. DDL files that store rows call them; they answer NULL.
    func add(_ application: ApplicationFunctions) throws(SQLiteError) {
        // An index or a generated column takes deterministic functions alone; whether one is, the application knows.
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | xtraq_sqlite3_innocuous()
        for function in application.functions {
            for count in function.argumentCounts {
                let answersNull: @convention(c) (OpaquePointer?) -> Void = { context in
                    unsafe sqlite3_result_null(context)
                }
                // Every aggregate serves as a window function here: whether the application's does, it will see.
                let status =
                    function.isAggregate
                    ? unsafe sqlite3_create_window_function(
                        handle, function.name, Int32(count), flags, nil, { _, _, _ in }, answersNull, answersNull,
                        { _, _, _ in }, nil)
                    : unsafe sqlite3_create_function_v2(
                        handle, function.name, Int32(count), flags, nil,
                        { context, _, _ in unsafe sqlite3_result_null(context) }, nil, nil, nil)
                guard status == SQLITE_OK else { throw error(status) }
            }
        }
        for collation in application.collations {
            let status = unsafe sqlite3_create_collation_v2(
                handle, collation, SQLITE_UTF8, nil,
                { _, leftCount, left, rightCount, right in
                    let left = unsafe UnsafeRawBufferPointer(start: left, count: Int(leftCount))
                    let right = unsafe UnsafeRawBufferPointer(start: right, count: Int(rightCount))
                    if unsafe left.elementsEqual(right) { return 0 }
                    return unsafe left.lexicographicallyPrecedes(right) ? -1 : 1
                }, nil)
            guard status == SQLITE_OK else { throw error(status) }
        }
    }
}
