internal import LocalTelemetry

extension ToolFootprint {
    /// The section on pseudonyms and the key.
    var keySection: String {
        let rows = pseudonyms.map { kind, path, field in
            [
                "`\(path)`", kind.map { "`\($0)`" } ?? "every document", "`\(field.pseudonymClass ?? "")`",
                field.purpose,
            ]
        }
        return """
            ## Pseudonyms, and what the key means

            A pseudonym is `HMAC-SHA-256(key, class ‖ 0x00 ‖ bytes)` in 64 hex digits. Equal texts of one class have equal \
            pseudonyms, texts of different classes never match. These are all of them:

            \(Markdown.table(["field", "document", "class", "of what"], rows))
            The key is made by the first recorded run of a project and lies apart from the documents, so handing over the \
            one never hands over the other. **Who has the key can test guesses**: hash a name, and look whether it occurs. A \
            plain hash could be tested by everybody; that is why there is a key. Without the key a pseudonym says only \
            where the same thing recurs. Once the key and its copies are deleted, old pseudonyms can be matched with \
            nothing, by nobody, and the next recorded run makes a new one. A key file that is not of 32 bytes is left \
            alone: runs use one that is thrown away.

            `--telemetry-key FILE` takes a key from elsewhere, such as a secret of a build server: whoever can read that \
            secret can test guesses. No list is in the order of names or of work where its items carry pseudonyms: a known \
            list of names would decode it by position.

            """
    }

    /// The section on looking, sharing and deleting.
    var handling: String {
        let share =
            commands.contains("telemetry-export")
            ? "`\(tool) telemetry export --dry-run` shows what would leave, and `export` packages it, redacted."
            : """
            nothing in \(tool) packages documents for others yet. A document is a text file: read it before you pass it \
            on, and leave `\(folder)/private/` where it is. The export columns of the kinds' pages say what an export will \
            do with each field.
            """
        let reveal =
            commands.contains("telemetry-show")
            ? " `show --reveal` shows the owner, who has the key, the names behind the pseudonyms, on standard output only."
            : ""
        return """
            ## To look, share and delete

            - **Look:** \(lookCommands).\(reveal) The documents are JSON, indented, and need no tool.
            - **Share:** \(share)
            - **Delete:** `\(deletion)` deletes the documents, `rm -r \(folder)/private` the key. Nothing else is left, and \
            nothing is ever deleted unasked.

            """
    }

    /// The section on weaknesses.
    var weaknesses: String {
        let bundles = commands.contains("telemetry-export")
        var lines = [
            "Who has the whole `\(folder)` folder has the key, and can test guesses of names.",
            "Durations, counts and sizes can recognise a project or run that is known already"
                + (bundles ? ", in an exported bundle too, `strict` or not." : "."),
            "A preview (`--telemetry-preview`) in a public log publishes exact figures.",
            "Work trees and copied folders share or lose a key as files do.",
            "The names of the files carry the time of a run.",
            "What root runs inside a container leaves files that only root can read.",
            "Who can write to the folder can change or add documents: nothing signs them.",
            "The key protects names from those who do not have it, not from the owner's own account: every program that "
                + "runs as the same user can read documents and key.",
        ]
        if bundles {
            lines.append(
                "Whoever has a project's sources can recognise its items in a `standard` bundle by size and shape, and one "
                    + "run that is known from a public log dates the others to the minute.")
        }
        if commands.contains("telemetry-verify") { lines.append("The pattern search of `verify` can miss.") }
        return "## Known weaknesses\n\n" + lines.map { "- \($0)\n" }.joined()
    }
}
