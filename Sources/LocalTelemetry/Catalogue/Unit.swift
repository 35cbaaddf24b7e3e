/// The unit of a number, in UCUM as OpenTelemetry writes it.
public enum Unit: String, Sendable, CaseIterable {
    /// A plain count.
    case one = "1"
    /// Rows of a result.
    case rows = "{row}"
    /// Milliseconds.
    case milliseconds = "ms"
    /// Bytes.
    case bytes = "By"
}
