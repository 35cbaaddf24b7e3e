/// A command line for every command of the tool, and for the ways of getting it wrong.
enum EveryCommand {
    /// Those that have nothing to do with telemetry.
    static let working: [[String]] = [
        [], ["snapshot"], ["snapshot", "--check"], ["build"], ["build", "--check"], ["build", "--refresh-snapshot"],
        ["--no-cache", "--json", "-v"], ["init"], ["init", "--force"], ["version"], ["version", "--json"],
        ["--version"], ["--help"], ["help"], ["help", "telemetry"], ["build", "--help"], ["bild"],
        ["build", "--nothing"], ["--generate-completion-script", "zsh"], ["---completion", "build", "--", "--out"],
        ["snapshot", "--database", "missing.db"], ["snapshot", "--database", "postgresql://a:b@h.invalid/d"],
        ["build", "--procedure", "nope"], ["build", "--", "--telemetry"],
    ]

    /// Those that read telemetry.
    static let reading: [[String]] = [
        ["telemetry"], ["telemetry", "status", "--json"], ["telemetry", "list"], ["telemetry", "list", "--json"],
        ["telemetry", "list", "--reveal"], ["telemetry", "show"], ["telemetry", "show", "--reveal"],
        ["telemetry", "show", "--json"], ["telemetry", "schema"], ["telemetry", "schema", "build"],
        ["telemetry", "schema", "build", "--example"],
    ]
}
