extension DiagnosticDocumentation {
    static let disk: [DiagnosticCode: DiagnosticDocumentation] = [
        .snapshotMissing: DiagnosticDocumentation(
            "There is no snapshot",
            "What is to be built is described in `.xtraq/snapshots/`, and there is nothing yet.",
            example: "error XQ0401: there is no snapshot in .xtraq/snapshots",
            remedy: "Run `xtraq snapshot`, or `xtraq` for both steps."
        ),
        .snapshotCorrupt: DiagnosticDocumentation(
            "A file of the snapshot is damaged",
            "The file is not what the tool writes: edited by hand, or with the marks of a merge conflict.",
            example: ".xtraq/snapshots/index.json:4:1: error XQ0402: this is not JSON",
            remedy: "Run `xtraq snapshot`, which writes it anew."
        ),
        .snapshotIncomplete: DiagnosticDocumentation(
            "The snapshot is not whole",
            "A file is missing or older than the index says: a run was ended in between, or a merge took files of two branches.",
            example: "error XQ0403: .xtraq/snapshots/tables/main.orders.json is missing",
            remedy: "Run `xtraq snapshot`, which completes it."
        ),
        .snapshotFormat: DiagnosticDocumentation(
            "A snapshot in another format",
            "The snapshot was written by a version of the tool that uses another format.",
            example: "error XQ0404: .xtraq/snapshots/index.json has format 2; this tool reads format 1",
            remedy: "Use the newer tool, or take the snapshot anew."
        ),
        .treeUnwritable: DiagnosticDocumentation(
            "A file cannot be read or written",
            "The system refuses an access below `.xtraq` or the output folder.",
            example: "error XQ0405: cannot write Sources/App/Generated/Main.swift: No space left on device",
            remedy: "What was written stays and is whole; the next run completes it."
        ),
        .fileNotOurs: DiagnosticDocumentation(
            "A file that the tool did not write is in the way",
            "The tool overwrites and removes only files that begin as its own do. Another file, or a link, has the name of one "
                + "that is to be written, so the run ended before it wrote anything there.",
            example:
                "error XQ0406: Generated/MainSchema.swift was not written by xtraq, and a file of that name is to be "
                + "written\n  note: move it away or delete it, and run again: it is left as it is, and nothing was written",
            remedy:
                "Move the file away, delete it, or choose another folder as `output`. The same is said of a generated file "
                + "whose first line was edited."
        ),
    ]
}
