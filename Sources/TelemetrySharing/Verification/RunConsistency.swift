/// Holds the documents of a run against each other: they tell of one run, and so the same of it.
struct RunConsistency {
    private struct Run {
        var head: DocumentValidator.Head
        var kinds: [String] = []
        var documents: [String]?
        var file: String
    }

    private var runs: [String: Run] = [:]
    private(set) var findings: [Finding] = []

    /// How many runs there are.
    var count: Int { runs.count }

    /// Takes a document.
    mutating func add(_ head: DocumentValidator.Head, _ file: String) {
        guard !head.run.isEmpty else { return }
        var run = runs[head.run] ?? Run(head: head, file: file)
        let differences = [
            (run.head.start != head.start, "timestampUtc"), (run.head.tool != head.tool, "tool"),
            (run.head.version != head.version, "version"), (run.head.command != head.command, "command"),
        ]
        for (differs, name) in differences where differs {
            findings.append(
                Finding(file: file, path: "$.\(name)", reason: "differs from that of the same run in \(run.file)"))
        }
        if run.kinds.contains(head.kind) {
            findings.append(Finding(file: file, path: "$.kind", reason: "the run has another document of this kind"))
        }
        run.kinds.append(head.kind)
        if let documents = head.documents { run.documents = documents }
        if let documents = run.documents, !documents.isEmpty {
            for kind in run.kinds where kind != "cli-command" && !documents.contains(kind) {
                findings.append(
                    Finding(file: file, path: "$.documents", reason: "the run does not say that it wrote \(kind)"))
            }
        }
        runs[head.run] = run
    }
}
