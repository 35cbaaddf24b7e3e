/// What a database's tables and named queries are, as far as the database itself could tell: the tool's central value.
///
/// An engine makes it, the store on disk keeps it (`.xtraq/snapshots/`), the generator reads it. It is the same on every
/// machine for the same sources and engine version: nothing in it is a time, a machine, or a version.
package struct Snapshot: Sendable, Equatable {
    /// The engine that it was taken with.
    package var engine: EngineName
    /// The query files in the order of their paths.
    package var files: [QueryFile]
    /// The tables and views in the order of schema and name.
    package var tables: [Table]

    /// Makes a snapshot.
    package init(engine: EngineName, files: [QueryFile] = [], tables: [Table] = []) {
        self.engine = engine
        self.files = files
        self.tables = tables
    }
}

/// The engines that the tool knows.
package enum EngineName: String, Sendable, CaseIterable {
    case sqlite, postgresql
}
