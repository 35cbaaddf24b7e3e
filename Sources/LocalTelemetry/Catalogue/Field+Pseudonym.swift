extension Field {
    /// A keyed pseudonym of something that a user named. Only the hasher makes one.
    public static func pseudonym(
        _ name: StaticString, _ path: Path<Pseudonym>, class pseudonymClass: PseudonymClass, _ purpose: StaticString
    ) -> Self {
        let key = FieldKey(name)
        return Self(
            name, pseudonym: { $0[keyPath: path] }, shape: { _ in .pseudonym(name, pseudonymClass, purpose) },
            write: { root, encoder in
                encoder.key(key)
                encoder.pseudonym(root[keyPath: path])
            })
    }

    /// A keyed pseudonym that can be absent.
    public static func pseudonym(
        _ name: StaticString, _ path: Path<Pseudonym?>, class pseudonymClass: PseudonymClass, _ purpose: StaticString
    ) -> Self {
        let key = FieldKey(name)
        return Self(
            name, pseudonym: { $0[keyPath: path] },
            shape: { _ in .pseudonym(name, pseudonymClass, purpose).with { $0.isOptional = true } },
            write: { root, encoder in
                guard let value = root[keyPath: path] else { return }
                encoder.key(key)
                encoder.pseudonym(value)
            })
    }
}

extension DocumentEncoder {
    mutating func pseudonym(_ value: Pseudonym) {
        hex(value.words.0, value.words.1, value.words.2, value.words.3)
    }
}

extension FieldShape {
    fileprivate static func pseudonym(
        _ name: StaticString, _ pseudonymClass: PseudonymClass, _ purpose: StaticString
    ) -> FieldShape {
        FieldShape(name, .pseudonym, purpose).with { $0.pseudonymClass = pseudonymClass.name }
    }
}
