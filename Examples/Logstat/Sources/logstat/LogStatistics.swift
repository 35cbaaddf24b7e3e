/// What a server answered, by the first digit of the status.
enum StatusClass: String, CaseIterable, Sendable {
    case informed, succeeded, redirected, clientErrors, serverErrors

    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The figures of one log or of several.
struct LogStatistics: Sendable {
    var requests = 0
    var malformed = 0
    var bytes = 0
    /// By status class.
    var answers = Array(repeating: 0, count: StatusClass.allCases.count)
    var paths: [String: Int] = [:]
    var hosts: [String: Int] = [:]

    /// Takes in one line; what is not of the format is counted as malformed.
    mutating func add(_ line: Substring) {
        guard let entry = LogEntry(line) else {
            malformed += 1
            return
        }
        requests += 1
        bytes += entry.bytes
        answers[entry.status / 100 - 1] += 1
        paths[String(entry.path), default: 0] += 1
        hosts[String(entry.host), default: 0] += 1
    }

    /// Takes in the figures of other logs.
    mutating func merge(_ other: LogStatistics) {
        requests += other.requests
        malformed += other.malformed
        bytes += other.bytes
        for place in answers.indices { answers[place] += other.answers[place] }
        paths.merge(other.paths, uniquingKeysWith: +)
        hosts.merge(other.hosts, uniquingKeysWith: +)
    }
}
