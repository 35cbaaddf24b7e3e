/// The name of the Swift module that generated code belongs to.
package enum ModuleName {
    /// Whether a text can name a module: a letter or `_`, then letters, digits and `_`.
    package static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }

    /// The name for a folder that does not say one: its package's, else its own, other characters as `_`.
    package static func proposed(forFolder path: String) -> String {
        let manifest = (try? FileSystem.read(path + "/Package.swift")).map { String(decoding: $0, as: UTF8.self) }
        let folder = path.split(separator: "/").last.map(String.init) ?? ""
        return cleaned(manifest.flatMap(packageName) ?? folder)
    }

    /// The text with what cannot stand in a name replaced, as SwiftPM does it for a target.
    package static func cleaned(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let isFirst = name.isEmpty
            if isFirst ? scalar == "_" || scalar.properties.isXIDStart : scalar.properties.isXIDContinue {
                name.unicodeScalars.append(scalar)
            } else if isFirst, scalar.properties.isXIDContinue {
                name = "_"
                name.unicodeScalars.append(scalar)
            } else {
                name += "_"
            }
        }
        return name.isEmpty ? "Database" : name
    }

    /// The `name:` of the package in a manifest, comments aside; `nil` where it is not a plain literal.
    static func packageName(inManifest manifest: String) -> String? {
        let text = manifest.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("//") }.joined(separator: "\n")
        guard let call = text.firstMatch(of: /Package\(\s*name:\s*"([^"\\]+)"/) else { return nil }
        return String(call.1)
    }
}
