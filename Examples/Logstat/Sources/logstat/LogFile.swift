import LocalTelemetry
import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A log on disk.
struct LogFile {
    /// Why a file cannot be read.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) cannot be read." }
    }

    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads the file from its beginning to its end.
    func statistics(_ run: TelemetryRun<LogFacts>, within read: SpanScope) throws -> LogStatistics {
        // Ends where it goes out of scope, by whichever way.
        let span = read.span("file")
        var statistics = LogStatistics()
        do {
            let text = try text()
            for line in text.split(separator: "\n") {
                statistics.add(line)
                run.recorder.observe(Double(line.utf8.count), in: "lineBytes")
            }
            run.recorder.item("files", size: text.utf8.count, Subject(name: path))
        } catch {
            run.note { $0.problem = .unreadable }
            throw error
        }
        span.end()
        run.note { $0.add(statistics) }
        return statistics
    }

    private func text() throws -> String {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw Unreadable(path: path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &part, part.count)
            guard count >= 0 else { throw Unreadable(path: path) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += part[..<count]
        }
    }
}
