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
        Self.header(source: source, to: &out)
        let needsFoundation = queries.contains { query in
            query.inputs.contains { $0.type.needsFoundation }
                || (query.row == .own || query.row == .scalar) && query.fields.contains(where: \.needsFoundation)
        }
        Self.imports(foundation: needsFoundation, isPublic: true, to: &out)
        Self.openExtension(of: layout.namespace, to: &out)
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
            if let json = layout.scalarJSON(of: query, function: function) {
                renderJSON(json.objects, of: query.fields.first?.column ?? "", indentation: 4)
            }
            renderChoices(query, named: function)
            statements.append((function, rowType, query))
        }
        out.append("}\n")
        Self.openStatements(to: &out)
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
        Self.header(source: nil, to: &out)
        // Its types are named in the decoders alone, which are internal, but for that of JSON.
        Self.imports(
            foundation: rows.contains { $0.fields.contains(where: \.needsFoundation) },
            isPublic: rows.contains { $0.fields.contains { $0.type.reader == "json" } }, to: &out)
        Self.openExtension(of: layout.namespace, to: &out)
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
    mutating func renderNamespace() {
        let renamed = layout.renamed
        Self.header(source: nil, to: &out)
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

    // MARK: Frames

    /// The lines that mark a file as ours.
    static func header(source: String?, to out: inout SourceBuffer) {
        out.append("// xtraq:generated v")
        out.append(GeneratedFormat.version)
        out.append(" — do not edit.")
        if let source {
            out.append(" Source: ")
            out.append(plain(source))
        }
        out.append("\n// swift-format-ignore-file\n// swiftlint:disable all\n\n")
    }

    static func imports(foundation: Bool, isPublic: Bool, to out: inout SourceBuffer) {
        if foundation { out.append("public import Foundation\n") }
        out.append(isPublic ? "public import XtraqSQLite\n\n" : "import XtraqSQLite\n\n")
    }

    static func openExtension(of namespace: String, to out: inout SourceBuffer) {
        out.append("nonisolated extension ")
        out.append(identifier: namespace)
        out.append(" {\n")
    }

    static func openStatements(to out: inout SourceBuffer) {
        out.append("\n/// The queries as data.\nprivate nonisolated enum Statements {\n")
    }

    /// Text for a line of a comment: what would end the line is left out.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
