// Without these the compiler would speak of missing conformances, and the quickest way to silence it would be to write
// one.
extension Field {
    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: hash it, or declare an enumeration without payload")
    public static func closed(_ name: StaticString, _ path: Path<String>, _ purpose: StaticString) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: hash it, or declare an enumeration without payload")
    public static func closed(_ name: StaticString, _ path: Path<String?>, _ purpose: StaticString) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: only the hasher makes a pseudonym")
    public static func pseudonym(
        _ name: StaticString, _ path: Path<String>, class pseudonymClass: PseudonymClass, _ purpose: StaticString
    ) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: only the hasher makes a pseudonym")
    public static func pseudonym(
        _ name: StaticString, _ path: Path<String?>, class pseudonymClass: PseudonymClass, _ purpose: StaticString
    ) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "a version is a Version: Version(text) keeps its numbers and drops the rest")
    public static func version(_ name: StaticString, _ path: Path<String>, _ purpose: StaticString) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "a point in time is a Timestamp, never text")
    public static func timestamp(_ name: StaticString, _ path: Path<String>, _ purpose: StaticString) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: hash it, or declare an enumeration without payload")
    public static func count(_ name: StaticString, _ path: Path<String>, _ purpose: StaticString) -> Self {
        refuse()
    }

    /// Numbers without a meaning each are never recorded.
    @available(*, unavailable, message: "a list of bare numbers can carry a text: list objects with named fields")
    public static func list(
        _ name: StaticString, _ path: Path<[Int]>, atMost limit: Int, _ purpose: StaticString
    ) -> Self {
        refuse()
    }

    /// Text is never recorded.
    @available(*, unavailable, message: "text is never recorded: list objects with named fields")
    public static func list(
        _ name: StaticString, _ path: Path<[String]>, atMost limit: Int, _ purpose: StaticString
    ) -> Self {
        refuse()
    }

    private static func refuse() -> Never {
        fatalError("unavailable: the compiler refuses every call")
    }
}
