package import Diagnostics
package import JSONBytes

extension JSONWriter {
    /// Writes the member `diagnostics`: what was found, for programs.
    package mutating func diagnostics(_ findings: [Finding]) {
        key("diagnostics")
        array { writer in
            for finding in findings {
                writer.element()
                writer.object { writer in
                    writer.member("code", finding.code.rawValue)
                    writer.member("severity", finding.severity.rawValue)
                    writer.member("message", finding.message)
                    if let location = finding.location {
                        writer.member("path", location.path)
                        writer.key("line")
                        writer.integer(location.line)
                        writer.key("column")
                        writer.integer(location.column)
                    }
                    writer.member("notes", finding.notes)
                }
            }
        }
    }

    /// Writes a member that is a string.
    package mutating func member(_ key: StaticString, _ text: String) {
        self.key(key)
        string(text)
    }

    /// Writes a member that is a whole number.
    package mutating func member(_ key: StaticString, _ number: Int) {
        self.key(key)
        integer(number)
    }

    /// Writes a member that is `true` or `false`.
    package mutating func member(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        bool(flag)
    }

    /// Writes a member that is a list of strings.
    package mutating func member(_ key: StaticString, _ texts: [String]) {
        self.key(key)
        array { writer in
            for text in texts {
                writer.element()
                writer.string(text)
            }
        }
    }
}
