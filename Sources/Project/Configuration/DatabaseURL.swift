/// What names a database: `sqlite:app.db`, `sqlite:///srv/app.db`, a plain path, `postgresql://host/name`.
package struct DatabaseURL: Sendable, Equatable {
    /// Which kind of database it is.
    package enum Engine: Sendable, Equatable {
        case sqlite, postgresql
    }

    /// As it was written; may hold a password.
    package let text: String
    /// Which kind of database it names.
    package let engine: Engine
    /// The path of an SQLite database as written, relative to the project; empty for others.
    package let path: String

    /// Reads one; `nil` where the text names no kind of database that is known.
    package init?(_ text: String) {
        self.text = text
        guard !text.isEmpty else { return nil }
        let scheme = Self.scheme(of: text)
        switch scheme?.lowercased() {
        case "postgres", "postgresql":
            engine = .postgresql
            path = ""
        case nil:
            engine = .sqlite
            path = text
        case "sqlite", "sqlite3", "file":
            engine = .sqlite
            var rest = text.dropFirst((scheme?.count ?? 0) + 1)
            if rest.hasPrefix("//") {
                // file:///absolute, or sqlite://relative as many tools write it.
                rest = rest.dropFirst(2)
                if rest.hasPrefix("localhost/") { rest = rest.dropFirst("localhost".count) }
            }
            guard !rest.isEmpty else { return nil }
            path = String(rest.prefix { $0 != "?" })
        default:
            return nil
        }
    }

    /// What stands before the first `:`, where it can be a scheme (RFC 3986, at least two letters).
    package static func scheme(of text: String) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon]
        guard scheme.count > 1, let first = scheme.first, first.isASCII, first.isLetter,
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return nil }
        return String(scheme)
    }

    /// Whether it holds a password: in `user:password@`, or as `password=` behind `?`.
    package var holdsPassword: Bool {
        if let start = text.range(of: "://")?.upperBound {
            let authority = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":"),
                authority.index(after: colon) < at
            {
                return true
            }
        }
        guard let question = text.firstIndex(of: "?") else { return false }
        return text[question...].split(whereSeparator: { $0 == "?" || $0 == "&" }).contains { item in
            let name = item.prefix { $0 != "=" }.lowercased()
            return ["password", "sslpassword", "key", "hexkey"].contains(name) && item.count > name.count + 1
        }
    }
}

extension String {
    /// The first range that holds exactly these characters.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
