extension DiagnosticDocumentation {
    static let project: [DiagnosticCode: DiagnosticDocumentation] = [
        .projectMissing: .init(
            "no project",
            "A project is the folder that holds `.xtraqconfig`: the one given with `-p`, else the nearest one upward.",
            example: """
                error XQ0001: There is no project here: neither this folder nor one above it holds a .xtraqconfig.
                  note: `xtraq init` makes one; -p DIR names one elsewhere.
                """,
            remedy: "Run `xtraq init` in the folder that shall be the project, or say where it is with `-p`."),
        .configurationUnreadable: .init(
            "a file of the configuration cannot be read",
            "`.xtraqconfig`, `.xtraqconfig.local` or `.env` is there, but the system does not let the tool read it.",
            example: """
                error XQ0002: “.env” cannot be read: Is a directory.
                  note: Make it readable, or remove it.
                """,
            remedy: "Give the file's reader the right to read it. Nothing is guessed in place of its content."),
        .configurationSyntax: .init(
            "the configuration is not JSON",
            "`.xtraqconfig` and `.xtraqconfig.local` are JSON (RFC 8259): no comments, no trailing commas.",
            example: """
                .xtraqconfig:3:1: error XQ0003: This is not well-formed JSON: this is not JSON.
                    }
                    ^
                """,
            remedy: "Correct the text at the caret or just before it."),
        .configurationUnknownKey: .init(
            "unknown key",
            """
            A key that nobody reads is most often a slip, and would be ignored in silence. The same holds for variables \
            of `.env` that begin with `XTRAQ_`.
            """,
            example: """
                .xtraqconfig:2:3: error XQ0004: There is no key “modul”.
                      "modul": "Shop"
                      ^
                  note: Did you mean “module”?
                """,
            remedy: "Use one of the keys in [configuration](configuration.md)."),
        .configurationWrongType: .init(
            "a value of another type",
            "The value of the key is, for example, a string where a list belongs.",
            example: """
                .xtraqconfig:2:13: error XQ0005: “schema” is a list of strings; this is a string.
                      "schema": "Schema/*.sql"
                                ^
                """,
            remedy: "Write the value as the table in [configuration](configuration.md) says."),
        .configurationBadValue: .init(
            "a value that cannot be",
            """
            The value has the right type, but cannot be used: a module name that Swift does not accept, a pattern that \
            leaves the project, a kind of database that is not known.
            """,
            example: """
                .xtraqconfig:2:13: error XQ0006: “my shop” cannot name a Swift module.
                      "module": "my shop"
                                ^
                  note: Try “my_shop”.
                """,
            remedy: "Follow the note below the message."),
        .configurationPassword: .init(
            "a password in a tracked file",
            "`.xtraqconfig` is under version control, and so would be the password in its `database`.",
            example: """
                .xtraqconfig:2:15: warning XQ0007: This file is under version control, and the URL holds a password.
                      "database": "postgresql://ann:secret@db/shop"
                                  ^
                  note: Put “database” into .xtraqconfig.local, or into XTRAQ_GENERATOR_DB; git ignores both.
                """,
            remedy: "Move it to `.xtraqconfig.local` or `.env`, and change the password if the file was ever shared."),
        .configurationDuplicateKey: .init(
            "a key stands twice",
            "JSON leaves open which of two equal keys counts, so neither is guessed.",
            example: """
                .xtraqconfig:3:3: error XQ0008: “module” stands here for the second time.
                      "module": "Store"
                      ^
                  note: Keep one of them.
                """,
            remedy: "Remove one of them."),
        .environmentFileSyntax: .init(
            "a line of .env is not well-formed",
            """
            Lines are `KEY=VALUE`, with `export` before them or not; values are bare, or in single or double quotes on \
            one line.
            """,
            example: """
                .env:1:14: error XQ0009: The closing quote is missing; a value cannot go over several lines.
                    XTRAQ_OUTPUT="Sources/Shop
                                 ^
                  note: A line reads KEY=VALUE, KEY='VALUE' or KEY="VALUE"; see docs/configuration.md.
                """,
            remedy: "Correct the line; the grammar stands in [configuration](configuration.md)."),
    ]
}
