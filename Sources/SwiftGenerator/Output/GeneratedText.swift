/// A generated file taken apart again: what stands in it for each query and each row type.
///
/// Generated code has one shape, so that no parser of Swift is needed: what is ours begins with exactly four spaces, SQL
/// with at least eight, and blocks are parted by an empty line.
struct GeneratedText: Sendable {
    /// A function with the row type of its own, and its statement.
    struct Function: Sendable, Equatable {
        var name: String
        var interface: ArraySlice<UInt8>
        var statement: ArraySlice<UInt8>
    }

    /// A row type that queries share.
    struct Row: Sendable, Equatable {
        var name: String
        var text: ArraySlice<UInt8>
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
        guard GeneratedFormat.isOurs(bytes) else { return nil }
        var reader = BlockReader(bytes)
        source = reader.source
        var interfaces: [(name: String, range: Range<Int>)] = []
        var statements: [String: Range<Int>] = [:]
        while let block = reader.next() {
            switch block.kind {
            case .function(let name): interfaces.append((name, block.range))
            case .row(let name):
                if let last = interfaces.indices.last {
                    interfaces[last].range = interfaces[last].range.lowerBound..<block.range.upperBound
                } else {
                    rows.append(Row(name: name, text: bytes[block.range]))
                }
            case .statement(let name): statements[name] = block.range
            case .other: break
            }
        }
        namespace = reader.namespace
        functions = interfaces.map { interface in
            Function(
                name: interface.name, interface: bytes[interface.range],
                statement: statements[interface.name].map { bytes[$0] } ?? [])
        }
    }
}

/// Walks the blocks of a generated file.
private struct BlockReader {
    struct Block {
        enum Kind {
            case function(String), row(String), statement(String), other
        }

        var kind: Kind
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    /// Where the next line begins.
    private var place = 0
    /// Whether the reader is within the braces of an extension or of the statements.
    private var isInside = false
    /// What the header names.
    private(set) var source: String?
    /// What the file extends.
    private(set) var namespace: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard let header = line() else { return }
        if let mark = Self.find(" Source: ", in: bytes[header]) {
            source = String(decoding: bytes[mark..<header.upperBound], as: UTF8.self)
        }
    }

    /// The next block; `nil` behind the last.
    mutating func next() -> Block? {
        var range: Range<Int>?
        var kind = Block.Kind.other
        func finished() -> Block? { range.map { Block(kind: kind, range: $0) } }
        while let line = line() {
            guard isInside else {
                if starts(line, Self.extensionStart) {
                    namespace = identifier(line.dropFirst(Self.extensionStart.count))
                    isInside = true
                } else if starts(line, Self.statementsStart) {
                    isInside = true
                }
                continue
            }
            if line.isEmpty {
                // Within a row type an empty line is followed by a deeper one.
                if endsBlock(at: place), let block = finished() { return block }
            } else if bytes[line.lowerBound] == UInt8(ascii: "}") {
                isInside = false
                if let block = finished() { return block }
            } else {
                if case .other = kind { kind = self.kind(of: line) }
                range = (range?.lowerBound ?? line.lowerBound)..<line.upperBound
            }
        }
        return finished()
    }

    private static let extensionStart = Array("nonisolated extension ".utf8)
    private static let statementsStart = Array("private nonisolated enum Statements {".utf8)
    private static let functionStart = Array("    public static func ".utf8)
    private static let rowStart = Array("    public nonisolated struct ".utf8)
    private static let choicesStart = Array("    public nonisolated enum ".utf8)
    private static let statementStart = Array("    static let ".utf8)

    private func kind(of line: Range<Int>) -> Block.Kind {
        if starts(line, Self.functionStart) { return .function(identifier(line.dropFirst(Self.functionStart.count))) }
        if starts(line, Self.rowStart) { return .row(identifier(line.dropFirst(Self.rowStart.count))) }
        if starts(line, Self.choicesStart) { return .row(identifier(line.dropFirst(Self.choicesStart.count))) }
        if starts(line, Self.statementStart) {
            return .statement(identifier(line.dropFirst(Self.statementStart.count)))
        }
        return .other
    }

    /// The range of the next line, without its end.
    private mutating func line() -> Range<Int>? {
        guard place < bytes.count else { return nil }
        let start = place
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        place = min(end + 1, bytes.count)
        return start..<end
    }

    private func endsBlock(at place: Int) -> Bool {
        guard place + 4 < bytes.count else { return true }
        return bytes[place + 4] != UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "}")
    }

    private func starts(_ line: Range<Int>, _ prefix: [UInt8]) -> Bool {
        line.count >= prefix.count && bytes[line.lowerBound] == prefix[0] && bytes[line].starts(with: prefix)
    }

    /// The identifier at the beginning, without backticks.
    private func identifier(_ range: Range<Int>) -> String {
        let rest = bytes[range].drop { $0 == UInt8(ascii: "`") }
        let end = rest.firstIndex { $0 < 0x80 && !Unicode.Scalar($0).canContinueIdentifier } ?? rest.endIndex
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// Where a text ends, where it stands first.
    private static func find(_ wanted: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array("\(wanted)".utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in bytes.startIndex...bytes.endIndex - wanted.count where bytes[start...].starts(with: wanted) {
            return start + wanted.count
        }
        return nil
    }
}
