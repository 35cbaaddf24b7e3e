import Diagnostics

/// What a value of the configuration may be, wherever it comes from.
enum ConfigurationValue {
    /// What is wrong with a value, and what to do.
    struct Problem {
        var message: String
        var notes: [String] = []
    }

    /// What is wrong with one value of a key; `nil` where nothing is.
    static func problem(with value: String, of key: ConfigurationKey) -> Problem? {
        switch key {
        case .module: module(value)
        case .database: database(value)
        case .output: output(value)
        case .schema, .queries: glob(value)
        case .conformances: conformance(value)
        default: nil
        }
    }

    /// What is wrong with the name of a Swift type; `nil` where nothing is.
    static func problem(swiftType text: String) -> String? {
        var depth = 0
        for character in text {
            switch character {
            case "[", "<": depth += 1
            case "]", ">": depth -= 1
            default:
                guard character.isLetter || character.isNumber || "_.:, `".contains(character) else {
                    return "“\(text)” is not the name of a Swift type."
                }
            }
            if depth < 0 { break }
        }
        guard depth == 0, text.contains(where: \.isLetter), text.first?.isNumber == false else {
            return "“\(text)” is not the name of a Swift type."
        }
        return nil
    }

    private static func module(_ value: String) -> Problem? {
        if ModuleName.isValid(value) { return nil }
        return Problem(
            message: "“\(value)” cannot name a Swift module.", notes: ["Try “\(ModuleName.cleaned(value))”."])
    }

    private static func database(_ value: String) -> Problem? {
        guard DatabaseURL(value) == nil else { return nil }
        let scheme = DatabaseURL.scheme(of: value).map { " (“\($0):”)" } ?? ""
        return Problem(
            message: "This names no kind of database that is known\(scheme).",
            notes: ["Write sqlite:app.db, or the path of the file."])
    }

    private static func output(_ value: String) -> Problem? {
        let parts = value.split(separator: "/", omittingEmptySubsequences: true)
        if value.hasPrefix("/") || parts.contains("..") {
            return Problem(message: "The output lies within the project: a relative path without “..”.")
        }
        if parts.isEmpty || parts.allSatisfy({ $0 == "." }) {
            return Problem(message: "The output is a folder of its own, not the project's.")
        }
        if parts.first == ".xtraq" || parts.first == ".git" {
            return Problem(message: "“\(parts[0])” is not a place for generated code.")
        }
        return nil
    }

    private static func glob(_ value: String) -> Problem? {
        do {
            _ = try Glob(value)
            return nil
        } catch {
            switch error {
            case .empty: return Problem(message: "A pattern is missing.")
            case .absolute, .leavesProject:
                return Problem(message: "A pattern is relative to the project and stays within it.")
            case .hidden: return Problem(message: "Names that begin with a dot are never looked at.")
            }
        }
    }

    private static func conformance(_ value: String) -> Problem? {
        let known = Conformance.allCases.map(\.rawValue)
        if known.contains(value) { return nil }
        let near = NearName.best(for: value, among: known)
        return Problem(
            message: "“\(value)” is no conformance that can be generated.",
            notes: [near.map { "Did you mean “\($0)”?" } ?? "They are \(known.joined(separator: ", "))."])
    }
}

/// What generated row types can be besides `Sendable`.
package enum Conformance: String, Sendable, CaseIterable {
    case equatable = "Equatable"
    case hashable = "Hashable"
    case codable = "Codable"
    case memberwiseInit
}
