/// The instructions of a statement, with what their `P4` name.
struct Program: Sendable {
    var instructions: [Instruction] = []
    /// The texts that it loads; the first is the empty one.
    var texts = [""]
    /// The functions that it calls.
    var functions: [CalledFunction] = []

    /// The number of a text; equal texts have one number.
    mutating func number(of text: String) -> Int {
        if let number = texts.firstIndex(of: text) { return number }
        texts.append(text)
        return texts.count - 1
    }

    /// The number of a function; equal functions have one number.
    mutating func number(of function: CalledFunction) -> Int {
        if let number = functions.firstIndex(where: { $0.text == function.text }) { return number }
        functions.append(function)
        return functions.count - 1
    }
}

/// The functions that the statements of a connection were seen to call: a few dozen, of which each is read once.
///
/// Used by the one thread that uses its connection.
final class KnownFunctions {
    private var functions: [String: CalledFunction] = [:]

    /// The function as `EXPLAIN` shows it.
    func function(_ text: String) -> CalledFunction {
        if let function = functions[text] { return function }
        let function = CalledFunction(text)
        functions[text] = function
        return function
    }
}

/// A function that a program calls, with what is known of it.
struct CalledFunction: Sendable {
    /// As `EXPLAIN` shows it: `substr(3)`.
    let text: String
    let name: Substring
    /// -1 where the function takes any number; 0 where none is written.
    let argumentCount: Int
    /// What it answers as an aggregate or window function.
    let aggregate: FunctionRules.AggregateRule?
    /// Whether it adds up numbers, so that infinities can meet in it.
    let isSummation: Bool
    let isSum: Bool
    /// Whether it gathers a JSON array or object.
    let gathersJSON: Bool
    /// What it answers as a scalar function.
    let scalar: FunctionRules.Rule?
    /// Whether it may have to do with JSON: by its name, or because it answers one of its arguments.
    let mayAnswerJSON: Bool

    /// Reads what `EXPLAIN` shows.
    init(_ text: String) {
        self.text = text
        let bytes = text.utf8
        let open = UInt8(ascii: "(")
        name = Substring(bytes.prefix { $0 != open })
        argumentCount =
            if let place = bytes.lastIndex(of: open) {
                Int(Substring(bytes[bytes.index(after: place)...].prefix { $0 != UInt8(ascii: ")") })) ?? 0
            } else {
                0
            }
        aggregate = FunctionRules.aggregate(name)
        isSum = name == "sum"
        isSummation = isSum || name == "avg" || name == "total"
        gathersJSON = name == "json_group_array" || name == "json_group_object"
        scalar = FunctionRules.scalar(name)
        mayAnswerJSON = scalar?.keepsArgument ?? true || name.utf8.starts(with: "json".utf8) || name == "->"
    }
}
