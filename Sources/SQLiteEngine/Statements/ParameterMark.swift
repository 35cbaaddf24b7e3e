import SnapshotModel

/// One parameter as it is written in a statement.
struct ParameterMark: Sendable, Equatable {
    /// The name without its mark; `nil` for `?`, `?1` and `$1`.
    var name: String?
    /// As SQLite counts.
    var index: Int
    /// The number of `?2` or `$2`.
    var number: Int?
    /// Whether it is written `$2`, which SQLite takes for a name.
    var isDollarNumber: Bool
    /// Where it stands first in the file.
    var offset: Int
    /// As written.
    var text: String

    /// The parameters of a statement in the order of their indices, numbered as SQLite does it
    /// (https://www.sqlite.org/lang_expr.html#varparam).
    static func all(in statement: StatementTokens) -> [ParameterMark] {
        let bytes = statement.bytes
        var marks: [ParameterMark] = []
        var last = 0
        for token in statement.all where token.kind == .parameter {
            let text = statement.text(token)
            let name = Substring(text.utf8.dropFirst())
            let mark = bytes[token.range.lowerBound]
            let isQuestion = mark == UInt8(ascii: "?")
            // Only digits are a number, and most names begin with none.
            let number = name.utf8.first.map({ $0 <= UInt8(ascii: "9") }) ?? false ? Int(name) : nil
            var index = last + 1
            if isQuestion {
                if let number { index = number }
                if marks.contains(where: { $0.index == index }) { continue }
            } else if marks.contains(where: { $0.text == text }) {
                continue
            }
            last = max(last, index)
            let isDollarNumber = mark == UInt8(ascii: "$") && number != nil
            marks.append(
                ParameterMark(
                    name: isQuestion || isDollarNumber ? nil : String(name), index: index,
                    number: isQuestion || isDollarNumber ? number : nil, isDollarNumber: isDollarNumber,
                    offset: token.range.lowerBound, text: text))
        }
        if marks.contains(where: { $0.index > 1 }) { marks.sort { $0.index < $1.index } }
        return marks
    }

    /// How an annotation names it: by name, or by its number among the arguments.
    var annotationName: String {
        name ?? String(isDollarNumber ? number ?? index : index)
    }
}
