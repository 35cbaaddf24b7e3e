/// What SQLite's built-in functions answer: their storage classes, and when NULL
/// (sqlite.org/lang_corefunc.html, lang_mathfunc.html, lang_datefunc.html, json1.html, lang_aggfunc.html).
///
/// Only what the documentation promises, and 3.40 was seen to keep, stands here; a function that is not listed can
/// answer anything.
enum FunctionRules {
    /// When a function answers NULL.
    enum Nullability: Sendable {
        case never
        /// Where one of its arguments is NULL, and only there.
        case anyArgument
        /// Where its first argument is NULL, and only there.
        case firstArgument
        case maybe
    }

    /// What a scalar function answers.
    struct Rule: Sendable {
        var classes: StorageClasses
        var nullability: Nullability
        /// Whether the answer has the type of the arguments.
        var keepsArgument = false
        /// Whether the answer is 0 or 1 where it is not NULL.
        var isPredicate = false
    }

    /// The rule of a scalar function; `nil` where none is known.
    static func scalar(_ name: Substring) -> Rule? {
        name == "min" || name == "max"
            ? Rule(classes: .something, nullability: .anyArgument, keepsArgument: true) : scalars[String(name)]
    }

    private static let scalars: [String: Rule] = {
        var rules: [String: Rule] = [:]
        func add(_ names: [String], _ classes: StorageClasses, _ nullability: Nullability) {
            for name in names { rules[name] = Rule(classes: classes, nullability: nullability) }
        }
        add(["typeof", "quote", "hex", "char", "sqlite_version", "sqlite_source_id"], .text, .never)
        add(["current_timestamp", "current_date", "current_time"], .text, .never)
        add(["json_array", "json_object", "json_quote"], .text, .never)
        add(["random", "changes", "total_changes", "last_insert_rowid"], .integer, .never)
        add(["randomblob", "zeroblob"], .blob, .never)
        add(["pi"], .real, .never)
        add(["lower", "upper", "replace", "trim", "ltrim", "rtrim"], .text, .anyArgument)
        add(["length", "instr", "like", "glob", "octet_length"], .integer, .anyArgument)
        add(["unicode", "sign"], .integer, .maybe)
        add(["printf", "format"], .text, .maybe)  // NULL where the result is empty
        add(["substr", "substring"], [.text, .blob], .anyArgument)
        add(["round"], .real, .anyArgument)
        add(["json_valid"], .integer, .anyArgument)
        add(["json", "json_remove", "json_set", "json_insert", "json_replace", "json_patch"], .text, .maybe)
        add(["json_array_length"], .integer, .maybe)
        add(["json_type", "->"], .text, .maybe)
        add(["date", "time", "datetime", "strftime", "timediff"], .text, .maybe)
        add(["julianday"], .real, .maybe)
        add(["unixepoch"], .integer, .maybe)
        add(
            ["acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cos", "cosh", "degrees", "exp", "ln"], .real,
            .maybe)
        add(
            ["log", "log10", "log2", "pow", "power", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "mod"], .real,
            .maybe)
        add(["ceil", "ceiling", "floor", "trunc"], .number, .maybe)
        add(["snippet", "highlight"], .text, .maybe)
        add(["bm25"], .real, .never)
        for name in ["like", "glob", "json_valid"] { rules[name]?.isPredicate = true }
        rules["abs"] = Rule(classes: .number, nullability: .anyArgument, keepsArgument: true)
        rules["nullif"] = Rule(classes: .something, nullability: .maybe, keepsArgument: true)
        for name in ["likely", "unlikely", "likelihood"] {
            rules[name] = Rule(classes: .something, nullability: .firstArgument, keepsArgument: true)
        }
        return rules
    }()

    /// What an aggregate or window function answers.
    struct AggregateRule: Sendable {
        var classes: StorageClasses
        /// Whether it answers NULL where nothing but NULL was added.
        var isNullWithoutValues: Bool
        /// Whether the answer has the type of the argument.
        var keepsArgument = false
        /// Whether it can be NULL all the same.
        var isAlwaysOptional = false
    }

    /// The rule of an aggregate or window function; `nil` where none is known.
    static func aggregate(_ name: Substring) -> AggregateRule? {
        switch name {
        case "count", "row_number", "rank", "dense_rank", "ntile": .init(classes: .integer, isNullWithoutValues: false)
        case "total", "percent_rank", "cume_dist": .init(classes: .real, isNullWithoutValues: false)
        case "json_group_array", "json_group_object": .init(classes: .text, isNullWithoutValues: false)
        case "sum": .init(classes: .number, isNullWithoutValues: true, keepsArgument: true)
        case "avg": .init(classes: .real, isNullWithoutValues: true)
        case "group_concat", "string_agg": .init(classes: .text, isNullWithoutValues: true)
        case "min", "max": .init(classes: .something, isNullWithoutValues: true, keepsArgument: true)
        case "first_value", "last_value", "nth_value", "lag", "lead":
            .init(classes: .something, isNullWithoutValues: true, keepsArgument: true, isAlwaysOptional: true)
        default: nil
        }
    }

    /// Whether a date function of literals alone is known to answer: `'now'` (or nothing) and well-formed modifiers.
    static func isKnownMoment(_ arguments: [String?]) -> Bool {
        guard let first = arguments.first else { return true }
        // Six times 999 years either way stay within the years that SQLite knows, -4713 to 9999.
        guard first?.lowercased() == "now", arguments.count <= 7 else { return false }
        return arguments.dropFirst().allSatisfy { $0.map(isModifier) ?? false }
    }

    private static func isModifier(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ")
        switch words.count {
        case 1: return ["localtime", "utc", "subsec", "subsecond"].contains(words[0])
        case 2:
            let units = ["second", "minute", "hour", "day", "month", "year"]
            let unit = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
            if words[0] == "weekday" { return words[1].count == 1 && ("0"..."6").contains(words[1]) }
            let digits = words[0].drop { $0 == "+" || $0 == "-" }
            return units.contains(String(unit)) && (1...3).contains(digits.count) && digits.allSatisfy(\.isWholeNumber)
        case 3: return words[0] == "start" && words[1] == "of" && ["month", "year", "day"].contains(words[2])
        default: return false
        }
    }
}
