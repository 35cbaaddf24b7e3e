import LocalTelemetryTesting
import Testing

/// Nothing that a user names leaves the tool's memory, and no kill leaves half a document.
@Suite struct LeakTests {
    @Test func nothingLeaks() throws {
        try expectNoLeaks(of: logstat, folder: ".logstat") { canary in
            let (log, other) = (canary.secret("a log"), canary.secret("another log"))
            try canary.write("\(log).log", logText(canary))
            try canary.write("logs/\(other).log", logText(canary))
            try canary.record("summary", "\(log).log", "logs/\(other).log")
            try canary.record("top", "--hosts", "logs/\(other).log", "\(log).log")
            try canary.record("check", "\(log).log", exitCode: 4)
            try canary.record("summary", canary.secret("a log that is not there"), exitCode: 1)
            try canary.record("top", "--limit", canary.secret("a number that is none"), "x", exitCode: 64)
            try canary.record(canary.secret("a command that is none"), exitCode: 64)
        }
    }

    private func logText(_ canary: Canary) -> String {
        let (path, host) = (canary.secret("a path"), canary.secret("a host", isASCII: true))
        return """
            \(host).example - - [10/Oct/2026:13:55:36 +0000] "GET /\(path) HTTP/1.1" 200 2326
            \(host).example - - [10/Oct/2026:13:55:37 +0000] "GET /\(path)?q=\(canary.secret("a query")) HTTP/1.1" 500 12
            \(canary.secret("a malformed line"))

            """
    }

    @Test func survivesKills() throws {
        let seen = try expectSurvivesKills(of: logstat, folder: ".logstat", arguments: ["summary", "a.log"], step: 9) {
            try sampleLog.write(toFile: $0 + "/a.log", atomically: true, encoding: .utf8)
        }
        #expect(seen.isEmpty || seen.isSuperset(of: ["none", "success"]), "\(seen)")
    }
}
