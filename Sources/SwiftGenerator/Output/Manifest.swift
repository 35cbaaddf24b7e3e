import SnapshotModel

/// The record, beside the generated files, of what they were made from: with it a build that has nothing to do neither
/// reads the snapshot's values nor renders anything, and still notices a file that was edited or deleted.
///
/// One line for each file, sorted, so that two branches disagree only where they changed the same files. It holds no time,
/// no machine and no version but that of the format. Its name begins with a dot: SwiftPM takes no notice of it.
struct Manifest: Sendable, Equatable {
    /// The file's name below the output folder.
    static let fileName = ".xtraq-generated"

    /// A file that the output was made from.
    struct Input: Sendable, Equatable {
        var path: String
        var fingerprint: Fingerprint
    }

    /// A generated file.
    struct Output: Sendable, Equatable {
        var path: String
        var fingerprint: Fingerprint
        var byteCount: Int
        /// How many queries it holds.
        var queryCount: Int
        var category: GeneratedFile.Category
    }

    /// The version of the form of generated code.
    var format = GeneratedFormat.version
    /// Of the configuration.
    var configuration: Fingerprint
    /// The snapshot's files in the order of their paths.
    var inputs: [Input]
    /// The generated files in the order of their paths.
    var outputs: [Output]

    /// The record as a file.
    var bytes: [UInt8] {
        var text = SourceBuffer(capacity: 64 * (inputs.count + outputs.count) + 256)
        text.append(
            "\(GeneratedFormat.mark) v\(format) — do not edit. What these files were made from; commit it with them.\n")
        text.append("configuration \(configuration.text)\n")
        for input in inputs { text.append("input \(input.fingerprint.text) \(input.path)\n") }
        for output in outputs {
            text.append(
                "output \(output.fingerprint.text) \(output.byteCount) \(output.queryCount) \(output.category.rawValue) \(output.path)\n"
            )
        }
        return text.bytes
    }

    init(configuration: Fingerprint, inputs: [Input], outputs: [Output]) {
        self.configuration = configuration
        self.inputs = inputs
        self.outputs = outputs
    }

    /// Reads a record; `nil` where it is none, damaged, or has a merge conflict in it.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == UInt8(ascii: "\n") else {
            return nil
        }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }[...]
        guard let header = lines.popFirst(), header.hasPrefix("\(GeneratedFormat.mark) v"),
            let version = header.dropFirst(GeneratedFormat.mark.count + 2).split(separator: " ").first,
            let configuration = lines.popFirst()?.split(separator: " "), configuration.count == 2,
            configuration[0] == "configuration", let fingerprint = Fingerprint(String(configuration[1]))
        else { return nil }
        format = String(version)
        self.configuration = fingerprint
        inputs = []
        outputs = []
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count == 3, let fingerprint = Fingerprint(String(words[1])) else { return nil }
            switch words[0] {
            case "input": inputs.append(Input(path: String(words[2]), fingerprint: fingerprint))
            case "output":
                let rest = words[2].split(separator: " ", maxSplits: 3)
                guard rest.count == 4, let byteCount = Int(rest[0]), let queryCount = Int(rest[1]),
                    let category = GeneratedFile.Category(rawValue: String(rest[2]))
                else { return nil }
                outputs.append(
                    Output(
                        path: String(rest[3]), fingerprint: fingerprint, byteCount: byteCount, queryCount: queryCount,
                        category: category))
            default: return nil
            }
        }
    }
}
