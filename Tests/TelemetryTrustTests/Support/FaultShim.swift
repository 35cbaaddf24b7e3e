import Foundation
import TestSupport

/// A library that stands between the tool and the C library, counts the calls of all threads that have to do with a place,
/// and makes one of them fail, or the process end there.
///
/// strace can do the same to one thread, and cannot tell telemetry's calls from the others'.
enum FaultShim {
    /// What happens at a call.
    enum Fault: CustomStringConvertible {
        case error(String, code: Int32, isLasting: Bool)
        case kill

        var description: String {
            switch self {
            case .error(let name, _, let isLasting): name + (isLasting ? " from then on" : "")
            case .kill: "a kill"
            }
        }
    }

    static let telemetry = ".xtraq/telemetry:.xtraq/private"
    static let trees = ".xtraq/snapshots:.xtraq/cache:/Generated"

    /// The environment in which the calls that concern a place are counted into a file, and one is struck.
    ///
    /// - Parameters:
    ///   - scope: What the path of a file holds that counts, one of several between colons.
    ///   - log: The file that gets a line for each call.
    ///   - fault: What happens, and at which call, counted from one.
    /// - Returns: The variables.
    /// - Throws: Where the library could not be compiled.
    static func environment(
        _ scope: String, log: String, _ fault: (kind: Fault, at: Int)? = nil
    ) throws -> [String: String] {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        var environment = ["LD_PRELOAD": path, "FAULT_SCOPE": scope, "FAULT_LOG": log, "SWIFT_BACKTRACE": "enable=no"]
        guard let fault else { return environment }
        environment["FAULT_AT"] = "\(fault.at)"
        if case .error(_, let code, let isLasting) = fault.kind {
            environment["FAULT_ERROR"] = "\(code)"
            environment["FAULT_LASTS"] = isLasting ? "1" : nil
        }
        return environment
    }

    /// Whether there is a C compiler.
    static var isAvailable: Bool { path != nil }

    private static let folder = try? TemporaryFolder()

