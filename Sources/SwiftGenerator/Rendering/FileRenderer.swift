import SnapshotModel

/// Writes one generated file.
struct FileRenderer {
    let layout: SchemaLayout
    let conformances: Set<GeneratorConfiguration.Conformance>
    var out: SourceBuffer

    init(layout: SchemaLayout, conformances: Set<GeneratorConfiguration.Conformance>, capacity: Int) {
        self.layout = layout
        self.conformances = conformances
        out = SourceBuffer(capacity: capacity)
    }

    // MARK: Files

    /// Functions, their own row types, and the statements behind them.
    mutating func renderQueries(_ queries: ArraySlice<PlannedQuery>, source: String) {
        header(source: source)
        let needsFoundation = queries.contains { query in
            query.inputs.contains { $0.type.needsFoundation }
                || (query.row == .own || query.row == .scalar) && query.fields.contains { $0.type.needsFoundation }
        }
        imports(foundation: needsFoundation)
        out.append("nonisolated extension ")
        out.append(identifier: layout.namespace)
        out.append(" {\n")
        var statements: [(function: String, rowType: String?, query: PlannedQuery)] = []
        statements.reserveCapacity(queries.count)
        var isFirst = true
        for query in queries {
            if !isFirst { out.append("\n") }
            isFirst = false
            let function = layout.function(of: query)
            let rowType = layout.rowType(of: query, function: function)
            renderFunction(query, named: function, rowType: rowType)
            if query.row == .own, let rowType {
                out.append("\n    /// A row of `")
                out.append(function)
                out.append("`.\n")
                renderRow(named: rowType, query.fields)
            }
            statements.append((function, rowType, query))
        }
        out.append("}\n\n/// The queries as data.\nprivate nonisolated enum Statements {\n")
        isFirst = true
        for (function, rowType, query) in statements {
            if !isFirst { out.append("\n") }
            isFirst = false
            renderStatement(query, named: function, rowType: rowType)
        }
        out.append("}\n")
    }

    /// The row types that queries of a schema share.
    mutating func renderSharedRows(_ rows: ArraySlice<SchemaLayout.SharedRow>) {
        header(source: nil)
        // Its types are named in the decoders alone, which are internal.
        imports(foundation: rows.contains { $0.fields.contains { $0.type.needsFoundation } }, library: "import")
        out.append("nonisolated extension ")
        out.append(identifier: layout.namespace)
        out.append(" {\n")
        var isFirst = true
        for row in rows {
            if !isFirst { out.append("\n") }
            isFirst = false
            switch row.source {
            case .annotation: out.append("    /// A row as several queries may return it.\n")
            case .table(let table):
                out.append("    /// A row of the table `")
                out.append(Self.plain(table))
                out.append("`, all columns.\n")
            }
            renderRow(named: layout.name(of: row), row.fields)
        }
        out.append("}\n")
    }

    /// The namespace.
    mutating func renderNamespace(renamed: [(query: String, function: String)]) {
        header(source: nil)
        out.append("/// The named queries of schema `")
        out.append(Self.plain(layout.schema))
        out.append("`.\n")
        if !renamed.isEmpty {
            out.append(
                "///\n/// Some functions keep the spelling of their query, because the Swift name would not be unique or is taken:\n"
            )
            for (query, function) in renamed {
                out.append("/// - `")
                out.append(Self.plain(query))
                out.append("`: ``")
                out.append(function)
                out.append("``\n")
            }
        }
        out.append("public nonisolated enum ")
        out.append(identifier: layout.namespace)
        out.append(": Sendable {}\n")
    }

    private mutating func header(source: String?) {
        out.append("// xtraq:generated v")
        out.append(GeneratedFormat.version)
        out.append(" — do not edit.")
        if let source {
            out.append(" Source: ")
            out.append(Self.plain(source))
        }
        out.append("\n// swift-format-ignore-file\n// swiftlint:disable all\n\n")
    }

    private mutating func imports(foundation: Bool, library: StaticString = "public import") {
        if foundation { out.append("public import Foundation\n") }
        out.append(library)
        out.append(" XtraqSQLite\n\n")
    }

    /// Text for a line of a comment: what would end the line is left out.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
