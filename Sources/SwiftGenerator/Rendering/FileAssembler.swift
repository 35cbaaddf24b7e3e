/// Writes a generated file of parts that were taken from generated files.
struct FileAssembler {
    private let source: String?
    private let namespace: String
    private var out: SourceBuffer

    /// Makes an assembler of files like that one: of its source and namespace.
    init(text: GeneratedText) {
        source = text.source
        namespace = text.namespace ?? ""
        out = SourceBuffer(capacity: 4096)
    }

    /// A file of functions.
    mutating func assemble(_ functions: [GeneratedText.Function]) -> [UInt8] {
        FileRenderer.header(source: source, to: &out)
        FileRenderer.imports(
            foundation: functions.contains { Self.namesFoundation($0.interface) }, isPublic: true, to: &out)
        FileRenderer.openExtension(of: namespace, to: &out)
        append(functions.map(\.interface))
        FileRenderer.openStatements(to: &out)
        append(functions.map(\.statement))
        return out.bytes
    }

    /// A file of shared row types.
    mutating func assemble(_ rows: [GeneratedText.Row]) -> [UInt8] {
        FileRenderer.header(source: source, to: &out)
        FileRenderer.imports(
            foundation: rows.contains { Self.namesFoundation($0.text) },
            isPublic: rows.contains { Self.words(of: $0.text).contains { $0.contains("JSONText") } }, to: &out)
        FileRenderer.openExtension(of: namespace, to: &out)
        append(rows.map(\.text))
        return out.bytes
    }

    private mutating func append(_ blocks: [ArraySlice<UInt8>]) {
        for (place, block) in blocks.enumerated() {
            if place > 0 { out.append("\n") }
            out.append(block)
            out.append("\n")
        }
        out.append("}\n")
    }

    /// The words of each line that is no comment.
    private static func words(of text: ArraySlice<UInt8>) -> [[Substring]] {
        String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard !line.drop(while: { $0 == " " }).hasPrefix("///") else { return nil }
            return line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        }
    }

    /// Whether a type of Foundation's is named where a declaration names types.
    private static func namesFoundation(_ text: ArraySlice<UInt8>) -> Bool {
        words(of: text).contains { $0.contains(where: foundationTypes.contains) }
    }

    private static let foundationTypes: Set<Substring> = ["Data", "Date", "Decimal", "URL", "UUID"]
}
