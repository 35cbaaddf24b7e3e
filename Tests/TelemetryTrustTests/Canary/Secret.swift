import TestSupport

/// A kind of thing that a project, or whoever works in it, names, and that telemetry must never show.
enum Secret: String, CaseIterable, Sendable {
    case projectPath, link, databaseFile, urlUser, urlPassword, urlHost
    case schema, table, column, procedure, queryFile, schemaFile, filter
    case comment, literal, parameter, errorMessage
    case outputFolder, module, environment, home, user, host
    case keyFile, telemetryDirectory, argument

    /// Whether it may hold letters that are not ASCII: a host name may not, nor may the name of a query.
    var isFree: Bool {
        switch self {
        case .host, .procedure, .filter, .module, .urlHost, .urlUser, .urlPassword, .user: false
        default: true
        }
    }

    /// A token like no other text: letters of g to z, none of which is a hex digit, with some that are not ASCII.
    func token(using generator: inout SeededGenerator) -> String {
        var letters = (0..<14).map { _ in
            Character(Unicode.Scalar(UInt8.random(in: UInt8(ascii: "g")...UInt8(ascii: "z"), using: &generator)))
        }
        if isFree, Bool.random(using: &generator) {
            for letter in ["ö", "ß", "ñ", "ж", "字"].shuffled(using: &generator).prefix(2) {
                letters.insert(Character(letter), at: .random(in: 1..<letters.count, using: &generator))
            }
        }
        return String(letters)
    }
}

/// The tokens of one project.
struct Secrets: Sendable {
    private var tokens: [Secret: String] = [:]

    /// Draws tokens of which no two share three letters: what is found of one is a find of that one alone.
    init(using generator: inout SeededGenerator) {
        var taken: Set<Substring> = []
        for secret in Secret.allCases {
            var token = secret.token(using: &generator)
            while !taken.isDisjoint(with: Self.triples(of: token)) { token = secret.token(using: &generator) }
            taken.formUnion(Self.triples(of: token))
            tokens[secret] = token
        }
    }

    private static func triples(of token: String) -> [Substring] {
        token.indices.dropLast(2).map { token[$0...].prefix(3) }
    }

    /// Its names in the place of tokens.
    static let marks: Secrets = {
        var generator = SeededGenerator(seed: 0)
        var secrets = Secrets(using: &generator)
        for secret in Secret.allCases { secrets.tokens[secret] = "<\(secret.rawValue)>" }
        return secrets
    }()

    subscript(secret: Secret) -> String { tokens[secret] ?? "" }
}
