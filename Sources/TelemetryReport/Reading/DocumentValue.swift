package import TelemetryRecording

/// A value of a document that has been read: only what the catalogue knows, each checked against its field.
///
/// Texts here are those of the catalogue, or match a pattern of it (versions, times, digests): nothing that a stranger
/// wrote into a file can reach a terminal through it.
package enum DocumentValue: Sendable, Equatable {
    case count(Int)
    case milliseconds(Double)
    case flag(Bool)
    case text(String)
    case pseudonym(class: String, digits: String)
    case histogram(Histogram)
    case list([DocumentValue])
    case object([Member])

    /// A member of an object.
    package struct Member: Sendable, Equatable {
        /// The field's name.
        package var name: String
        /// Its value.
        package var value: DocumentValue

        /// Makes a member.
        package init(name: String, value: DocumentValue) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name; `nil` where it is absent or this is no object.
    package subscript(name: String) -> DocumentValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The items of a list; none where it is none.
    package var items: [DocumentValue] {
        if case .list(let items) = self { items } else { [] }
    }

    /// The number, in the field's unit.
    package var number: Double? {
        switch self {
        case .count(let count): Double(count)
        case .milliseconds(let milliseconds): milliseconds
        default: nil
        }
    }

    /// The whole number.
    package var integer: Int? {
        if case .count(let count) = self { count } else { nil }
    }

    /// The truth value.
    package var isTrue: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }

    /// The text of a closed value, a version or a time.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The distribution.
    package var histogram: Histogram? {
        if case .histogram(let histogram) = self { histogram } else { nil }
    }
}
