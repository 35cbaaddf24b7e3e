extension DiagnosticDocumentation {
    static let database: [DiagnosticCode: DiagnosticDocumentation] = [:]
}
