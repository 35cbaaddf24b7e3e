/// One line of the common log format: `host - - [time] "GET /path HTTP/1.1" 200 2326`.
struct LogEntry {
    let host: Substring
    let path: Substring
    let status: Int
    let bytes: Int

    /// Reads a line; `nil` where it is not of the format.
    init?(_ line: Substring) {
        let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
        guard quoted.count >= 3, let host = quoted[0].split(separator: " ").first else { return nil }
        let request = quoted[1].split(separator: " ")
        let answer = quoted[2].split(separator: " ")
        guard request.count >= 2, answer.count >= 2, let status = Int(answer[0]), (100..<600).contains(status)
        else { return nil }
        self.host = host
        path = request[1].prefix { $0 != "?" }
        self.status = status
        bytes = Int(answer[1]) ?? 0
    }
}
