internal import LocalTelemetry

extension ToolFootprint {
    /// The page that somebody reads before enabling the recording, in Markdown.
    package var page: String {
        """
        # What `\(tool) --telemetry` writes

        \(Markdown.note("\(tool) telemetry schema --reference"))
        - **Nothing is ever sent.** No code of \(tool) sends telemetry anywhere, and nothing that is recorded leaves this \
        disk unless a person carries it.
        - **Nothing is recorded unasked.** An invocation records where its own command line carries `--telemetry`: no \
        environment variable, configuration or earlier run turns it on. Without it, only `\(tool) telemetry …` looks at \
        the folder or the key, and creates nothing.
        - **No text is recorded.** Every field is a number, a flag, a version, a time, a text that stands in the tool's \
        own source, or a keyed pseudonym. \(pseudonymCount)
        - **The command is not disturbed.** What it prints on standard output, the files it makes and its exit code are \
        those without the switch, also where the disk is full or the folder cannot be written.

        | what | where | mode | how long |
        |---|---|---|---|
        | documents | `\(folder)/telemetry/` | folder 0700, files 0600 | until you delete them |
        | the key of the pseudonyms | `\(folder)/private/telemetry.key` | folder 0700, file 0600 | until you delete it |

        \(Markdown.table(["document", "what it says", "written by", "fields"], kindRows))
        Look: \(lookCommands). Show what would be recorded, and write nothing: `--telemetry --telemetry-preview`. \
        Delete: `\(deletion)`.

        ![The documents and what they hold](schema.svg)

        ## In depth

        - [Every file](#every-file)
        - [Every field](#every-field)
        - [Pseudonyms, and what the key means](#pseudonyms-and-what-the-key-means)
        - [To look, share and delete](#to-look-share-and-delete)
        - [What never happens, and the test that shows it](#what-never-happens-and-the-test-that-shows-it)
        - [Known weaknesses](#known-weaknesses)
        - [One example of each document](#one-example-of-each-document)
        - [How the documents may change](changes.md)

        \(files)
        \(fields)
        \(keySection)
        \(handling)
        \(proofs)
        \(weaknesses)
        \(exampleSection)
        """
    }

    private var pseudonymCount: String {
        let count = pseudonyms.count
        return count == 0
            ? "None of its fields holds a pseudonym." : "\(Phrase.count(count, "field")) can hold a pseudonym."
    }

    private var kindRows: [[String]] {
        kinds.map { kind in
            [
                "[`\(kind.kind)`](\(kind.kind).md)", kind.purpose,
                kind.writtenBy.isEmpty
                    ? "every command" : kind.writtenBy.map { "`\(shown($0))`" }.joined(separator: ", "),
                "\(kind.body.flatMap { $0.flattened() }.count), and \(envelope.flatMap { $0.flattened() }.count) "
                    + "of every document",
            ]
        }
    }

    /// The commands that show, as far as there are any.
    var lookCommands: String {
        let known = [
            ("status", ""), ("list", " list"), ("show", " show"), ("report", " report"), ("schema", " schema"),
        ]
        .filter { commands.contains("telemetry-\($0.0)") }
        return known.map { "`\(tool) telemetry\($0.1)`" }.joined(separator: ", ")
    }

    /// How everything is deleted.
    var deletion: String {
        commands.contains("telemetry-purge") ? "\(tool) telemetry purge --all" : "rm -r \(folder)/telemetry"
    }

    private var exampleSection: String {
        var text = """
            ## One example of each document

            `\(tool) telemetry schema KIND --example` prints the same, without running anything.

            """
        for (kind, example) in zip(kinds, examples) {
            text += "\n<details><summary><code>\(kind.kind)</code></summary>\n\n\(Markdown.block(example, "json"))"
            text += "\n</details>\n"
        }
        return text
    }
}
