/// A drawing of rectangles, lines and texts, each with its place: what is written as SVG, and what a test measures.
package struct DiagramDrawing: Sendable {
    /// A rectangle.
    package struct Box: Sendable, Equatable {
        /// What it is, which is also its class.
        package enum Role: String, Sendable {
            case frame, band, pseudonym, tie, chip
        }

        /// What it is.
        package var role: Role
        package var x, y, width, height: Double
    }

    /// A text on one line.
    package struct Label: Sendable, Equatable {
        /// How it looks, which is also its class.
        package enum Style: String, Sendable {
            case title, note, band, part, field, pseudonym, tie, chip

            var size: Double {
                switch self {
                case .title: 20
                case .band: 17
                case .note, .part, .field, .pseudonym, .tie, .chip: 14
                }
            }

            var isBold: Bool { self == .title || self == .band || self == .part }
        }

        /// What it says.
        package var text: String
        /// How it looks.
        package var style: Style
        /// Where it begins.
        package var x: Double
        /// Where its line stands.
        package var baseline: Double

        /// How wide it is.
        package var width: Double { Self.width(text, style) }
        /// Its upper edge: the height of capitals and ascenders.
        package var top: Double { baseline - style.size * 0.76 }
        /// Its lower edge: the depth of descenders.
        package var bottom: Double { baseline + style.size * 0.22 }

        static func width(_ text: String, _ style: Style) -> Double {
            TextMetrics.width(text, size: style.size, isBold: style.isBold)
        }
    }

    /// A line of right angles.
    struct Path: Sendable {
        var points: [(x: Double, y: Double)]
    }

    /// What a screen reader says of it first.
    package var title: String
    /// What a screen reader says of it then.
    package var description: String
    /// How wide it is.
    package let width = 760.0
    /// How high it is.
    package internal(set) var height = 0.0
    /// Its rectangles, the lower first.
    package internal(set) var boxes: [Box] = []
    /// Its texts.
    package internal(set) var labels: [Label] = []
    var paths: [Path] = []
}
