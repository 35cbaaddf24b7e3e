/// A pattern of paths: `*` and `?` within a name, `**` for any number of folders.
///
/// A name that begins with a dot is never matched or entered, whatever the pattern says.
package struct Glob: Sendable, Equatable {
    /// As it was written.
    package let text: String
    /// Its parts between the slashes.
    let segments: [String]

    /// Why a text is no pattern.
    package enum Problem: Error, Sendable, Equatable {
        case empty, absolute, leavesProject, hidden
    }

    /// Reads a pattern.
    package init(_ text: String) throws(Problem) {
        self.text = text
        guard !text.isEmpty else { throw .empty }
        guard !text.hasPrefix("/") else { throw .absolute }
        let parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
        guard !parts.isEmpty else { throw .empty }
        guard !parts.contains("..") else { throw .leavesProject }
        guard !parts.contains(where: { $0.hasPrefix(".") }) else { throw .hidden }
        segments = parts
    }

    /// The folders before the first wildcard, joined; empty where there are none.
    package var fixedFolder: String {
        let folders = segments.dropLast().prefix { !Self.isWild($0) }
        return folders.joined(separator: "/")
    }

    /// Whether a path relative to the project matches.
    package func matches(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
        return Self.matches(parts[...], segments[...])
    }

    private static func matches(_ parts: ArraySlice<String>, _ segments: ArraySlice<String>) -> Bool {
        guard let segment = segments.first else { return parts.isEmpty }
        if segment == "**" {
            let rest = segments.drop { $0 == "**" }
            if rest.isEmpty { return !parts.isEmpty }
            return (parts.startIndex...parts.endIndex).contains { matches(parts[$0...], rest) }
        }
        guard let part = parts.first, Wildcard.matches(part, pattern: segment) else { return false }
        return matches(parts.dropFirst(), segments.dropFirst())
    }

    static func isWild(_ segment: String) -> Bool {
        segment.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }
}

/// `*` for any text, `?` for one character.
package enum Wildcard {
    /// Whether the whole name matches; in time proportional to both lengths.
    package static func matches(_ name: String, pattern: String) -> Bool {
        let name = Array(name)
        let pattern = Array(pattern)
        var position = 0
        var index = 0
        var star: (index: Int, position: Int)?
        while position < name.count {
            if index < pattern.count, pattern[index] == "*" {
                star = (index, position)
                index += 1
            } else if index < pattern.count, pattern[index] == "?" || pattern[index] == name[position] {
                index += 1
                position += 1
            } else if let last = star {
                star = (last.index, last.position + 1)
                index = last.index + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == "*" }
    }
}
