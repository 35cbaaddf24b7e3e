import SnapshotModel

/// What a project's configuration says to the generator.
package struct GeneratorConfiguration: Sendable, Equatable {
    /// A protocol that row types conform to, or an initialiser that they have, where configured.
    package enum Conformance: String, Sendable, CaseIterable {
        case equatable = "Equatable"
        case hashable = "Hashable"
        case codable = "Codable"
        /// A public memberwise initialiser, for tests of one's own.
        case memberwiseInit
    }

    /// The module that the generated code becomes part of.
    package var module: String
    /// What row types get beside `Sendable`.
    package var conformances: Set<Conformance>
    /// Declared type or `table.column`, to a Swift type.
    package var types: [String: String]

    /// Makes a configuration.
    package init(module: String, conformances: Set<Conformance> = [], types: [String: String] = [:]) {
        self.module = module
        self.conformances = conformances
        self.types = types
    }

    /// Fingerprint of all that generated code depends on.
    var fingerprint: Fingerprint {
        var bytes: [UInt8] = []
        func append(_ text: String) {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        append(GeneratedFormat.version)
        append(module)
        for conformance in Conformance.allCases where conformances.contains(conformance) {
            append(conformance.rawValue)
        }
        bytes.append(1)
        for (key, type) in types.sorted(by: { $0.key < $1.key }) {
            append(key)
            append(type)
        }
        return Fingerprint(of: bytes)
    }
}

/// What marks generated files.
package enum GeneratedFormat {
    /// The version of the form of generated code; a change of it, and not of the tool's version, makes output stale.
    static let version = "1"
    /// How the first line of every generated file begins, by which files of ours are known.
    package static let mark = "// xtraq:generated"

    /// Whether a file is one of ours, by how it begins; no other is ever removed.
    @Sendable
    package static func isOurs(_ beginning: [UInt8]) -> Bool {
        beginning.starts(with: mark.utf8)
    }
}
