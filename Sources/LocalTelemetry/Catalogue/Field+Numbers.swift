extension Field {
    /// A whole number of things. What is outside the range is written as its nearest end, and counted.
    public static func count(
        _ name: StaticString, _ path: Path<Int>, unit: Unit = .one, in range: ClosedRange<Int> = 0...1_000_000_000,
        _ purpose: StaticString
    ) -> Self {
        Self(path, .number(name, .count, unit, range, purpose), name: name) { $1.integer($0, in: range) }
    }

    /// A whole number of things that can be absent.
    public static func count(
        _ name: StaticString, _ path: Path<Int?>, unit: Unit = .one, in range: ClosedRange<Int> = 0...1_000_000_000,
        _ purpose: StaticString
    ) -> Self {
        Self(optional: path, .number(name, .count, unit, range, purpose), name: name) { $1.integer($0, in: range) }
    }

    /// A size in bytes, 0 to 2^53 - 1.
    public static func bytes(_ name: StaticString, _ path: Path<Int>, _ purpose: StaticString) -> Self {
        Self(path, .number(name, .bytes, .bytes, FieldRange.bytes, purpose), name: name) {
            $1.integer($0, in: FieldRange.bytes)
        }
    }

    /// A size in bytes that can be absent.
    public static func bytes(_ name: StaticString, _ path: Path<Int?>, _ purpose: StaticString) -> Self {
        Self(optional: path, .number(name, .bytes, .bytes, FieldRange.bytes, purpose), name: name) {
            $1.integer($0, in: FieldRange.bytes)
        }
    }

    /// A duration, written in milliseconds with microsecond resolution, 0 to 10^12. The name ends in `Ms`.
    public static func duration(_ name: StaticString, _ path: Path<Duration>, _ purpose: StaticString) -> Self {
        Self(path, .number(name, .duration, .milliseconds, DurationRange.milliseconds, purpose), name: name) {
            $1.milliseconds($0)
        }
    }

    /// A duration that can be absent.
    public static func duration(_ name: StaticString, _ path: Path<Duration?>, _ purpose: StaticString) -> Self {
        Self(optional: path, .number(name, .duration, .milliseconds, DurationRange.milliseconds, purpose), name: name) {
            $1.milliseconds($0)
        }
    }
}

extension FieldShape {
    static func number(
        _ name: StaticString, _ kind: Kind, _ unit: Unit, _ range: ClosedRange<Int>, _ purpose: StaticString
    ) -> FieldShape {
        FieldShape(name, kind, purpose).with {
            $0.unit = unit
            $0.range = range
        }
    }
}
