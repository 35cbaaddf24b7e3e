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

    case sourceNotText = "XQ0101"
    case statementWithoutName = "XQ0102"
    case queryNameMalformed = "XQ0103"
    case cardinalityUnknown = "XQ0104"
    case cardinalityUnsupported = "XQ0105"
    case queryWithoutStatement = "XQ0106"
    case queryHasSeveralStatements = "XQ0107"
    case queryNameTwice = "XQ0108"
    case annotationUnknown = "XQ0109"
    case annotationUnsupported = "XQ0110"
    case annotationMalformed = "XQ0111"
    case annotationRepeated = "XQ0112"
    case annotationMisplaced = "XQ0113"
    case annotationOfNothing = "XQ0114"
    case macroMalformed = "XQ0115"
    case parameterNumberUnused = "XQ0116"
    case parameterNameTwice = "XQ0117"
    case cardinalityMismatch = "XQ0118"
    case transactionInQuery = "XQ0119"
    case listMisused = "XQ0120"

    case databaseMissing = "XQ0201"
    case databaseUnreadable = "XQ0202"
    case engineUnsuitable = "XQ0203"
    case schemaStatementFailed = "XQ0204"
    case schemaMissing = "XQ0205"
    case statementRefused = "XQ0206"
    case statementInvalid = "XQ0207"

    case parameterTypeUnknown = "XQ0301"
    case columnTypeUnknown = "XQ0302"
    case declaredTypeUnknown = "XQ0303"
    case typeMalformed = "XQ0304"
    case columnNameTwice = "XQ0305"
    case rowTypeContradictory = "XQ0306"

    case snapshotMissing = "XQ0401"
    case snapshotCorrupt = "XQ0402"
    case snapshotIncomplete = "XQ0403"
    case snapshotFormat = "XQ0404"
    case treeUnwritable = "XQ0405"
    case fileNotOurs = "XQ0406"

    case filterMalformed = "XQ0501"
    case filterNoMatch = "XQ0502"
    case fileUnreadable = "XQ0503"
    case fileUnwritable = "XQ0504"
    case internalFailure = "XQ0505"

    /// The severity that a finding of this code has by itself.
    package var severity: Severity {
        switch self {
        case .configurationPassword, .statementWithoutName: .warning
        default: .error
        }
    }
}
