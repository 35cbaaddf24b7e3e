/// Numbers as people read them.
package enum Figures {
    /// A duration with three significant digits: `0.31 ms`, `184 ms`, `1.84 s`, `2 min 05 s`.
    package static func duration(_ milliseconds: Double) -> String {
        if milliseconds < 999.5 { return "\(significant(milliseconds)) ms" }
        if milliseconds < 59_950 { return "\(significant(milliseconds / 1000)) s" }
        let seconds = Int((milliseconds / 1000).rounded())
        if seconds < 3600 { return "\(seconds / 60) min \(padded(seconds % 60)) s" }
        return "\(seconds / 3600) h \(padded(seconds / 60 % 60)) min"
    }

    /// A size in decimal units: `812 B`, `18.4 kB`, `21.4 MB`.
    package static func bytes(_ count: Int) -> String {
        if count < 1000 { return "\(count) B" }
        var value = Double(count)
        for unit in ["kB", "MB", "GB", "TB"] {
            value /= 1000
            if value < 999.5 { return "\(significant(value)) \(unit)" }
        }
        return "\(significant(value / 1000)) PB"
    }

    /// A whole number with its thousands apart: `1,204`.
    package static func count(_ count: Int) -> String {
        let digits = String(count.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return count < 0 ? "-" + text : text
    }

    /// A share in whole percent; `<1 %` for a little.
    static func percent(_ part: Double, of whole: Double) -> String {
        guard whole > 0 else { return "" }
        let percent = part / whole * 100
        return percent > 0 && percent < 0.5 ? "<1 %" : "\(Int(percent.rounded())) %"
    }

    /// Three significant digits, no exponent: 0.312, 1.2, 18.4, 184.
    static func significant(_ value: Double) -> String {
        if value >= 99.95 { return String(Int(value.rounded())) }
        let decimals = value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3
        let scale = [1, 10, 100, 1000][decimals]
        let scaled = Int((value * Double(scale)).rounded())
        let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: scale)
        guard fraction > 0 else { return String(whole) }
        let digits = String(fraction)
        return "\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
