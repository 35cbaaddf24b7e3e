/// The 32 random bytes that pseudonyms are made with.
struct TelemetryKey: Sendable, Equatable {
    /// How many bytes a key has.
    static let length = 32

    /// Exactly 32.
    let bytes: [UInt8]

    /// Takes the content of a key file; `nil` where it has another length.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// Draws a key.
    init(using generator: inout some RandomNumberGenerator) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        while bytes.count < Self.length {
            unsafe withUnsafeBytes(of: generator.next()) { unsafe bytes.append(contentsOf: $0) }
        }
        self.bytes = bytes
    }

    /// Draws a key from the system's random number generator (`getrandom` on Linux).
    static func random() -> TelemetryKey {
        var generator = SystemRandomNumberGenerator()
        return TelemetryKey(using: &generator)
    }
}
