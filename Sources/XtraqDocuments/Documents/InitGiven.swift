import LocalTelemetry

/// What Xtraq adds to the `cli-command` document.
package struct XtraqCommand: Sendable {
    /// What `init` was given; `nil` for every other command.
    package var given: InitGiven?

    /// Makes the part.
    package init(given: InitGiven? = nil) {
        self.given = given
    }

    static let fields: [Field<XtraqCommand>] = [
        .object("given", \.given, "Which options init was given.", InitGiven.fields)
            .present("where the command is init")
    ]
}

/// Which options `init` was given.
package struct InitGiven: Sendable {
    /// `--module`.
    package var module: Bool
    /// `--database`.
    package var connection: Bool
    /// `--schemas`.
    package var schemas: Bool
    /// `--force`.
    package var force: Bool

    /// Makes the part.
    package init(module: Bool, connection: Bool, schemas: Bool, force: Bool) {
        self.module = module
        self.connection = connection
        self.schemas = schemas
        self.force = force
    }

    static let fields: [Field<InitGiven>] = [
        .flag("module", \.module, "Whether --module was given."),
        .flag("connection", \.connection, "Whether --database was given."),
        .flag("schemas", \.schemas, "Whether --schemas was given."),
        .flag("force", \.force, "Whether --force was given."),
    ]
}
