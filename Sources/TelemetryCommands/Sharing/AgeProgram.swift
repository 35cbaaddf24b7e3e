#if (Tool || TelemetryCommands) && Telemetry
internal import Dispatch
internal import LocalTelemetry
internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The program `age` (https://age-encryption.org), which encrypts: there is no cryptography of our own here.
///
/// What is encrypted goes to it and comes back through pipes; nothing touches the disk.
struct AgeProgram {
    private let arguments: [String]

    init(recipients: [String], files: [String]) {
        arguments = ["age", "--encrypt"] + recipients.flatMap { ["-r", $0] } + files.flatMap { ["-R", $0] }
    }

    /// Why nothing was encrypted.
    enum Failure: Error, CustomStringConvertible {
        case missing
        case unstartable(CInt)
        case ended(CInt)
        case unreadable

        var description: String {
            switch self {
            case .missing:
                "The program age is not installed, and nothing was written. On Debian: apt-get install age."
            case .unstartable(let code): "The program age cannot be started (error \(code)); nothing was written."
            case .ended(let code): "The program age failed (exit code \(code)); nothing was written."
            case .unreadable: "What the program age wrote cannot be read; nothing was written."
            }
        }
    }

    /// The bytes, encrypted.
    func encrypt(_ bytes: [UInt8]) throws -> [UInt8] {
        var (input, output): ([CInt], [CInt]) = ([-1, -1], [-1, -1])
        // A socket towards it: where it ends early, writing fails and sends no signal.
        guard unsafe socketpair(AF_UNIX, Self.streamType, 0, &input) == 0, unsafe pipe(&output) == 0 else {
            throw Failure.unstartable(errno)
        }
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let process: pid_t
        do {
            process = try start(input[1], output[1])
        } catch {
            for descriptor in input + output { close(descriptor) }
            throw error
        }
        close(input[1])
        close(output[1])
        let encrypted = Mutex([UInt8]?.none)
        let (source, target) = (output[0], input[0])
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            let content = SystemFile.readToEnd(source)
            encrypted.withLock { $0 = content }
        }
        Self.writeAll(bytes, target)
        close(target)
        group.wait()
        close(source)
        var status: CInt = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        guard code == 0 else { throw code == 127 ? Failure.missing : Failure.ended(code) }
        guard let content = encrypted.withLock({ $0 }) else { throw Failure.unreadable }
        return content
    }

    #if canImport(Glibc)
    private static let streamType = CInt(SOCK_STREAM.rawValue)
    #else
    private static let streamType = SOCK_STREAM
    #endif

    private func start(_ input: CInt, _ output: CInt) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // A run that is recorded blocks signals in its threads; the program must not inherit that.
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe texts.forEach { unsafe free($0) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, "age", &actions, &attributes, &texts, environ)
        guard code == 0 else { throw code == ENOENT ? Failure.missing : Failure.unstartable(code) }
        return process
    }

    private static func writeAll(_ bytes: [UInt8], _ descriptor: CInt) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(
                    descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written, noSignal)
            }
            if count < 0, errno == EINTR { continue }
            // It has ended: its exit code says why.
            guard count > 0 else { return }
            written += count
        }
    }

    #if canImport(Darwin)
    private static let noSignal: CInt = 0
    #elseif canImport(Musl)
    private static let noSignal: CInt = 0x4000
    #else
    private static let noSignal = CInt(MSG_NOSIGNAL)
    #endif
}
#endif
