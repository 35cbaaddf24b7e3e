package import LocalTelemetry

/// Turns names into pseudonyms: the way from a recording, which knows names, to a document, which may not.
package struct Pseudonymizer: Sendable {
    /// Makes the pseudonym of a name of a class.
    package let pseudonym: @Sendable (PseudonymClass, String) -> Pseudonym

    /// Makes a pseudonymizer over what hashes.
    package init(_ pseudonym: @escaping @Sendable (PseudonymClass, String) -> Pseudonym) {
        self.pseudonym = pseudonym
    }
}
