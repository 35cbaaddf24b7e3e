internal import JSONBytes
package import LocalTelemetry

/// The texts that a tool's bundles hold whatever the project is: names of fields, closed values. They stand in the
/// schemas, which anybody can read; a project's name that is one of them by chance is not given away by them.
package struct FixedTexts: Sendable {
    private let texts: ByteTexts

    /// Takes the texts of a tool's kinds, as they stand in bundles.
    package init(_ descriptions: [DocumentDescription]) {
        var texts: Set<String> = ["scale", "zeroCount", "offset", "buckets", "other"]
        func add(_ fields: [FieldShape]) {
            for field in fields {
                texts.insert(field.name)
                texts.formUnion(field.texts)
                add(field.children)
            }
        }
        for description in descriptions {
            texts.insert(description.kind)
            texts.insert(description.tool)
            add(description.fields)
        }
        self.texts = ByteTexts(texts)
    }

    /// No more is said of one document.
    private static let mostFindings = 20

    /// The project's names that stand in a JSON document outside of what is fixed.
    ///
    /// - Parameters:
    ///   - search: The names.
    ///   - json: The document.
    ///   - file: How findings name it.
    ///   - isToken: Whether a text is a token that the bundle has.
    /// - Returns: What was found, each with its place.
    package func names(
        _ search: NameSearch, in json: [UInt8], file: String, isToken: (String) -> Bool = { _ in false }
    ) -> [Finding] {
        var findings: [Finding] = []
        do throws(JSONError) {
            try others(in: json, where: search.mayStand(in:_:), isToken: isToken) { text, offset in
                guard findings.count < Self.mostFindings, let name = search.firstName(in: text) else { return }
                findings.append(
                    Finding(
                        file: file, path: DocumentPath.path(to: offset, in: json),
                        reason: "holds a name of the project: \(Hint.of(name))"))
            }
        } catch {
            findings.append(Finding(file: file, reason: "\(error.problem.rawValue) (byte \(error.offset))"))
        }
        return findings
    }

    /// Calls `body` with each text of a JSON document that is not one of them, nor a version, nor a token that the
    /// bundle has, and of which `isOfInterest` does not rule out by its bytes that it is looked for.
    func others(
        in json: [UInt8], where isOfInterest: (_ bytes: [UInt8], _ range: Range<Int>) -> Bool = { _, _ in true },
        isToken: (String) -> Bool, _ body: (_ text: String, _ offset: Int) -> Void
    ) throws(JSONError) {
        var place = 0
        while place < json.count {
            guard json[place] == UInt8(ascii: "\"") else {
                place += 1
                continue
            }
            let start = place
            var isPlain = true
            place += 1
            while place < json.count, json[place] != UInt8(ascii: "\"") {
                if json[place] == UInt8(ascii: "\\") {
                    isPlain = false
                    place += 1
                }
                place += 1
            }
            guard place < json.count else { throw JSONError(.endOfInput, at: json.count) }
            place += 1
            let content = start + 1..<place - 1
            if isPlain, !isOfInterest(json, content) || texts.contains(json, content) { continue }
            let text: String
            if isPlain {
                text = String(decoding: json[content], as: UTF8.self)
            } else {
                var reader = JSONReader(Array(json[start..<place]))
                text = try reader.string()
            }
            // What the schema gives a form: versions, and on disk times, runs and pseudonyms.
            let bytes = isPlain ? [] : Array(text.utf8)
            if !isPlain, texts.contains(bytes, 0..<bytes.count) { continue }
            if isToken(text) || Version(text)?.text == text || Timestamp(text)?.text == text
                || RunIdentifier(text) != nil || Pseudonym(hex: text) != nil
            {
                continue
            }
            body(text, start)
        }
    }
}
