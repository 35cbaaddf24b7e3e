package import Diagnostics

/// One named query as it stands in its file, before any database has seen it.
package struct ParsedQuery: Sendable {
    package var name: String
    /// Where the name stands.
    package var nameOffset: Int
    package var cardinality: Cardinality
    /// The statement, from its first to its last token, without the semicolon; empty where there is none.
    package var statement: Range<Int>
    package var annotations: QueryAnnotations
}

/// The queries of one file, and what is wrong with them.
package struct ParsedQueryFile: Sendable {
    package var source: SourceFile
    package var queries: [ParsedQuery]
    package var findings: [Finding]
}
