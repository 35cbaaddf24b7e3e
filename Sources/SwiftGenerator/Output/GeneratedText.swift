/// A generated file taken apart again: what stands in it for each query and each row type.
///
/// Generated code has one shape, so that no parser of Swift is needed: what is ours begins with exactly four spaces, SQL with
/// at least eight, and blocks are parted by an empty line.
struct GeneratedText: Sendable {
    /// A function with the row type of its own, and its statement.
    struct Function: Sendable, Equatable {
        var name: String
        var interface: Substring
        var statement: Substring
    }

    /// A row type that queries share.
    struct Row: Sendable, Equatable {
        var name: String
        var text: Substring
    }

    /// The query file that it was made of; `nil` for what was made of all.
    var source: String?
    /// The namespace that it extends; `nil` where it extends none.
    var namespace: String?
    /// In the order of the file.
    var functions: [Function] = []
    /// In the order of the file.
    var rows: [Row] = []

    /// Takes a file apart; `nil` where it is not one of ours.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(GeneratedFormat.mark) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if let header = lines.popFirst(), let place = header.range(of: " Source: ") {
            source = String(header[place.upperBound...])
        }

        var interfaces: [(name: String, first: Substring, last: Substring)] = []
        var statements: [String: Substring] = [:]
        var section = Section.none
        var block: [Substring] = []
        func finish() {
            defer { block = [] }
            guard let first = block.first, let last = block.last else { return }
            let whole = text[first.startIndex..<last.endIndex]
            switch section {
            case .none: break
            case .interface:
                if let name = Self.name(in: block, behind: "    public static func ") {
                    interfaces.append((name, whole, whole))
                } else if let name = Self.name(in: block, behind: "    public nonisolated struct ") {
                    if interfaces.isEmpty {
                        rows.append(Row(name: name, text: whole))
                    } else {
                        interfaces[interfaces.count - 1].last = whole
                    }
                }
            case .statements:
                if let name = Self.name(in: block, behind: "    static let ") { statements[name] = whole }
            }
        }
        while let line = lines.popFirst() {
            if line.hasPrefix("nonisolated extension ") {
                namespace = Self.name(line, behind: "nonisolated extension ")
                section = .interface
            } else if line == "private nonisolated enum Statements {" {
                section = .statements
            } else if line == "}" {
                finish()
                section = .none
            } else if section != .none {
                let isBoundary =
                    line.isEmpty && (lines.first.map { $0.hasPrefix("    ") && !$0.hasPrefix("     ") } ?? true)
                if isBoundary { finish() } else { block.append(line) }
            }
        }
        functions = interfaces.map { interface in
            Function(
                name: interface.name, interface: text[interface.first.startIndex..<interface.last.endIndex],
                statement: statements[interface.name] ?? "")
        }
    }

    private enum Section { case none, interface, statements }

    private static func name(in block: [Substring], behind prefix: String) -> String? {
        for line in block {
            if let name = name(line, behind: prefix) { return name }
        }
        return nil
    }

    /// The identifier that follows, without backticks.
    private static func name(_ line: Substring, behind prefix: String) -> String? {
        guard line.hasPrefix(prefix) else { return nil }
        let rest = line.dropFirst(prefix.count).drop { $0 == "`" }
        return String(String.UnicodeScalarView(rest.unicodeScalars.prefix { $0.canContinueIdentifier }))
    }
}

extension Substring {
    /// Where another text stands in this one.
    fileprivate func range(of other: String) -> Range<Index>? {
        let wanted = Array(other.utf8)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: wanted) {
                return start..<utf8.index(start, offsetBy: wanted.count)
            }
            start = utf8.index(after: start)
        }
        return nil
    }
}
