/// Looks for what raw data looks like. Best effort: what it finds is worth a look, what it does not find may be there.
///
/// Each pattern is one walk through the text: a stranger's file cannot make the search long.
package enum LeakPatterns {
    /// No text of a document is longer: what follows is not looked at.
    private static let longest = 1024

    /// What a text looks like: one clause for each pattern that it matches.
    package static func reasons(in text: String) -> [String] {
        var bytes = Array(text.utf8.prefix(longest + 1))
        let isLong = bytes.count > longest
        if isLong { bytes.removeLast() }
        var reasons: [String] = []
        func look(_ isThere: Bool, _ reason: String) {
            if isThere { reasons.append(reason) }
        }
        look(isLong, "a long text")
        look(AddressPatterns.hasCredentials(bytes), "a URL with a password")
        look(AddressPatterns.hasMail(bytes), "a mail address")
        look(AddressPatterns.hasPath(bytes), "a path")
        look(AddressPatterns.hasInternetAddress(bytes), "an IP address")
        look(AddressPatterns.hasHost(bytes), "a host name")
        look(hasSQL(bytes), "SQL")
        look(hasRandomRun(bytes), "a long random text")
        return reasons
    }

    /// Whether words follow each other as in a statement, and something follows them.
    private static func hasSQL(_ text: [UInt8]) -> Bool {
        let words = text.split { $0 == 0x20 || (9...13).contains($0) }.dropLast().map { word in
            String(decoding: word, as: UTF8.self).lowercased()
        }
        var (previous, hasSelected, hasUpdated) = ("", false, false)
        for word in words {
            // Before a statement stands what does not belong to it: a quote, a bracket.
            let start = String(word.reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
            switch (previous, word) {
            case ("insert", "into"), ("delete", "from"): return true
            case (_, "from") where hasSelected && previous != "select": return true
            case (_, "set") where hasUpdated && previous != "update": return true
            case ("create", _), ("alter", _), ("drop", _):
                if ["table", "view", "index", "trigger", "function"].contains(word) { return true }
            default: break
            }
            if start == "select" { hasSelected = true }
            if start == "update" { hasUpdated = true }
            previous = start
        }
        return false
    }

    /// Whether 24 letters and digits follow each other that no word would be made of.
    private static func hasRandomRun(_ text: [UInt8]) -> Bool {
        var (length, digits, letters, changes) = (0, 0, 0, 0)
        var last = 0
        for byte in text {
            let sort: Int
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): sort = 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): sort = 2
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): sort = 3
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"):
                sort = last
            default: sort = 0
            }
            guard sort != 0 else {
                (length, digits, letters, changes, last) = (0, 0, 0, 0, 0)
                continue
            }
            length += 1
            if sort == 1 { digits += 1 } else { letters += 1 }
            if sort != last { changes += 1 }
            last = sort
            if length >= 24, digits >= 4, letters >= 4, changes >= 6 { return true }
        }
        return false
    }
}
