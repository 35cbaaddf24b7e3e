internal import LocalTelemetry

extension ToolFootprint {
    /// The section on every file.
    var files: String {
        let documents = "\(folder)/telemetry"
        let secrets = "\(folder)/private"
        let name = "<kind>-<yyyyMMdd-HHmmss>-<digits>.json"
        return """
            ## Every file

            | what | where | mode | life |
            |---|---|---|---|
            | the tool's folder | `\(folder)/` | 0755 less umask | made where it is missing; stays |
            | the folder of documents | `\(documents)/` | 0700 | made by the first recorded run; stays |
            | its own ignore file: `*` | `\(documents)/.gitignore` | 0600 | made where it is missing; stays |
            | a document | `\(documents)/\(name)` | 0600 | until you delete it |
            | the end of a run, under a second name | `\(documents)/….json.final` | 0600 | for a moment; after a kill \
            until the next recorded run puts it in its place |
            | a document or key being written, where the file system knows no unnamed files | `.part-…` in the folder of either | 0600 | \
            for a moment; after a kill until the next recorded run |
            | the folder of the key | `\(secrets)/` | 0700 | made by the first recorded run; stays |
            | its own ignore file: `*` | `\(secrets)/.gitignore` | 0600 | made where it is missing; stays |
            | the key: 32 random bytes | `\(secrets)/telemetry.key` | 0600 | until you delete it |
            | documents, with `--telemetry-directory DIR` | `DIR/`, in place of `\(documents)/` | the same | the same; the \
            key never lies in it |
            | one closing line | standard error | | |

            The name of a document says its kind, the start of the run in UTC, and the first 8 digits of its `runId` (16 \
            where 8 are taken). `cli-command` is written when the run begins, as `unfinished`, and replaced when it ends: a \
            run that was killed is on record too. A document appears whole or not at all. Below the project no link is \
            followed; a folder or key that belongs to somebody else, or is open to others, is not used: nothing is \
            recorded, and the closing line says so.

            Outside of a project nothing is written, unless `--telemetry-directory` says where. The lists of a document \
            are bounded (the tables say by what), so that a long run makes no long document.

            """
    }

    /// The section on every field: the short table of each kind; all else is on the kinds' own pages.
    var fields: String {
        var text = """
            ## Every field

            Sizes, ranges, what each field can tell a stranger, when it is there and since when: on the pages of the kinds, \
            \(Phrase.list(kinds.map { "[`\($0.kind)`](\($0.kind).md)" })). As JSON Schema: \
            \(Phrase.list(kinds.map { "[`\($0.kind).schema.json`](\($0.kind).schema.json)" })). A `?` marks what can be \
            absent, **P** a pseudonym.

            ### In every document


            """
        text += Self.shortTable(envelope)
        for kind in kinds {
            text += "\n### `\(kind.kind)`\n\n"
            text += kind.body.isEmpty ? "No fields beyond those of every document.\n" : Self.shortTable(kind.body)
        }
        return text
    }

    private static func shortTable(_ fields: [FieldShape]) -> String {
        Markdown.table(
            ["field", "type", "what it is"],
            fields.flatMap { $0.flattened() }.map { path, field in
                let mark = field.kind == .pseudonym ? " **P**" : ""
                return ["`\(path)\(field.isOptional ? "?" : "")`\(mark)", shortType(field), field.purpose]
            })
    }

    private static func shortType(_ field: FieldShape) -> String {
        switch field.kind {
        case .count: field.unit == .rows ? "rows" : "count"
        case .bytes: "bytes"
        case .duration: "ms"
        case .flag: "flag"
        case .closed: "closed set of \(field.texts.count + (field.allowsOther ? 1 : 0))"
        case .list: "list of at most \(field.maximumItems ?? 0)"
        case .exitCode: "exit code"
        case .runId: "random"
        case .timestamp: "time"
        case .version, .pseudonym, .histogram, .object: field.kind.rawValue
        }
    }
}
