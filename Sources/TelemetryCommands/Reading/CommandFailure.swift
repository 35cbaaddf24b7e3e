#if Tool || TelemetryCommands
internal import ArgumentParser
internal import TelemetryReport

/// Why a reading command cannot show what was asked for: exit code 1.
enum CommandFailure: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case damaged(String, DocumentDamage)
    case noRun(String, String)
    case noCatalogue(String, String)
    case ambiguous(String, [String])
    case noKey(String)
    case noProjectToReveal(String)
    case noKeyToExport(String)
    case isBundle(String)
    case notRevealable(String)
    case taken(String)
    case notWritten(String)
    case unreadable(String, String)
    case outputLost(String)

    var description: String {
        switch self {
        case .missing(let path): "There is no \(Escaping.visible(path))."
        case .damaged(let path, let damage): "\(Escaping.visible(path)) cannot be shown: \(damage.reason)."
        case .noRun(let digits, let tool):
            "No recorded run begins with \(digits). See: \(tool) telemetry list"
        case .noCatalogue(let path, let tool):
            "\(Escaping.visible(path)) is no catalogue: \(tool) telemetry schema --catalogue makes one."
        case .ambiguous(let digits, let runs):
            "Several runs begin with \(digits): \(runs.prefix(5).joined(separator: ", "))"
                + (runs.count > 5 ? " and \(runs.count - 5) more." : ".")
        case .noKey(let reason): "Names cannot be revealed: \(reason)."
        case .noKeyToExport(let reason): "The bundle's tokens cannot be made: \(Escaping.visible(reason))."
        case .isBundle(let path): "\(Escaping.visible(path)) is a bundle: what was taken away there is gone already."
        case .notRevealable(let path):
            "\(Escaping.visible(path)) was made without a key: nobody can turn its tokens back into names."
        case .taken(let path): "\(Escaping.visible(path)) is there already; --force replaces it."
        case .notWritten(let reason): "The bundle was not written: \(Escaping.visible(reason))."
        case .unreadable(let path, let reason): "\(Escaping.visible(path)) cannot be read: \(reason)."
        case .outputLost(let reason): "Standard output cannot be written: \(reason)."
        case .noProjectToReveal(let file):
            "Names cannot be revealed: there is no project here to take them from (no \(file) in this folder or above)."
        }
    }
}

/// A word of the command line that must be one of a set.
enum Choice {
    /// The word itself.
    ///
    /// - Throws: Wrong usage, with the near word or all of them.
    static func one(_ text: String, of all: [String], _ option: String) throws -> String {
        if all.contains(text) { return text }
        let near = all.min { distance($0, text) < distance($1, text) }
        let hint: String
        if let near, distance(near, text) <= 2 {
            hint = "did you mean '\(near)'?"
        } else {
            hint = "it is one of \(all.joined(separator: ", "))."
        }
        throw ValidationError("There is no \(option) '\(Escaping.visible(text))': \(hint)")
    }

    /// How many letters must be added, left out or replaced.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.lowercased())
        var row = Array(0...right.count)
        for (place, letter) in left.lowercased().enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in right.indices {
                let changed = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
#endif
