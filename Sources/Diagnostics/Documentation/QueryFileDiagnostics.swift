extension DiagnosticDocumentation {
    static let queryFiles: [DiagnosticCode: DiagnosticDocumentation] = [:]
}
