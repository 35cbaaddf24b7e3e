/// Every diagnostic of the tool; the raw value is its stable, documented code.
///
/// 00xx: project and configuration. 01xx: query files. 02xx: schema and database. 03xx: types and NULL.
/// 04xx: snapshot and output on disk. 05xx: command line and environment.
package enum DiagnosticCode: String, Sendable, CaseIterable {
    case projectMissing = "XQ0001"
    case configurationUnreadable = "XQ0002"
    case configurationSyntax = "XQ0003"
    case configurationUnknownKey = "XQ0004"
    case configurationWrongType = "XQ0005"
    case configurationBadValue = "XQ0006"
    case configurationPassword = "XQ0007"
    case configurationDuplicateKey = "XQ0008"
    case environmentFileSyntax = "XQ0009"

    case filterMalformed = "XQ0501"
    case filterNoMatch = "XQ0502"
    case fileUnreadable = "XQ0503"
    case fileUnwritable = "XQ0504"
    case internalFailure = "XQ0505"

    case typeUnknown = "XQ0320"
    case typeMalformed = "XQ0321"
    case duplicateName = "XQ0322"
    case rowTypeContradictory = "XQ0323"
    case rowsMissing = "XQ0324"

    /// The severity that a finding of this code has by itself.
    package var severity: Severity {
        switch self {
        case .configurationPassword: .warning
        default: .error
        }
    }
}
