/// Holds the documents of a run against each other: they tell of one run, and so the same of it.
struct RunConsistency {
    private struct Run {
        var head: DocumentValidator.Head
        var kinds: [String] = []
        var documents: [String]?
        var file: String
    }

    private var runs: [Run] = []
    /// The places of the runs.
    private var places: [String: Int] = [:]
    private(set) var findings: [Finding] = []

    /// How many runs there are.
    var count: Int { runs.count }

    /// Takes a document.
    mutating func add(_ head: DocumentValidator.Head, _ file: String) {
        guard !head.run.isEmpty else { return }
        let place = places[head.run] ?? runs.count
        if place == runs.count {
            places[head.run] = place
            runs.append(Run(head: head, file: file))
        }
        let first = (head: runs[place].head, file: runs[place].file)
        func compare(_ differs: Bool, _ name: String) {
            guard differs else { return }
            findings.append(
                Finding(file: file, path: "$.\(name)", reason: "differs from that of the same run in \(first.file)"))
        }
        compare(first.head.start != head.start, "timestampUtc")
        compare(first.head.tool != head.tool, "tool")
        compare(first.head.version != head.version, "version")
        compare(first.head.command != head.command, "command")
        if runs[place].kinds.contains(head.kind) {
            findings.append(Finding(file: file, path: "$.kind", reason: "the run has another document of this kind"))
        }
        runs[place].kinds.append(head.kind)
        if let documents = head.documents { runs[place].documents = documents }
        if let documents = runs[place].documents, !documents.isEmpty {
            for kind in runs[place].kinds where kind != "cli-command" && !documents.contains(kind) {
                findings.append(
                    Finding(file: file, path: "$.documents", reason: "the run does not say that it wrote \(kind)"))
            }
        }
    }
}
