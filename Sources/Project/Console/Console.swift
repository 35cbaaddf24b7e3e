package import Diagnostics
internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a run speaks: results on standard output, everything else on standard error.
package final class Console: Sendable {
    /// What standard error can show.
    package let style: ConsoleStyle
    private let progress: ProgressLine?
    private let output: Int32
    private let errors: Int32
    private let lost = Mutex<FileError?>(nil)

    /// Makes a console on two descriptors.
    package init(style: ConsoleStyle, output: Int32 = 1, errors: Int32 = 2) {
        self.style = style
        self.output = output
        self.errors = errors
        progress = style.canRedraw ? ProgressLine(descriptor: errors) : nil
    }

    /// Writes results to standard output, as they are.
    package func write(_ text: String) {
        if let error = Self.write(text, to: output) { lost.withLock { $0 = $0 ?? error } }
    }

    /// Why some of the results did not reach standard output; `nil` where all did.
    package var failure: Finding? {
        lost.withLock { $0 }.map {
            Finding(.fileUnwritable, "Standard output cannot be written: \($0.reason).")
        }
    }

    /// Writes a result and a newline to standard output.
    package func result(_ text: String) {
        write(text + "\n")
    }

    /// Writes a line to standard error: what happens, what was done.
    package func message(_ text: String) {
        progress?.clear()
        Self.write(text + "\n", to: errors)
    }

    /// Shows findings on standard error.
    package func show(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        progress?.clear()
        Self.write(DiagnosticRenderer(isColoured: style.isColoured).render(findings), to: errors)
    }

    /// Shows on a terminal what is under way, where it takes longer than half a second; shows nothing elsewhere.
    package func working<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
        progress?.begin(what)
        defer { progress?.end() }
        return try body()
    }

    /// A styled text, plain where standard error cannot show styles.
    package func styled(_ text: String, _ style: TextStyle) -> String {
        self.style.isColoured ? style.applied(to: text) : text
    }

    /// Writes all of a text.
    ///
    /// A reader that has gone ends the process quietly, as `SIGPIPE` does, also where the parent had it ignored.
    ///
    /// - Returns: Why not all of it was written.
    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> FileError? {
        var text = text
        return text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = unsafe systemWrite(
                    descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
                if count > 0 {
                    offset += count
                } else if errno == EINTR {
                    continue
                } else {
                    let error = FileError(.write, "standard output")
                    if error.errorNumber == EPIPE { BrokenPipe.raise() }
                    return error
                }
            }
            return nil
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let bytes = unsafe bytes else { return 0 }
    return unsafe write(descriptor, bytes, count)
}

/// The end of a process whose reader has gone.
enum BrokenPipe {
    /// Ends the process as `SIGPIPE` does.
    static func raise() {
        signal(SIGPIPE, SIG_DFL)
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGPIPE)
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
        kill(getpid(), SIGPIPE)
    }
}
