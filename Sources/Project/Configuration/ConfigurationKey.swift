/// The keys of `.xtraqconfig`, and what else sets them.
package enum ConfigurationKey: String, Sendable, CaseIterable {
    case module, database, schema, queries, output, schemas, procedures, conformances, types, annotations, functions

    /// The environment variable that sets it, in `.env` too.
    package var variable: String? {
        switch self {
        case .module: "XTRAQ_MODULE"
        case .database: "XTRAQ_GENERATOR_DB"
        case .output: "XTRAQ_OUTPUT"
        default: nil
        }
    }

    /// The option of the command line that sets it.
    package var option: String? {
        switch self {
        case .database: "--database"
        case .output: "--output"
        case .schemas: "--schemas"
        default: nil
        }
    }

    /// What its value must look like in JSON, for messages.
    package var expected: String {
        switch self {
        case .module, .database, .output: "a string"
        case .schema, .queries, .conformances: "a list of strings"
        case .schemas, .procedures: "a list of patterns, or an object with “include” and “exclude”"
        case .types: "an object of strings"
        case .annotations: "an object of lists of strings"
        case .functions: "a list of objects"
        }
    }
}
