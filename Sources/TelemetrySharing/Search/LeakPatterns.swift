/// Looks for what raw data looks like. Best effort: what it finds is worth a look, what it does not find may be there.
package enum LeakPatterns {
    /// What a text looks like: one clause for each pattern that it matches.
    package static func reasons(in text: String) -> [String] {
        var reasons: [String] = []
        func look(_ isThere: Bool, _ reason: String) {
            if isThere { reasons.append(reason) }
        }
        look(text.contains(/[A-Za-z][A-Za-z0-9+.\-]*:\/\/[^\s\/:@]*:[^\s\/@]+@/), "a URL with a password")
        look(text.contains(/[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}/), "a mail address")
        look(
            text.contains(/(^|[\s"'=(:,])~?(\/[A-Za-z0-9._@+\-]+){2,}/)
                || text.contains(/[A-Za-z]:\\[A-Za-z0-9._\- ]+/),
            "a path")
        look(
            text.contains(/(^|[^0-9.])[0-9]{1,3}(\.[0-9]{1,3}){3}([^0-9.]|$)/)
                || text.contains(/([0-9A-Fa-f]{1,4}:){3,}[0-9A-Fa-f]{0,4}/),
            "an IP address")
        look(
            text.contains(
                /(^|[^A-Za-z0-9.@\-])([A-Za-z0-9\-]+\.)+(com|org|net|edu|gov|io|dev|app|local|internal|lan|corp|intranet|localdomain|de|uk|fr|eu|ch|at|nl|jp|cn|in|us)([^A-Za-z0-9]|$)/
            ), "a host name")
        look(
            text.contains(
                /(?i)(^|[^a-z])(select\s.+\sfrom\s|insert\s+into\s|update\s.+\sset\s|delete\s+from\s|(create|alter|drop)\s+(table|view|index|trigger|function)\s)/
            ), "SQL")
        look(hasRandomRun(text), "a long random text")
        return reasons
    }

    /// Whether 24 letters and digits follow each other that no word would be made of.
    private static func hasRandomRun(_ text: String) -> Bool {
        var (length, digits, letters, changes) = (0, 0, 0, 0)
        var last = 0
        for byte in text.utf8 {
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
