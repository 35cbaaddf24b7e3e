/// The kinds of documents.
package enum DocumentKind: String, Sendable, CaseIterable {
    case command = "cli-command"
    case snapshot, build, summary
}

/// The engines, as documents name them.
package enum EngineKind: String, Sendable, CaseIterable {
    case sqlite, postgresql
}

/// How the engine was reached.
package enum ConnectionKind: String, Sendable, CaseIterable {
    case memory, file, socket, tcp, tls
}

/// What generated files are of.
package enum FileCategory: String, Sendable, CaseIterable {
    case procedures, rowTypes, enumerations, support
}

/// The length of a statement's text in bytes, rounded up to a power of two.
package enum LengthClass: String, Sendable, CaseIterable {
    case upTo32, upTo64, upTo128, upTo256, upTo512, upTo1024, upTo2048, upTo4096, upTo8192, upTo16384, upTo32768
    case over32768

    /// The class of that many bytes.
    package init(bytes: Int) {
        var limit = 32
        for length in Self.allCases.dropLast() {
            if bytes <= limit {
                self = length
                return
            }
            limit *= 2
        }
        self = .over32768
    }
}
