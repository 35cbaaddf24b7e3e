extension DiagnosticDocumentation {
    static let disk: [DiagnosticCode: DiagnosticDocumentation] = [:]
}
