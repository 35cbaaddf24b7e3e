extension DiagnosticDocumentation {
    static let commandLine: [DiagnosticCode: DiagnosticDocumentation] = [
        .filterMalformed: .init(
            "a filter that cannot be read",
            "`--procedure` takes `name` or `schema.name`, with `*` and `?`, separated by `,` or `;`. The exit code is 64.",
            example: """
                error XQ0501: “orders.” is not a filter: a name is missing beside the dot.
                  note: Write name or schema.name, with * and ?, separated by commas.
                """,
            remedy: "Correct the part of the filter that the message quotes."),
        .filterNoMatch: .init(
            "a filter that matches nothing",
            "Nothing in the project has a name that `--procedure` matches, so there was nothing to do.",
            example: """
                error XQ0502: “orders.sumary” matches nothing.
                  note: Did you mean “orders.summary”?
                """,
            remedy: "Correct the name; `*` matches any text."),
        .fileUnreadable: .init(
            "a file or folder cannot be read",
            "The system does not let the tool read a file or list a folder that the project's patterns name.",
            example: """
                error XQ0503: The folder “Queries” cannot be listed: Permission denied.
                """,
            remedy: "Give its reader the rights, or narrow the patterns in `.xtraqconfig`."),
        .fileUnwritable: .init(
            "a file cannot be written",
            """
            The system does not let the tool write a file, or to standard output: no rights, a full disk, a read-only file \
            system.
            """,
            example: """
                error XQ0504: “.xtraqconfig” cannot be written: Read-only file system.
                """,
            remedy: "Make room or give the rights, and run again: files are replaced whole, so nothing is half written."
        ),
        .internalFailure: .init(
            "an error of the tool",
            "Something happened that the tool does not expect. It is a bug.",
            example: """
                error XQ0505: xtraq came upon an error of its own (unexpected state).
                """,
            remedy: "Please report it with the command line and the output of `xtraq version --json`."),
    ]
}
