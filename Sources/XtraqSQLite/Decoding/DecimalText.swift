#if SQLite
import Foundation

/// Decimal numbers in text.
enum DecimalText {
    /// The number, if the text is one as a whole: `Decimal(string:)` takes "12 apples" for 12.
    static func decimal(_ text: String) -> Decimal? {
        guard isNumber(text.utf8) else { return nil }
        guard let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")), !value.isNaN else {
            return nil
        }
        return value
    }

    /// Whether it is `[+-]digits[.digits][e[+-]digits]` with a digit before or behind the point.
    private static func isNumber(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        skipSign(&rest)
        var digits = skipDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits += skipDigits(&rest)
        }
        guard digits > 0 else { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            skipSign(&rest)
            guard skipDigits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func skipSign(_ text: inout Substring.UTF8View) {
        if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") { text = text.dropFirst() }
    }

    private static func skipDigits(_ text: inout Substring.UTF8View) -> Int {
        var count = 0
        while let byte = text.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            text = text.dropFirst()
            count += 1
        }
        return count
    }
}
#endif
