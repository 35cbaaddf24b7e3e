import SnapshotModel

/// The calls of `json_object` that a statement's text holds, by the names of their members.
///
/// `EXPLAIN` does not tell how many arguments a function of any number was called with (it says -1); the text does.
struct JSONObjectCalls {
    /// The names of each call all of whose names are literals, in their order; no two are alike.
    private(set) var names: [[String]] = []

    /// No call.
    init() {}

    /// Finds those of a statement.
    init(_ statement: ArraySlice<UInt8>) {
        let bytes = Array(statement)
        let tokens = StatementTokens(bytes, in: 0..<bytes.count)
        for place in tokens.all.indices where tokens.isKeyword(place, "JSON_OBJECT") && tokens.isText(place + 1, "(") {
            guard let call = Self.names(from: place + 2, in: tokens), !names.contains(call) else { continue }
            names.append(call)
        }
    }

    /// The names in a call whose arguments begin at a place; `nil` where one is no literal.
    private static func names(from start: Int, in tokens: StatementTokens) -> [String]? {
        var names: [String] = []
        var (depth, isName, first) = (0, true, start)
        for place in start..<max(start, tokens.all.count) {
            let isEnd = depth == 0 && tokens.isText(place, ")")
            if depth == 0, isEnd || tokens.isText(place, ",") {
                if isName {
                    guard place == first + 1, let name = tokens.literal(first) else { return nil }
                    names.append(name)
                }
                if isEnd { return isName ? nil : names }
                (isName, first) = (!isName, place + 1)
            } else if tokens.isText(place, "(") {
                depth += 1
            } else if tokens.isText(place, ")") {
                depth -= 1
            }
        }
        return nil
    }
}

extension StatementTokens {
    /// The text that a literal stands for; `nil` where the token is none.
    func literal(_ place: Int) -> String? {
        guard all.indices.contains(place), all[place].kind == .string else { return nil }
        return text(all[place]).dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
            .joined(separator: "'")
    }
}
