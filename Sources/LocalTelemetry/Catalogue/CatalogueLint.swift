/// What no type can stop in a catalogue: names that mislead, and fields that nobody can understand.
///
/// A tool's tests call it on the descriptions of its documents and expect nothing.
package struct CatalogueLint {
    private(set) var objections: [String] = []

    /// Everything that is wrong with these kinds, each with its place.
    package static func objections(to descriptions: [DocumentDescription]) -> [String] {
        var lint = CatalogueLint()
        for description in descriptions {
            lint.check(description.fields, at: description.kind, version: description.version)
            lint.checkLikeness(description)
            if description.purpose.isEmpty { lint.object("a kind without a purpose", at: description.kind) }
            let commands = Set(description.fields.first { $0.name == "command" }?.texts ?? [])
            for command in description.writtenBy where !commands.contains(command) {
                lint.object("is written by \(command), which is no command", at: description.kind)
            }
        }
        return lint.objections
    }

    private mutating func object(_ text: String, at place: String) {
        objections.append("\(place): \(text)")
    }

    private mutating func check(_ fields: [FieldShape], at parent: String, version: Int) {
        var names: Set<String> = []
        for field in fields {
            let place = "\(parent).\(field.name)"
            if !names.insert(field.name).inserted { object("stands there twice", at: place) }
            if names.contains(field.name + "s") || names.contains(String(field.name.dropLast())) {
                object("stands beside its own plural or singular", at: place)
            }
            for objection in field.objections { object(objection, at: place) }
            checkDocumentation(of: field, at: place, version: version)
            checkName(of: field, at: place)
            checkUnit(of: field, at: place)
            checkValues(of: field, at: place)
            check(field.children, at: place, version: version)
        }
    }

    private mutating func checkDocumentation(of field: FieldShape, at place: String, version: Int) {
        if field.purpose.utf8.count < 6 || !field.purpose.hasSuffix(".") {
            object("its purpose is not a sentence", at: place)
        }
        if field.isOptional != (field.presence != nil) {
            object("what can be absent says when it is there, and nothing else does", at: place)
        }
        if field.example == nil { object("no example has it", at: place) }
        if !(1...version).contains(field.since) { object("its first version \(field.since) is none", at: place) }
    }

    private mutating func checkName(of field: FieldShape, at place: String) {
        let bytes = Array(field.name.utf8)
        let isCamelCase =
            (2...40).contains(bytes.count) && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[0])
            && bytes.allSatisfy { $0.isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if !isCamelCase { object("its name is not camelCase", at: place) }
        let words = Words.of(field.name)
        let last = words.last ?? ""
        if !Self.textWords.isDisjoint(with: words), ![.closed, .pseudonym, .list].contains(field.kind) {
            object("is named like a text", at: place)
        }
        if Self.identifierWords.contains(last), field.kind.isNumber { object("is a number that identifies", at: place) }
        if (field.kind == .pseudonym) != (last == "hash") {
            object("a pseudonym's name ends in Hash, and no other does", at: place)
        }
    }

    private mutating func checkUnit(of field: FieldShape, at place: String) {
        let words = Words.of(field.name)
        if (field.kind == .duration) != (words.last == "ms") {
            object("a duration's name ends in Ms, and no other does", at: place)
        }
        if (field.unit == .bytes) != words.contains("bytes") {
            object("a size in bytes says so in its name, and nothing else does", at: place)
        }
        if field.kind.isNumber, (field.unit == .rows) != words.contains("rows") {
            object("its unit and its name do not agree", at: place)
        }
    }

    private mutating func checkValues(of field: FieldShape, at place: String) {
        if field.kind.isNumber, field.range == nil { object("a number without a range", at: place) }
        if field.kind == .closed || field.isListOfTexts {
            if field.texts.isEmpty { object("a closed value without texts", at: place) }
            if Set(field.texts).count < field.texts.count { object("two of its texts are equal", at: place) }
        }
        if field.kind == .list {
            if !(1...1024).contains(field.maximumItems ?? 0) { object("a list without a limit", at: place) }
            if !field.isListOfTexts, field.children.isEmpty { object("a list of nothing", at: place) }
            if !field.isRanked, field.children.contains(where: \.holdsPseudonym) {
                object("a list with pseudonyms that is not ordered by figures", at: place)
            }
        }
        if field.kind == .object, field.children.isEmpty { object("an object of nothing", at: place) }
    }

    private mutating func checkLikeness(_ description: DocumentDescription) {
        let names = description.fields.flatMap(\.allNames)
        let distinct = Array(Set(names)).sorted()
        for (place, name) in distinct.enumerated() {
            for other in distinct[(place + 1)...] where Likeness.isNear(name, other) && other != name + "s" {
                object("\(name) and \(other) are nearly alike", at: description.kind)
            }
        }
    }

    private static let textWords: Set<String> = [
        "text", "name", "path", "url", "uri", "message", "title", "label", "email", "address", "sql",
        "query", "description", "comment", "directory", "folder", "password", "token", "secret",
    ]
    private static let identifierWords: Set<String> = ["id", "identifier", "key", "hash", "uuid", "serial", "pid"]
}

extension FieldShape {
    fileprivate var allNames: [String] { [name] + children.flatMap(\.allNames) }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
