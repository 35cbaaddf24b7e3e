package import LocalTelemetry

/// The database engine that a snapshot was taken with.
package struct EngineFacts: Sendable {
    /// Which engine.
    package var name: EngineKind
    /// Its version; documents hold major and minor alone.
    package var version: Version
    /// How it was reached.
    package var connection: ConnectionKind
    /// How long connecting took, where there is a connection.
    package var connect: Duration?
    /// A round trip to the server, where there is one.
    package var roundTrip: Duration?

    /// Makes the facts.
    package init(
        name: EngineKind, version: Version, connection: ConnectionKind, connect: Duration? = nil,
        roundTrip: Duration? = nil
    ) {
        self.name = name
        self.version = Version(version.major, version.minor)
        self.connection = connection
        self.connect = connect
        self.roundTrip = roundTrip
    }

    static let fields: [Field<EngineFacts>] = [
        .closed("name", \.name, "Which engine."),
        .version("version", \.version, "Its version, major and minor."),
        .closed("connection", \.connection, "How it was reached."),
        .duration("connectMs", \.connect, "How long it took to connect.").present(
            "where there was a connection to make"),
        .duration("roundTripMs", \.roundTrip, "One round trip to the server.").present("where there is a server"),
    ]
}
