/// What stands in a bundle in the place of a pseudonym: `<class>-<8 characters of base32>`.
package enum BundleToken {
    /// The alphabet of RFC 4648 in lower case.
    static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// Whether a byte is one of its characters.
    package static func isDigit(_ byte: UInt8) -> Bool { alphabet.contains(byte) }

    /// What the token of a field matches.
    package static func pattern(of field: FieldShape) -> String {
        "^\(field.pseudonymClass ?? "")-[a-z2-7]{8}$"
    }

    /// Whether a text is a token of the field.
    package static func isToken(_ text: some StringProtocol, of field: FieldShape) -> Bool {
        let (text, name) = (text.utf8, (field.pseudonymClass ?? "").utf8)
        guard text.count == name.count + 9, text.starts(with: name) else { return false }
        return text.dropFirst(name.count).first == UInt8(ascii: "-") && text.suffix(8).allSatisfy(alphabet.contains)
    }
}
