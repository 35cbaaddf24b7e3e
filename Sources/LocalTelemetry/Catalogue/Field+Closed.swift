extension Field {
    /// A value of an enumeration without payload. Its texts are taken once, here, from `allCases`; what is written is
    /// one of them or `other`.
    public static func closed<Value: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: StaticString, _ path: Path<Value>, _ purpose: StaticString
    ) -> Self {
        let texts = ClosedTexts(Value.self)
        return Self(path, .closed(name, Value.self, purpose), name: name) { texts.write($0, &$1) }
    }

    /// A value of an enumeration that can be absent.
    public static func closed<Value: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: StaticString, _ path: Path<Value?>, _ purpose: StaticString
    ) -> Self {
        let texts = ClosedTexts(Value.self)
        return Self(optional: path, .closed(name, Value.self, purpose), name: name) { texts.write($0, &$1) }
    }

    /// A value that came in from outside, as the enumeration knows it.
    public static func closed<Value: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: StaticString, _ path: Path<Closed<Value>>, _ purpose: StaticString
    ) -> Self {
        let texts = ClosedTexts(Value.self)
        return Self(path, .closed(name, Value.self, purpose), name: name) { texts.write($0, &$1) }
    }

    /// A value that came in from outside and can be absent.
    public static func closed<Value: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: StaticString, _ path: Path<Closed<Value>?>, _ purpose: StaticString
    ) -> Self {
        let texts = ClosedTexts(Value.self)
        return Self(optional: path, .closed(name, Value.self, purpose), name: name) { texts.write($0, &$1) }
    }

    /// A term of a vocabulary.
    public static func closed(
        _ name: StaticString, _ path: Path<Term>, of vocabulary: Vocabulary, _ purpose: StaticString
    ) -> Self {
        Self(path, .closed(name, vocabulary, purpose), name: name) { $1.term($0, of: vocabulary) }
    }

    /// A term of a vocabulary that can be absent.
    public static func closed(
        _ name: StaticString, _ path: Path<Term?>, of vocabulary: Vocabulary, _ purpose: StaticString
    ) -> Self {
        Self(optional: path, .closed(name, vocabulary, purpose), name: name) { $1.term($0, of: vocabulary) }
    }

    /// A value that is the same in every document of a kind.
    static func constant(_ name: StaticString, _ text: StaticString, _ purpose: StaticString) -> Self {
        let key = FieldKey(name)
        return Self(
            name,
            shape: { _ in
                FieldShape(name, .closed, purpose).with {
                    $0.texts = ["\(text)"]
                    $0.allowsOther = false
                }
            },
            write: { _, encoder in
                encoder.key(key)
                encoder.append("\"")
                encoder.append(text)
                encoder.append("\"")
            })
    }
}

/// The texts of an enumeration, found by the byte that a case is in memory.
struct ClosedTexts<Value: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
    private let table: [[UInt8]]

    init(_ type: Value.Type) {
        // An enumeration without payload has at most 256 cases and is at most one byte. `String` made to conform to
        // the standard library's protocols by a stranger is 16 bytes and ends here, when the catalogue is made.
        precondition(
            MemoryLayout<Value>.size <= 1 && type.allCases.count <= 256,
            "\(type) is not an enumeration without payload")
        var table = [[UInt8]](repeating: [], count: MemoryLayout<Value>.size == 0 ? 1 : 256)
        for value in type.allCases {
            let text = value.rawValue
            precondition(Vocabulary.isFit(text), "unfit text in \(type): \(text)")
            table[Self.byte(value)] = Array("\"\(text)\"".utf8)
        }
        self.table = table
    }

    func write(_ value: Value, _ encoder: inout DocumentEncoder) {
        let text = table[Self.byte(value)]
        if text.isEmpty { encoder.other(counting: true) } else { encoder.append(text) }
    }

    func write(_ value: Closed<Value>, _ encoder: inout DocumentEncoder) {
        if let value = value.value { write(value, &encoder) } else { encoder.other(counting: true) }
    }

    private static func byte(_ value: Value) -> Int {
        guard MemoryLayout<Value>.size > 0 else { return 0 }
        // Safe: the value is one byte, which is read while it lives.
        return unsafe Int(withUnsafeBytes(of: value) { unsafe $0[0] })
    }
}

extension FieldShape {
    static func closed<Value: CaseIterable & RawRepresentable<String>>(
        _ name: StaticString, _ type: Value.Type, _ purpose: StaticString
    ) -> FieldShape {
        FieldShape(name, .closed, purpose).with { shape in
            shape.texts = type.allCases.map(\.rawValue).filter { $0 != Term.other.text }
            shape.objections = type.allCases.prefix(1).compactMap {
                Mirror(reflecting: $0).displayStyle == .enum ? nil : "\(type) is not an enumeration"
            }
        }
    }

    static func closed(_ name: StaticString, _ vocabulary: Vocabulary, _ purpose: StaticString) -> FieldShape {
        FieldShape(name, .closed, purpose).with { $0.texts = vocabulary.texts }
    }
}
