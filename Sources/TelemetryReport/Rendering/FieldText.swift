import LocalTelemetry

/// Fields as people read them: names without their unit, values with it.
struct FieldText {
    let style: TextStyle
    let revealer: Revealer

    /// `userCpuMs` is "user cpu", `projectRootHash` "project root".
    static func label(_ field: FieldShape) -> String {
        label(field.name)
    }

    static func label(_ name: String) -> String {
        var words = Words.of(name)
        if words.count > 1, let last = words.last, ["ms", "hash"].contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// A closed value in words: `sqlChanged` is "sql changed", `upTo16GiB` "up to 16GiB"; codes and names stay.
    static func words(_ text: String) -> String {
        guard !text.contains("-"), text != text.uppercased() else { return text }
        var result = ""
        var (wasLower, isCompound) = (false, false)
        for place in text.indices {
            let character = text[place]
            if character.isUppercase, wasLower {
                result += " " + character.lowercased()
                isCompound = true
            } else if character.isNumber {
                // Behind the digits stands their unit.
                return result + (wasLower && isCompound ? " " : "") + text[place...]
            } else {
                result.append(character)
            }
            wasLower = character.isLowercase
        }
        return result
    }

    /// A number of things: "41 procedures", "1 root", "available parallelism 8".
    private func counted(_ count: Int, _ label: String) -> String {
        if count == 1, label.hasSuffix("s") { return "1 " + label.dropLast() }
        let isPlural = ["s", "ed", "en", "wn"].contains { label.hasSuffix($0) }
        return isPlural ? "\(Figures.count(count)) \(label)" : "\(label) \(Figures.count(count))"
    }

    /// A value in a table: a name there is cut where it is long, as a statement is.
    func tableCell(_ value: DocumentValue?, _ field: FieldShape) -> String {
        let text = cell(value, field)
        guard case .pseudonym = value, text.count > Self.longestName else { return text }
        return text.prefix(Self.longestName - style.ellipsis.count) + style.ellipsis
    }

    /// Room for a pseudonym that stands for nothing any more, and says so.
    private static let longestName = 52

    /// A value by itself.
    func cell(_ value: DocumentValue?, _ field: FieldShape) -> String {
        switch value {
        case .count(let count): field.unit == .bytes ? Figures.bytes(count) : Figures.count(count)
        case .milliseconds(let milliseconds): Figures.duration(milliseconds)
        case .flag(let flag): flag ? "yes" : "no"
        case .text(let text): field.kind == .closed ? Self.words(text) : text
        case .pseudonym(let name, let digits): revealer.text(class: name, digits: digits)
        case .list(let items): items.compactMap(\.text).map(Self.words).joined(separator: " ")
        case .histogram, .object, nil: ""
        }
    }

    /// A value with its name, as an item of a line: "41 procedures", "connect 0.19 ms", "sqlite".
    func item(_ value: DocumentValue, _ field: FieldShape) -> String {
        switch value {
        case .count(let count) where field.unit == .bytes:
            let words = Words.of(field.name).filter { $0 != "bytes" }
            return (words + [Figures.bytes(count)]).joined(separator: " ")
        case .count(let count): return counted(count, Self.label(field))
        case .milliseconds: return Self.label(field) + " " + cell(value, field)
        case .flag(let flag): return flag ? Self.label(field) : "not " + Self.label(field)
        default: return cell(value, field)
        }
    }

    /// The items of an object's own values; counts of zero are left out, unless nothing else would be left.
    func items(_ object: DocumentValue, _ fields: [FieldShape]) -> [String] {
        var items: [String] = []
        var zeros: [String] = []
        for field in fields {
            guard let value = object[field.name], field.children.isEmpty, field.kind != .histogram else { continue }
            if value.integer == 0 { zeros.append(item(value, field)) } else { items.append(item(value, field)) }
        }
        return items.isEmpty ? Array(zeros.prefix(1)) : items
    }

    /// The items of a list of small things: "sql changed ×1", "new (3 roots, 1 cascaded)".
    func items(ofList list: DocumentValue, _ fields: [FieldShape]) -> [String] {
        list.items.map { item in
            let names = fields.filter { $0.kind == .closed }.map { cell(item[$0.name], $0) }.joined(separator: " ")
            let counts = fields.filter { $0.kind == .count && (item[$0.name]?.integer ?? 0) > 0 }
            if fields.count(where: { $0.kind == .count }) == 1, let count = counts.first.flatMap({ item[$0.name] }) {
                return "\(names) \(style.times)\(cell(count, counts[0]))"
            }
            let figures = counts.compactMap { field in item[field.name].map { self.item($0, field) } }
            return figures.isEmpty ? names : "\(names) (\(figures.joined(separator: ", ")))"
        }
    }
}
