import Foundation
import TestSupport

/// A library that stands between the tool and the C library and makes calls do what a disk does on a bad day.
///
/// `SHIM=short` writes a few bytes at a time and is interrupted now and then, `unnamed` has no `O_TMPFILE`, `links` has
/// no hard links, `drawn` draws the same 64 bits each time.
enum Shim {
    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <stdarg.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        static int on(const char *name) { const char *e = getenv("SHIM"); return e && strstr(e, name); }
        static int calls;
        ssize_t write(int fd, const void *bytes, size_t count) {
            static ssize_t (*real)(int, const void *, size_t);
            if (!real) real = dlsym(RTLD_NEXT, "write");
            if (fd > 2 && count > 1 && on("short")) {
                if (++calls % 5 == 0) { errno = EINTR; return -1; }
                if (count > 97) count = 1 + (calls * 31) % 97;
            }
            return real(fd, bytes, count);
        }
        int openat(int folder, const char *path, int flags, ...) {
            static int (*real)(int, const char *, int, ...);
            va_list list; va_start(list, flags);
            const int unnamed = __O_TMPFILE & ~O_DIRECTORY;
            mode_t mode = (flags & O_CREAT) || (flags & unnamed) ? va_arg(list, mode_t) : 0;
            va_end(list);
            if (!real) real = dlsym(RTLD_NEXT, "openat");
            if ((flags & unnamed) && on("unnamed")) { errno = EOPNOTSUPP; return -1; }
            return real(folder, path, flags, mode);
        }
        int linkat(int a, const char *b, int c, const char *d, int flags) {
            static int (*real)(int, const char *, int, const char *, int);
            if (!real) real = dlsym(RTLD_NEXT, "linkat");
            if (on("links")) { errno = EOPNOTSUPP; return -1; }
            return real(a, b, c, d, flags);
        }
        // Swift's generator draws 64 bits at a time, and seeds of hash tables 128, which stay as they are.
        long syscall(long number, ...) {
            static long (*real)(long, ...);
            va_list list; va_start(list, number);
            long a[6]; for (int i = 0; i < 6; i++) a[i] = va_arg(list, long);
            va_end(list);
            if (!real) real = dlsym(RTLD_NEXT, "syscall");
            if (number == SYS_getrandom && a[1] == 8 && on("drawn")) { memset((void *)a[0], 0x5A, 8); return 8; }
            return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
        }
        ssize_t getrandom(void *bytes, size_t count, unsigned flags) {
            static ssize_t (*real)(void *, size_t, unsigned);
            if (!real) real = dlsym(RTLD_NEXT, "getrandom");
            if (count == 8 && on("drawn")) { memset(bytes, 0x5A, 8); return 8; }
            return real(bytes, count, flags);
        }
        """

    /// The library, compiled once.
    private static let folder = try? TemporaryFolder()
    static let path: String? = {
        guard let folder, (try? folder.write("shim.c", source)) != nil else { return nil }
        for compiler in ["clang", "cc", "gcc"] {
            let run = try? Command.run(
                "/usr/bin/env", [compiler, "-shared", "-fPIC", "-o", "shim.so", "shim.c", "-ldl"], in: folder.path,
                environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
            if run?.exitCode == 0 { return folder.path("shim.so") }
        }
        return nil
    }()
}
