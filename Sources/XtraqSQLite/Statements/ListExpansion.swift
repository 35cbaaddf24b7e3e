#if SQLite
/// Writes lists that JSON cannot hold into a statement, in the place of `json_each(:ids)`.
///
/// The parameter stays where it is, tested for NULL, which it then is: so the others keep their numbers.
enum ListExpansion {
    /// The statement with the elements, of which there is at least one, in the places of a parameter's lists.
    static func expand(_ sql: String, parameter: String, _ elements: [ListElement]) -> String {
        let rows = elements.map { "(\($0.sql))" }.joined(separator: ",")
        let table = "(SELECT column1 AS value FROM (VALUES \(rows)) WHERE \(parameter) IS NULL)"
        let bytes = Array(sql.utf8)
        var result: [UInt8] = []
        var copied = 0
        var place = 0
        while place < bytes.count {
            if let end = endOfQuoted(bytes, at: place) {
                place = end
            } else if let end = endOfCall(bytes, at: place, parameter: Array(parameter.utf8)) {
                result += bytes[copied..<place]
                result += table.utf8
                (place, copied) = (end, end)
            } else {
                place += 1
            }
        }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    /// Where a string, quoted name or comment that begins here ends.
    private static func endOfQuoted(_ bytes: [UInt8], at place: Int) -> Int? {
        func end(behind mark: StaticString, from start: Int) -> Int {
            var index = start
            while index + mark.utf8CodeUnitCount <= bytes.count {
                if isText(mark, bytes, at: index) { return index + mark.utf8CodeUnitCount }
                index += 1
            }
            return bytes.count
        }
        switch bytes[place] {
        case UInt8(ascii: "'"): return end(behind: "'", from: place + 1)
        case UInt8(ascii: "\""): return end(behind: "\"", from: place + 1)
        case UInt8(ascii: "`"): return end(behind: "`", from: place + 1)
        case UInt8(ascii: "["): return end(behind: "]", from: place + 1)
        case UInt8(ascii: "-") where isText("--", bytes, at: place): return end(behind: "\n", from: place + 2)
        case UInt8(ascii: "/") where isText("/*", bytes, at: place): return end(behind: "*/", from: place + 2)
        default: return nil
        }
    }

    /// Where `json_each(:ids)` ends that begins here.
    private static func endOfCall(_ bytes: [UInt8], at place: Int, parameter: [UInt8]) -> Int? {
        guard bytes[place] | 0x20 == UInt8(ascii: "j"), isText("json_each", bytes, at: place) else { return nil }
        var index = place + 9
        func skipSpaces() {
            while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
        }
        func skip(_ text: [UInt8]) -> Bool {
            guard index + text.count <= bytes.count, bytes[index..<index + text.count].elementsEqual(text) else {
                return false
            }
            index += text.count
            skipSpaces()
            return true
        }
        skipSpaces()
        return skip(Array("(".utf8)) && skip(parameter) && index < bytes.count && bytes[index] == UInt8(ascii: ")")
            ? index + 1 : nil
    }

    /// Whether a text, given in lower case, stands there in either case.
    private static func isText(_ text: StaticString, _ bytes: [UInt8], at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { text in
            unsafe zip(text, bytes[place...]).allSatisfy { wanted, byte in
                wanted == ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte)
            }
        }
    }
}
#endif
