/// The words of a name, however it is spelled: `order_id`, `orderID`, `Order Id`, `ORDER_ID`.
struct Words {
    /// In the spelling of the source.
    let words: [String]
    /// Whether the source has no lower-case letter, so that capitals say nothing.
    private let isAllCapitals: Bool

    /// Takes a name apart.
    ///
    /// Words end at whatever cannot be part of an identifier and at underscores, between a lower-case letter or digit and a
    /// capital, and before the last of several capitals that a lower-case letter follows (`HTTPServer`).
    init(_ name: String) {
        if let words = Self.plainWords(name) {
            self.words = words
            isAllCapitals = false
            return
        }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var hasLowercase = false
        let scalars = Array(name.unicodeScalars)
        func finish() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for (place, scalar) in scalars.enumerated() {
            guard scalar != "_", scalar.canContinueIdentifier else {
                finish()
                continue
            }
            let isUpper = scalar.isUpper
            if !isUpper, scalar.isLower { hasLowercase = true }
            if isUpper, let previous = word.last {
                let next = place + 1 < scalars.count ? scalars[place + 1] : nil
                let beginsWord = next.map { $0.isLower } ?? false
                if !previous.isUpper || beginsWord && !Self.isPlural(scalars[place...]) { finish() }
            }
            // A mark that only continues a word cannot begin one.
            if word.isEmpty, !scalar.canBeginIdentifier, !scalar.isDigit { continue }
            word.append(scalar)
        }
        finish()
        self.words = words
        isAllCapitals = !hasLowercase
    }

    /// The words of a name in small letters, digits and underscores, as most are; `nil` for any other.
    private static func plainWords(_ name: String) -> [String]? {
        var hasLetter = false
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
            default: return nil
            }
        }
        guard hasLetter else { return nil }
        return name.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
    }

    /// Whether the capital ends an acronym and a plural's `s` follows: the `D` of `userIDs`.
    private static func isPlural(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let next = rest.dropFirst()
        guard next.first == "s" else { return false }
        guard let behind = next.dropFirst().first else { return true }
        return !behind.isLower
    }

    /// The words as the name of a value: `orderID`.
    var lowerCamelCase: String { camelCase(firstIsLower: true) }

    /// The words as the name of a type: `OrderID`.
    var upperCamelCase: String { camelCase(firstIsLower: false) }

    private func camelCase(firstIsLower: Bool) -> String {
        var name = ""
        for (place, word) in words.enumerated() {
            if place == 0, firstIsLower {
                name += isAllCapitals || Acronym.of(word) != nil ? word.lowercased() : Self.lowercasingFirst(word)
            } else if let acronym = Acronym.of(word) {
                name += acronym
            } else {
                name += Self.capitalized(isAllCapitals ? word.lowercased() : word)
            }
        }
        return name
    }

    private static func capitalized(_ word: String) -> String {
        guard let first = word.unicodeScalars.first else { return word }
        // Most words begin with a letter of ASCII, and Unicode's tables are slow.
        let start = first.isASCII ? String(first).uppercased() : first.properties.titlecaseMapping
        return start + String(word.unicodeScalars.dropFirst())
    }

    /// `Order` becomes `order`, `GDPRRequest`'s first word `gdpr`.
    private static func lowercasingFirst(_ word: String) -> String {
        if word.unicodeScalars.allSatisfy({ !$0.isLower }) { return word.lowercased() }
        guard let first = word.unicodeScalars.first else { return word }
        let start = first.isASCII ? String(first).lowercased() : first.properties.lowercaseMapping
        return start + String(word.unicodeScalars.dropFirst())
    }
}

/// Words that are written in one case throughout, as the API Design Guidelines have it.
enum Acronym {
    private static let known: [String: String] = {
        var known: [String: String] = [:]
        for word in [
            "API", "CPU", "CSS", "CSV", "DNS", "EAN", "FTP", "GPS", "HTML", "HTTP", "HTTPS", "IBAN", "ID", "IP", "ISBN",
            "JSON",
            "PDF", "RGB", "SKU", "SQL", "SSH", "SSL", "TCP", "TLS", "UDP", "UI", "URI", "URL", "UTC", "UTF", "UUID",
            "VAT",
            "XML",
        ] {
            known[word.lowercased()] = word
        }
        known["ids"] = "IDs"
        known["urls"] = "URLs"
        known["uuids"] = "UUIDs"
        return known
    }()

    /// The word in capitals, if it is one of them.
    static func of(_ word: String) -> String? {
        word.utf8.count <= 5 ? known[word.lowercased()] : nil
    }
}
