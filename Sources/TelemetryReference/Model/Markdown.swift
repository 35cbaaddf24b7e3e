/// Pieces of Markdown.
enum Markdown {
    /// A table; no empty one is made.
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        return ([head, head.map { _ in "---" }] + rows).map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
            .joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }

    /// A block of text in a language.
    static func block(_ text: String, _ language: String) -> String {
        "```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n"
    }

    /// The note at the beginning of a page.
    static func note(_ command: String) -> String {
        "<!-- Made from the catalogue by `\(command)`. Do not edit: change the catalogue and make it again. -->\n"
    }
}

/// Numbers in sentences.
enum Phrase {
    /// `1 field`, `2 fields`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