    /// The library, compiled once.
    private static let path: String? = {
        guard let folder, (try? folder.write("fault.c", source)) != nil else { return nil }
        for compiler in ["clang", "cc", "gcc"] {
            let run = try? Command.run(
                "/usr/bin/env", [compiler, "-shared", "-fPIC", "-o", "fault.so", "fault.c", "-ldl"], in: folder.path,
                environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
            if run?.exitCode == 0 { return folder.path("fault.so") }
        }
        return nil
    }()

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <signal.h>
        #include <stdarg.h>
        #include <stdatomic.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        static char scope[512];
        static atomic_long count;
        static long at, error, lasts;
        static int logging = -1;
        __attribute__((constructor)) static void begin(void) {
            const char *e;
            if ((e = getenv("FAULT_SCOPE")) && strlen(e) < sizeof scope) strcpy(scope, e);
            if ((e = getenv("FAULT_AT"))) at = atol(e);
            if ((e = getenv("FAULT_ERROR"))) error = atol(e);
            if ((e = getenv("FAULT_LASTS"))) lasts = atol(e);
            if ((e = getenv("FAULT_LOG"))) {
                logging = syscall(SYS_openat, AT_FDCWD, e, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
                // Out of the way of the numbers that the tool gets.
                if (logging >= 0) { int high = fcntl(logging, F_DUPFD_CLOEXEC, 200); syscall(SYS_close, logging); logging = high; }
            }
        }
        static int lies_within(const char *path) {
            char words[512]; strcpy(words, scope);
            char *rest = words, *word;
            while ((word = strsep(&rest, ":"))) if (*word && strstr(path, word)) return 1;
            return 0;
        }
        static int concerns(int fd, const char *name) {
            char link[64], path[8192];
            if (!scope[0]) return 0;
            if (name && name[0] == '/') return lies_within(name);
            ssize_t n = 0;
            if (fd == AT_FDCWD) n = syscall(SYS_getcwd, path, 4096) - 1;
            else { snprintf(link, sizeof link, "/proc/self/fd/%d", fd); n = syscall(SYS_readlink, link, path, 4096); }
            if (n < 0) return 0;
            path[n] = 0;
            if (name) { path[n] = '/'; strncpy(path + n + 1, name, 4000); path[n + 4000] = 0; }
            return lies_within(path);
        }
        static int strikes(const char *call, int is_within) {
            if (!is_within) return 0;
            long n = atomic_fetch_add(&count, 1) + 1;
            if (logging >= 0) { char line[64]; int l = snprintf(line, sizeof line, "%s\\n", call); syscall(SYS_write, logging, line, l); }
            if (at == 0 || (n != at && !(lasts && n > at))) return 0;
            if (!error) { kill(getpid(), SIGKILL); for (;;) pause(); }
            errno = error;
            return 1;
        }
        #define REAL(type, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, __func__)
        int openat(int d, const char *p, int f, ...) {
            REAL(int, int, const char *, int, ...);
            va_list l; va_start(l, f); mode_t m = va_arg(l, mode_t); va_end(l);
            return strikes(__func__, concerns(d, p)) ? -1 : real(d, p, f, m);
        }
        int open(const char *p, int f, ...) {
            REAL(int, const char *, int, ...);
            va_list l; va_start(l, f); mode_t m = va_arg(l, mode_t); va_end(l);
            return strikes(__func__, concerns(AT_FDCWD, p)) ? -1 : real(p, f, m);
        }
        int mkdirat(int d, const char *p, mode_t m) { REAL(int, int, const char *, mode_t); return strikes(__func__, concerns(d, p)) ? -1 : real(d, p, m); }
        int mkdir(const char *p, mode_t m) { REAL(int, const char *, mode_t); return strikes(__func__, concerns(AT_FDCWD, p)) ? -1 : real(p, m); }
        ssize_t write(int d, const void *b, size_t n) { REAL(ssize_t, int, const void *, size_t); return d > 2 && strikes(__func__, concerns(d, 0)) ? -1 : real(d, b, n); }
        ssize_t read(int d, void *b, size_t n) { REAL(ssize_t, int, void *, size_t); return d > 2 && strikes(__func__, concerns(d, 0)) ? -1 : real(d, b, n); }
        int fdatasync(int d) { REAL(int, int); return strikes(__func__, concerns(d, 0)) ? -1 : real(d); }
        int fsync(int d) { REAL(int, int); return strikes(__func__, concerns(d, 0)) ? -1 : real(d); }
        int fchmod(int d, mode_t m) { REAL(int, int, mode_t); return strikes(__func__, concerns(d, 0)) ? -1 : real(d, m); }
        int fstat(int d, struct stat *s) { REAL(int, int, struct stat *); return strikes(__func__, concerns(d, 0)) ? -1 : real(d, s); }
        int fstatat(int d, const char *p, struct stat *s, int f) { REAL(int, int, const char *, struct stat *, int); return strikes(__func__, concerns(d, p)) ? -1 : real(d, p, s, f); }
        int flock(int d, int o) { REAL(int, int, int); return strikes(__func__, concerns(d, 0)) ? -1 : real(d, o); }
        int linkat(int a, const char *p, int b, const char *q, int f) { REAL(int, int, const char *, int, const char *, int); return strikes(__func__, concerns(b, q)) ? -1 : real(a, p, b, q, f); }
        int renameat(int a, const char *p, int b, const char *q) { REAL(int, int, const char *, int, const char *); return strikes(__func__, concerns(b, q)) ? -1 : real(a, p, b, q); }
        int rename(const char *p, const char *q) { REAL(int, const char *, const char *); return strikes(__func__, concerns(AT_FDCWD, q)) ? -1 : real(p, q); }
        int unlinkat(int d, const char *p, int f) { REAL(int, int, const char *, int); return strikes(__func__, concerns(d, p)) ? -1 : real(d, p, f); }
        int unlink(const char *p) { REAL(int, const char *); return strikes(__func__, concerns(AT_FDCWD, p)) ? -1 : real(p); }
        """
}
