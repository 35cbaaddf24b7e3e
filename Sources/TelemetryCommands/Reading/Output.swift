// `stdout` is a variable in C: nobody sets it.
#if canImport(Glibc)
@unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
@unsafe @preconcurrency import Musl
#elseif canImport(Darwin)
@unsafe @preconcurrency import Darwin
#endif
internal import LocalTelemetry
internal import TelemetryReport

/// Standard output.
enum Output {
    /// Prints text that is already bytes.
    static func write(_ bytes: [UInt8]) {
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }

    /// Writes bytes of any kind, after all that was printed.
    ///
    /// - Throws: Where they cannot be written.
    static func writeAsIs(_ bytes: [UInt8]) throws(CommandFailure) {
        fflush(nil)
        let code = SystemFile.writeAll(STDOUT_FILENO, bytes)
        guard code == 0 else { throw .outputLost(SystemFile.reason(code)) }
    }

    /// Writes what was printed and waits in memory.
    ///
    /// - Throws: Where it, or something before it, could not be written: a full disk must not look like success.
    static func flush() throws(CommandFailure) {
        let (isFlushed, code) = unsafe (fflush(stdout) == 0, errno)
        if !isFlushed { throw .outputLost(SystemFile.reason(code)) }
        if unsafe ferror(stdout) != 0 { throw .outputLost("some of it is lost") }
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
