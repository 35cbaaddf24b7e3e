#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
internal import TelemetryReport

/// Standard output.
enum Output {
    /// Prints text that is already bytes.
    static func write(_ bytes: [UInt8]) {
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }
}

extension TextStyle {
    /// The style for where standard output goes: colours and width for a terminal, plain otherwise.
    ///
    /// - Parameter isPlain: Whether the command line asks for plain lines.
    /// - Returns: The style.
    static func standardOutput(isPlain: Bool) -> TextStyle {
        let isTerminal = isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" && !isPlain
        var width = 120
        if isTerminal {
            var size = winsize()
            if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { width = Int(size.ws_col) }
        }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
        let isUnicode = locale.lowercased().replacing("-", with: "").contains("utf8")
        return TextStyle(
            width: width, isColoured: isTerminal && (environment("NO_COLOR") ?? "").isEmpty, isUnicode: isUnicode)
    }

    private static func environment(_ name: String) -> String? {
        unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
    }
}
