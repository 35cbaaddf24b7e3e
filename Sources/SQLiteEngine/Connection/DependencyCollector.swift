import CSQLite
import SnapshotModel

/// What SQLite's authorizer is told while the statements of one query are prepared: the tables, views and functions that it uses
/// (https://www.sqlite.org/c3ref/set_authorizer.html).
///
/// Used by the one thread that uses its connection.
final class DependencyCollector {
    private var isOn = false
    /// A handful at most: looked through, not hashed.
    private var seen: [QueryDependency] = []
    /// The last names, as SQLite holds them while it prepares: most columns are read from the table that the last one was
    /// read from.
    private var last: (name: UInt, route: UInt) = (0, 0)

    /// Forgets what was collected: another query begins.
    func begin() {
        seen.removeAll(keepingCapacity: true)
    }

    /// Collects what `body` prepares, besides what was collected since the query began.
    func collecting<Result: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        isOn = true
        last = (0, 0)
        defer { isOn = false }
        return try body()
    }

    /// What was collected, in the order of name and route; what a query both names and comes to, once.
    var dependencies: [QueryDependency] {
        if seen.count < 2 { return seen }
        return seen.filter { $0.route == nil || !seen.contains(QueryDependency($0.name)) }
            .sorted { ($0.name, $0.route ?? "") < ($1.name, $1.route ?? "") }
    }

    /// Those of some names that were collected last.
    func used(of names: Set<String>) -> Set<String> {
        names.filter { name in seen.contains { $0.name == name } }
    }

    /// Takes one call of the authorizer.
    @unsafe
    func note(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
        _ route: UnsafePointer<CChar>?
    ) {
        guard isOn else { return }
        switch action {
        case SQLITE_READ, SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: unsafe note(first, suffix: "", route)
        case SQLITE_FUNCTION: unsafe note(second, suffix: "()", route)
        case SQLITE_SELECT, SQLITE_RECURSIVE, SQLITE_TRANSACTION, SQLITE_SAVEPOINT: break
        default: noteEverything()
        }
    }

    /// The statement depends on the schema as a whole.
    func noteEverything() {
        add(QueryDependency(QueryDependency.everything))
    }

    @unsafe
    private func note(_ name: UnsafePointer<CChar>?, suffix: StaticString, _ route: UnsafePointer<CChar>?) {
        let place = (UInt(bitPattern: name), UInt(bitPattern: route))
        guard place != last, let name = unsafe name else { return }
        last = place
        add(
            QueryDependency(
                unsafe String(cString: name).lowercased() + String(describing: suffix),
                route: unsafe route.map { unsafe String(cString: $0).lowercased() }))
    }

    private func add(_ dependency: QueryDependency) {
        if !seen.contains(dependency) { seen.append(dependency) }
    }
}
