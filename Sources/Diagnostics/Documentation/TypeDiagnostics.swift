extension DiagnosticDocumentation {
    static let types: [DiagnosticCode: DiagnosticDocumentation] = [:]
}
