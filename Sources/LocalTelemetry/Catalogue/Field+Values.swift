extension Field {
    /// A truth value.
    public static func flag(_ name: StaticString, _ path: Path<Bool>, _ purpose: StaticString) -> Self {
        Self(path, FieldShape(name, .flag, purpose), name: name) { $1.bool($0) }
    }

    /// A truth value that can be absent.
    public static func flag(_ name: StaticString, _ path: Path<Bool?>, _ purpose: StaticString) -> Self {
        Self(optional: path, FieldShape(name, .flag, purpose), name: name) { $1.bool($0) }
    }

    /// A version: numbers and a stage, nothing else.
    public static func version(_ name: StaticString, _ path: Path<Version>, _ purpose: StaticString) -> Self {
        Self(path, FieldShape(name, .version, purpose), name: name) { $1.quoted($0.text.utf8) }
    }

    /// A version that can be absent.
    public static func version(_ name: StaticString, _ path: Path<Version?>, _ purpose: StaticString) -> Self {
        Self(optional: path, FieldShape(name, .version, purpose), name: name) { $1.quoted($0.text.utf8) }
    }

    /// A point in time, RFC 3339 with milliseconds in UTC.
    public static func timestamp(_ name: StaticString, _ path: Path<Timestamp>, _ purpose: StaticString) -> Self {
        Self(path, FieldShape(name, .timestamp, purpose), name: name) { $1.timestamp($0) }
    }

    /// A point in time that can be absent.
    public static func timestamp(_ name: StaticString, _ path: Path<Timestamp?>, _ purpose: StaticString) -> Self {
        Self(optional: path, FieldShape(name, .timestamp, purpose), name: name) { $1.timestamp($0) }
    }

    // MARK: For the envelope alone

    static func runId(_ name: StaticString, _ path: Path<RunIdentifier>, _ purpose: StaticString) -> Self {
        Self(path, FieldShape(name, .runId, purpose), name: name) { $1.hex($0.high, $0.low) }
    }

    static func exitCode(_ name: StaticString, _ path: Path<Int?>, _ purpose: StaticString) -> Self {
        Self(optional: path, .number(name, .exitCode, .one, 0...255, purpose), name: name) {
            $1.integer($0, in: 0...255)
        }
    }
}

extension DocumentEncoder {
    mutating func timestamp(_ value: Timestamp) {
        if !Timestamp.range.contains(value.millisecondsSince1970) { counts.clampedValues += 1 }
        quoted(value.bytes)
    }
}
