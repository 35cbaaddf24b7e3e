#if (Tool || TelemetryCommands) && Telemetry
internal import ArgumentParser
internal import LocalTelemetry
internal import TelemetryReport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a bundle goes: a file, or standard output.
struct BundleDestination {
    let path: String
    let replacing: Bool

    /// A name that tells nothing of the project: the tool, and digits drawn at random.
    static func name(_ tool: String, _ bundle: String, isEncrypted: Bool) -> String {
        "\(tool)-telemetry-\(bundle.prefix(8)).zip" + (isEncrypted ? ".age" : "")
    }

    /// Writes it.
    func write(_ bytes: [UInt8]) throws {
        if path == "-" {
            guard isatty(STDOUT_FILENO) == 0 else {
                throw ValidationError("A bundle is no text for a terminal: send standard output to a file.")
            }
            return try Output.writeAsIs(bytes)
        }
        do throws(WholeFile.Failure) {
            try WholeFile.write(bytes, to: path, replacing: replacing)
        } catch {
            if error.isTaken, !replacing { throw CommandFailure.taken(path) }
            throw CommandFailure.notWritten(error.description)
        }
    }
}

/// Asks a person.
enum Question {
    /// Whether the answer is yes.
    ///
    /// - Throws: Wrong usage where nobody can be asked.
    static func isAnswered(_ question: String, yes: Bool, isPlain: Bool) throws -> Bool {
        if yes { return true }
        guard !isPlain, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw ValidationError("There is no terminal to ask on, so nothing was written: --yes says that it may be.")
        }
        fflush(nil)
        StandardError.write("\(Escaping.visible(question)) [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}
#endif
