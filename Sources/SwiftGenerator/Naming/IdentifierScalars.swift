extension Unicode.Scalar {
    /// Whether it is a capital.
    var isUpper: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }

    /// Whether it is a small letter.
    var isLower: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }

    /// A decimal digit of ASCII.
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Whether it can be the first of an identifier both in Swift ("Grammar of an identifier") and by Unicode's rules.
    var canBeginIdentifier: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
        return properties.isXIDStart && Self.heads.contains { $0.contains(value) }
    }

    /// Whether it can stand behind the first of an identifier.
    var canContinueIdentifier: Bool {
        if isASCII { return canBeginIdentifier || isDigit }
        guard properties.isXIDContinue else { return false }
        return Self.heads.contains { $0.contains(value) } || Self.combining.contains { $0.contains(value) }
    }

    private static let heads: [ClosedRange<UInt32>] = [
        0xA8...0xA8, 0xAA...0xAA, 0xAF...0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE, 0xC0...0xD6, 0xD8...0xF6,
        0xF8...0x2FF, 0x370...0x167F, 0x1681...0x180D, 0x180F...0x1DBF, 0x1E00...0x1FFF, 0x203F...0x2040,
        0x2054...0x2054,
        0x2070...0x20CF, 0x2100...0x218F, 0x2460...0x24FF, 0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF,
        0x3004...0x3007, 0x3021...0x302F, 0x3031...0x303F, 0x3040...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF,
        0xFDF0...0xFE1F, 0xFE30...0xFE44, 0xFE47...0xFFFD, 0x10000...0x1FFFD, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]

    private static let combining: [ClosedRange<UInt32>] = [
        0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F,
    ]
}
