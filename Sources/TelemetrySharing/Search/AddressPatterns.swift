/// What addresses look like, of files, people and machines.
enum AddressPatterns {
    /// `scheme://user:password@`.
    static func hasCredentials(_ text: [UInt8]) -> Bool {
        for place in text.indices.dropLast(3) where text[place...].starts(with: "://".utf8) {
            guard place > 0, isLetterOrDigit(text[place - 1]) else { continue }
            let authority = text[(place + 3)...].prefix { !isSpace($0) && $0 != UInt8(ascii: "/") }
            guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
                let colon = authority.firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            if colon + 1 < at { return true }
        }
        return false
    }

    /// `somebody@host.example`.
    static func hasMail(_ text: [UInt8]) -> Bool {
        for place in text.indices where text[place] == UInt8(ascii: "@") && place > 0 {
            let before = text[place - 1]
            guard isLabel(before) || "._%+".utf8.contains(before) else { continue }
            let domain = text[(place + 1)...].prefix { isLabel($0) || $0 == UInt8(ascii: ".") }
            let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard labels.count > 1, labels[0].count > 0 else { continue }
            if labels.dropFirst().contains(where: { $0.prefix(while: isLetter).count >= 2 }) { return true }
        }
        return false
    }

    /// `/home/somebody`, `~/notes`, `C:\Users`.
    static func hasPath(_ text: [UInt8]) -> Bool {
        var place = 0
        while place < text.count {
            let start = place
            if start == 0 || isSpace(text[start - 1]) || "\"'=(:,".utf8.contains(text[start - 1]) {
                var next = start
                if text[next] == UInt8(ascii: "~") { next += 1 }
                var segments = 0
                while next + 1 < text.count, text[next] == UInt8(ascii: "/"), isSegment(text[next + 1]) {
                    next += 1
                    while next < text.count, isSegment(text[next]) { next += 1 }
                    segments += 1
                }
                if segments > 1 { return true }
            }
            if start + 3 < text.count, isLetter(text[start]), text[start + 1] == UInt8(ascii: ":"),
                text[start + 2] == UInt8(ascii: "\\"), isSegment(text[start + 3]) || text[start + 3] == 0x20
            {
                return true
            }
            place += 1
        }
        return false
    }

    /// `10.1.2.3`, `fe80:1:2:3::1`.
    static func hasInternetAddress(_ text: [UInt8]) -> Bool {
        let four = text.split { !isDigit($0) && $0 != UInt8(ascii: ".") }.contains { run in
            let parts = run.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count == 4 && parts.allSatisfy { (1...3).contains($0.count) }
        }
        return four
            || text.split { !isHex($0) && $0 != UInt8(ascii: ":") }.contains { run in
                var groups = 0
                for (place, part) in run.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                    .dropLast().enumerated()
                {
                    // What stands before the first may be the end of a word.
                    groups = (1...4).contains(part.count) || (place == 0 && !part.isEmpty) ? groups + 1 : 0
                    if groups == 3 { return true }
                }
                return false
            }
    }

    /// `db1.internal`, `www.example.org`.
    static func hasHost(_ text: [UInt8]) -> Bool {
        var place = 0
        while place < text.count {
            guard isLabel(text[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < text.count, isLabel(text[place]) || text[place] == UInt8(ascii: ".") { place += 1 }
            if start > 0, text[start - 1] == UInt8(ascii: "@") || text[start - 1] == UInt8(ascii: ".") { continue }
            for (index, label) in text[start..<place].split(
                separator: UInt8(ascii: "."), omittingEmptySubsequences: false
            ).enumerated() {
                if label.isEmpty { break }
                if index > 0, domains.contains(String(decoding: label, as: UTF8.self)) { return true }
            }
        }
        return false
    }

    private static let domains: Set<String> = [
        "com", "org", "net", "edu", "gov", "io", "dev", "app", "local", "internal", "lan", "corp", "intranet",
        "localdomain", "de", "uk", "fr", "eu", "ch", "at", "nl", "jp", "cn", "in", "us",
    ]

    // MARK: Bytes

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    /// Part of a host's label.
    private static func isLabel(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "-") }

    /// Part of a path's component.
    private static func isSegment(_ byte: UInt8) -> Bool { isLabel(byte) || "._@+".utf8.contains(byte) }
}
