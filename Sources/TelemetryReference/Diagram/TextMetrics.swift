/// How wide a text is, from the widths of Helvetica, whose metrics Arial and Liberation Sans share.
///
/// The widths are those of Adobe's font metrics for the characters 32 to 126, in thousandths of the size.
enum TextMetrics {
    private static let regular = table(
        """
        278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 \
        584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 \
        667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 \
        278 556 500 722 500 500 500 334 260 334 584
        """)
    private static let bold = table(
        """
        278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 \
        584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 \
        667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 \
        333 611 556 778 556 556 500 389 280 389 584
        """)

    private static func table(_ widths: String) -> [Double] {
        widths.split(separator: " ").map { Double($0) ?? 1000 }
    }

    /// The width of a text; what the table does not have counts as a full em.
    static func width(_ text: String, size: Double, isBold: Bool) -> Double {
        let widths = isBold ? bold : regular
        let total = text.unicodeScalars.reduce(0.0) { sum, scalar in
            let place = Int(scalar.value) - 32
            if scalar == "≤" { return sum + 549 }
            return sum + (widths.indices.contains(place) ? widths[place] : 1000)
        }
        return total * size / 1000
    }

    /// The words of a text in lines that are no wider than `limit`; a word that is wider stands alone.
    static func lines(_ text: String, size: Double, limit: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, width("\(last) \(word)", size: size, isBold: false) <= limit {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
