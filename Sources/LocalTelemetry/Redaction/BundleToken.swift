/// What stands in a bundle in the place of a pseudonym: `<class>-<8 characters of base32>`.
package enum BundleToken {
    /// The alphabet of RFC 4648 in lower case.
    static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// Whether a byte is one of its characters.
    package static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte)
    }

    /// What the token of a field matches.
    package static func pattern(of field: FieldShape) -> String {
        "^\(field.pseudonymClass ?? "")-[a-z2-7]{8}$"
    }

    /// Whether a text has the form of a token, of whichever class.
    package static func hasForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (10...40).contains(bytes.count) && bytes[bytes.count - 9] == UInt8(ascii: "-")
            && bytes[(bytes.count - 8)...].allSatisfy(isDigit)
    }

    /// The tokens of one field.
    package struct Form: Sendable {
        private let name: [UInt8]

        /// Takes the field.
        package init(_ field: FieldShape) {
            name = Array("\(field.pseudonymClass ?? "")-".utf8)
        }

        /// Whether a text is one.
        package func matches(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            return matches(bytes, bytes.indices)
        }

        /// Whether one lies in a range of bytes.
        package func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
            guard range.count == name.count + 8 else { return false }
            let start = range.lowerBound
            for place in name.indices where bytes[start + place] != name[place] { return false }
            for place in start + name.count..<range.upperBound where !isDigit(bytes[place]) { return false }
            return true
        }
    }
}
