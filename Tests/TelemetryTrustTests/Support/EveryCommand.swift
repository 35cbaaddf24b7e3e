/// A command line for every command of the tool, and for the ways of getting it wrong.
enum EveryCommand {
    /// Those that have nothing to do with telemetry.
    static let working: [[String]] = [
        [], ["snapshot"], ["snapshot", "--check"], ["build"], ["build", "--check"], ["build", "--refresh-snapshot"],
        ["--no-cache", "--json", "-v"], ["init"], ["init", "--force"], ["init", "--from", "../none"], ["version"],
        ["explain", "main.findBook"], ["explain", "nope"],
        ["version", "--json"], ["--version"], ["--help"], ["help"], ["help", "telemetry"], ["build", "--help"],
        ["bild"],
        ["build", "--nothing"], ["--generate-completion-script", "zsh"], ["---completion", "build", "--", "--out"],
        ["snapshot", "--database", "missing.db"], ["snapshot", "--database", "postgresql://a:b@h.invalid/d"],
        ["build", "--procedure", "nope"], ["build", "--", "--telemetry"],
    ]

    /// Those that read telemetry and change nothing.
    static let reading: [[String]] = [
        ["telemetry"], ["telemetry", "status", "--json"], ["telemetry", "list"], ["telemetry", "list", "--json"],
        ["telemetry", "list", "--reveal"], ["telemetry", "show"], ["telemetry", "show", "--reveal"],
        ["telemetry", "show", "--json"], ["telemetry", "schema"], ["telemetry", "schema", "build"],
        ["telemetry", "schema", "build", "--example"], ["telemetry", "schema", "--diagram", "svg"],
        ["telemetry", "verify"], ["telemetry", "verify", "--json"], ["telemetry", "export", "--dry-run"],
        ["telemetry", "export", "--yes", "-o", "-"],
        ["telemetry", "export", "--redaction", "strict", "--yes", "-o", "-"],
        ["telemetry", "purge", "--all", "--dry-run"], ["telemetry", "purge", "--key", "--dry-run"],
    ]

    /// Those that write or remove what they are asked to, or want a file that a test has to make first.
    static let others: [[String]] = [
        ["telemetry", "export", "--yes", "-o", "bundle.zip"], ["telemetry", "purge", "--all"],
        ["telemetry", "purge", "--key"], ["telemetry", "reveal", "--bundle", "bundle.zip", ".xtraqconfig"],
    ]
}
