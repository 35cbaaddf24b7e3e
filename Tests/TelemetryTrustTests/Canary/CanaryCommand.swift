/// What a canary project runs beside the rest: over the projects, every command, and what was given to it.
struct CanaryCommand: Sendable {
    /// The name of its run.
    let name: String
    /// What its exit code must be.
    let exitCode: Int
    private let line: @Sendable (Secrets) -> String

    private init(_ name: String, exitCode: Int = 0, _ line: @escaping @Sendable (Secrets) -> String) {
        self.name = name
        self.exitCode = exitCode
        self.line = line
    }

    func script(_ secrets: Secrets) -> String { line(secrets) }

    /// The tokens that its line holds.
    var secrets: [Secret] {
        let secrets = Secrets.marks
        return Secret.allCases.filter { script(secrets).contains(secrets[$0]) }
    }

    /// Whether what it prints is the output of a `telemetry` command.
    var isReading: Bool { name.hasPrefix("telemetry") }

    static let all: [CanaryCommand] = [
        plain("snapshot"), plain("snapshot --check"), plain("build --check --output 'Sources/{output}'", 0, "check"),
        plain("build --refresh-snapshot --no-cache"), plain("--no-cache --ci --json"), plain("version"),
        plain("version --json"), plain("--version"), plain("help build"), plain("build --help"),
        plain("'bild-{argument}'", 64, "unparsed"), plain("build '--{argument}'", 64, "unknown"),
        plain("build --output '/{output}'", 2, "outside"), plain("build --procedure '{filter}'", 1, "nothing"),
        plain("snapshot --database 'sqlite:{databaseFile}-missing.db'", 3, "missing"),
        plain("snapshot --database 'postgresql://{urlUser}:{urlPassword}@{urlHost}/{databaseFile}'", 2, "url"),
        plain("explain '{schema}.{procedure}'", 0, "explain"), plain("explain '{argument}'", 1, "unexplained"),
        plain("--generate-completion-script bash"), plain("telemetry"), plain("telemetry list"),
        plain("telemetry show"), plain("telemetry list --json", 0, "telemetry-list-json"), plain("telemetry schema"),
        plain("telemetry status --json", 0, "telemetry-status-json"),
        plain("telemetry schema build --example", 0, "telemetry-schema-example"),
        plain("telemetry show --json", 0, "telemetry-show-json"), plain("telemetry verify"),
        plain("telemetry verify --json", 0, "telemetry-verify-json"), plain("telemetry export --dry-run"),
        plain("telemetry export --yes -o -", 0, "telemetry-export-file"), plain("telemetry purge --all --dry-run"),
        plain("init --module '{module}'", 0, "module"), plain("init --force --module '{module}'"),
        plain("build --telemetry-key '../../elsewhere/{keyFile}/key'"),
        plain("build --telemetry-directory '../../elsewhere/{telemetryDirectory}'", name: "directory"),
        CanaryCommand("preview") { _ in "run preview --telemetry --telemetry-preview --json" },
        CanaryCommand("made") { "mkdir '../\($0[.argument])'; run made init --telemetry -p '../\($0[.argument])'" },
        CanaryCommand("stdin") { _ in "run stdin snapshot --telemetry < .xtraqconfig" },
        CanaryCommand("failing", exitCode: 1) { secrets in
            """
            printf -- '-- name: broken :many\\nSELECT "\(secrets[.errorMessage])" FROM nowhere;\\n' > Queries/broken.sql
            run failing snapshot --telemetry
            """
        },
    ]

    /// A command line with `{secret}` in the places of tokens.
    private static func plain(_ line: String, _ exitCode: Int = 0, _ name: String = "") -> CanaryCommand {
        plain(line, exitCode, name: name.isEmpty ? line.split(separator: " ").prefix(2).joined() : name)
    }

    private static func plain(_ line: String, _ exitCode: Int = 0, name: String) -> CanaryCommand {
        CanaryCommand(name, exitCode: exitCode) { secrets in
            var line = line
            for secret in Secret.allCases {
                line = line.replacing("{\(secret.rawValue)}", with: secrets[secret])
            }
            line = line.replacing("{output}", with: secrets[.outputFolder])
            return "run \(name) --telemetry \(line)"
        }
    }
}
