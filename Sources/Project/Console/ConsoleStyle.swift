#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a stream of the console can show.
package struct ConsoleStyle: Sendable, Equatable {
    /// Whether to colour.
    package var isColoured: Bool
    /// Whether a line may be drawn again in place.
    package var canRedraw: Bool

    /// Plain lines.
    package static let plain = ConsoleStyle(isColoured: false, canRedraw: false)

    /// Makes a style.
    package init(isColoured: Bool, canRedraw: Bool) {
        self.isColoured = isColoured
        self.canRedraw = canRedraw
    }

    /// What a stream can show: plain lines with `--ci`, on a dumb terminal or none; no colour with `NO_COLOR` (whatever
    /// its value, unless empty: no-color.org).
    package init(isTerminal: Bool, isCI: Bool, environment: (String) -> String?) {
        let term = environment("TERM") ?? ""
        canRedraw = isTerminal && !isCI && !term.isEmpty && term != "dumb"
        isColoured = canRedraw && (environment("NO_COLOR") ?? "").isEmpty
    }

    /// What the stream with that descriptor can show.
    package static func detect(_ descriptor: Int32, isCI: Bool, environment: ProcessEnvironment) -> ConsoleStyle {
        ConsoleStyle(isTerminal: isatty(descriptor) == 1, isCI: isCI) { environment[$0] }
    }
}
