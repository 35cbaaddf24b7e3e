internal import LocalTelemetry

/// What a bundle tells its receiver in words.
enum ReadMe {
    /// The text: the same for each bundle of a tool and a level.
    static func text(tool: String, level: RedactionLevel) -> [UInt8] {
        let detail =
            level == .standard
            ? """
            Level `standard`: names are tokens such as procedure-k3v7q2ab, which mean something in this bundle only. Runs
            are numbered in the order in which they began; times are minutes from the first run. Counts and sizes have
            two significant digits, durations are exact. Lists of items are in the order of their tokens.
            """
            : """
            Level `strict`: there are no names, no tokens, no lists of items and no sizes. Runs are numbered, within a day
            in an order that says nothing; times are days from the first run. Durations have two significant digits,
            counts are powers of two.
            """
        let text = """
            Telemetry of \(tool), shared by a person
            =====================================

            Somebody recorded these runs on a machine of their own and chose to pass them on. Nothing was sent by the
            tool. What it records, it records only where the command line asks for it.

            What is what
            ------------
            manifest.json   what this bundle is, what was left out, and the SHA-256 of each other file
            documents/      one file for each document: <run>-<kind>.json
            schema/         the JSON Schema of each kind as it stands here, and of the manifest
            README.txt      this text

            \(detail)

            How to check it
            ---------------
              \(tool) telemetry verify BUNDLE     schema, checksums, level, and a search for raw data
              \(tool) telemetry list BUNDLE       the runs
              \(tool) telemetry show BUNDLE       one run, whole; `show 3 BUNDLE` the third

            Or without the tool: the files are JSON, and each is listed in manifest.json with its SHA-256.

            How to answer
            -------------
            Quote tokens as they are. Whoever made the bundle can turn them back into names:
              \(tool) telemetry reveal --bundle BUNDLE answer.txt
            Nobody else can, unless the manifest says that the bundle is not revealable: then nobody can.

            What it can still tell
            ----------------------
            Durations, counts and sizes can recognise a run or a project that is known already, at either level. One
            run of a `standard` bundle that is known from elsewhere dates the others to the minute, and whoever has a
            project's sources can recognise its queries and files by size and shape. Treat it as you would treat
            something that was told to you in confidence.

            """
        return Array(text.utf8)
    }
}
