/// Something about the generated interface that a build would change, in the interface's own terms.
package struct InterfaceDifference: Sendable, Hashable {
    /// `Main.orderSummary: parameter since added`.
    package var text: String
    /// Whether code that compiles with the files as they are may not with those to come.
    package var breaksCallers: Bool
}

/// Compares generated interfaces.
struct InterfaceComparison {
    /// What a function or row type offers, as source text.
    fileprivate struct Members {
        /// The parts of its signature: parameters of a function, properties of a row type.
        var parts: [String: String] = [:]
        /// In their order.
        var order: [String] = []
        /// What a function returns.
        var result = ""
    }

    /// What differs between two files' functions and row types.
    static func differences(from old: GeneratedText?, to new: GeneratedText?) -> [InterfaceDifference] {
        let namespace = new?.namespace ?? old?.namespace ?? ""
        let oldFunctions = Dictionary(old?.functions.map { ($0.name, $0) } ?? []) { first, _ in first }
        let newFunctions = Dictionary(new?.functions.map { ($0.name, $0) } ?? []) { first, _ in first }
        var differences: [InterfaceDifference] = []
        for name in Set(oldFunctions.keys).union(newFunctions.keys).sorted() {
            let subject = "\(namespace).\(name)"
            switch (oldFunctions[name], newFunctions[name]) {
            case (let old?, let new?): differences += compare(old, new, subject)
            case (nil, _): differences.append(.init(text: "\(subject): added", breaksCallers: false))
            case (_, nil): differences.append(.init(text: "\(subject): removed", breaksCallers: true))
            }
        }
        let oldRows = Dictionary(old?.rows.map { ($0.name, $0) } ?? []) { first, _ in first }
        let newRows = Dictionary(new?.rows.map { ($0.name, $0) } ?? []) { first, _ in first }
        for name in Set(oldRows.keys).union(newRows.keys).sorted() {
            let subject = "\(namespace).\(name)"
            switch (oldRows[name], newRows[name]) {
            case (let old?, let new?):
                if old.text != new.text { differences += compare(rows: text(old.text), text(new.text), subject) }
            case (nil, _): differences.append(.init(text: "\(subject): added", breaksCallers: false))
            case (_, nil): differences.append(.init(text: "\(subject): removed", breaksCallers: true))
            }
        }
        return differences
    }

    private static func compare(
        _ old: GeneratedText.Function, _ new: GeneratedText.Function, _ subject: String
    ) -> [InterfaceDifference] {
        guard old != new else { return [] }
        let oldText = text(old.interface)
        let newText = text(new.interface)
        let oldMembers = parameters(oldText)
        let newMembers = parameters(newText)
        var differences = compare(oldMembers, newMembers, subject, "parameter", addingBreaks: true)
        if oldMembers.result != newMembers.result {
            differences.append(
                .init(text: "\(subject): result \(oldMembers.result) becomes \(newMembers.result)", breaksCallers: true)
            )
        }
        differences += compare(rows: oldText, newText, subject)
        if differences.isEmpty {
            let what = old.statement == new.statement ? "documentation changed" : "SQL changed"
            differences.append(.init(text: "\(subject): \(what)", breaksCallers: false))
        }
        return differences
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> Substring {
        Substring(String(decoding: bytes, as: UTF8.self))
    }

    private static func compare(rows old: Substring, _ new: Substring, _ subject: String) -> [InterfaceDifference] {
        let differences = compare(properties(old), properties(new), subject, "column", addingBreaks: false)
        return differences
    }

    private static func compare(
        _ old: Members, _ new: Members, _ subject: String, _ kind: String, addingBreaks: Bool
    ) -> [InterfaceDifference] {
        var differences: [InterfaceDifference] = []
        for name in old.order where new.parts[name] == nil {
            differences.append(.init(text: "\(subject): \(kind) \(name) removed", breaksCallers: true))
        }
        for name in new.order {
            guard let before = old.parts[name] else {
                differences.append(.init(text: "\(subject): \(kind) \(name) added", breaksCallers: addingBreaks))
                continue
            }
            guard let now = new.parts[name], now != before else { continue }
            // A parameter that takes NULL too takes all that it took.
            let widens = addingBreaks && now == before + "?"
            differences.append(
                .init(text: "\(subject): \(kind) \(name): \(before) becomes \(now)", breaksCallers: !widens))
        }
        if differences.isEmpty, old.order != new.order {
            differences.append(.init(text: "\(subject): \(kind)s in another order", breaksCallers: addingBreaks))
        }
        return differences
    }

    private static func parameters(_ interface: Substring) -> Members {
        var members = Members()
        guard let start = interface.firstLine(with: "    public static func ") else { return members }
        let signature = interface[start...]
        guard let opening = signature.firstIndex(of: "("), let arrow = signature.firstRange(" -> "),
            let closing = signature[..<arrow.lowerBound].lastIndex(of: ")")
        else { return members }
        let end = signature[arrow.upperBound...].firstRange(" {")?.lowerBound ?? signature.endIndex
        members.result = String(signature[arrow.upperBound..<end])
        for part in signature[signature.index(after: opening)..<closing].split(separator: ",") {
            members.add(part)
        }
        return members
    }

    private static func properties(_ text: Substring) -> Members {
        var members = Members()
        for line in text.split(separator: "\n") where line.hasPrefix("        public let ") {
            members.add(line.dropFirst(19))
        }
        return members
    }
}

extension InterfaceComparison.Members {
    /// Adds `name: Type`.
    fileprivate mutating func add(_ text: Substring) {
        let trimmed = text.drop { $0 == " " || $0 == "\n" }
        guard let colon = trimmed.firstRange(": ") else { return }
        let name = trimmed[..<colon.lowerBound].filter { $0 != "`" }
        var type = trimmed[colon.upperBound...]
        while type.last == " " || type.last == "\n" { type.removeLast() }
        parts[name] = String(type)
        order.append(name)
    }
}

extension Substring {
    /// Where a text stands first.
    fileprivate func firstRange(_ wanted: String) -> Range<Index>? {
        guard let mark = wanted.first else { return nil }
        var place = startIndex
        while let start = self[place...].firstIndex(of: mark) {
            if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
            place = index(after: start)
        }
        return nil
    }

    /// The beginning of the first line that begins so.
    fileprivate func firstLine(with prefix: String) -> Index? {
        split(separator: "\n").first { $0.hasPrefix(prefix) }?.startIndex
    }
}
