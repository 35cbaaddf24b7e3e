import SnapshotModel

/// What is known of the parameters of one statement.
struct StatementFacts: Sendable {
    let marks: [ParameterMark]
    let choices: [String: ParameterChoices]
    let lists: ListParameters
    private let inferred: [Int: InferredParameter]
    /// What a value of each list is compared with.
    private let probed: [Int: InferredParameter]
    /// The parameters, as written, that the statement itself tests for NULL.
    private let nullTested: Set<String>

    /// Gathers them.
    init(
        _ tokens: StatementTokens, lists: ListParameters, inferred: [Int: InferredParameter],
        probed: [Int: InferredParameter]
    ) {
        marks = ParameterMark.all(in: tokens)
        nullTested = marks.isEmpty ? [] : NullTests.parameters(tokens)
        choices = marks.isEmpty ? [:] : ParameterChoices.all(in: tokens)
        self.lists = lists
        self.inferred = inferred
        self.probed = probed
    }

    /// What is known of one.
    func knowledge(of mark: ParameterMark) -> ParameterKnowledge {
        let isList = lists.uses.contains { $0.text == mark.text }
        return ParameterKnowledge(
            inferred: (isList ? probed : inferred)[mark.index] ?? InferredParameter(),
            isNullTested: nullTested.contains(mark.text), isList: isList, choices: choices[mark.text])
    }
}

/// What is known of one parameter.
struct ParameterKnowledge: Sendable {
    var inferred: InferredParameter
    var isNullTested: Bool
    var isList: Bool
    var choices: ParameterChoices?

    /// Takes in what another statement of the same query says.
    mutating func merge(_ other: ParameterKnowledge) {
        isNullTested = isNullTested || other.isNullTested
        isList = isList || other.isList
        if choices?.texts != other.choices?.texts { choices = nil }
        inferred.merge(other.inferred)
    }
}

extension InferredParameter {
    /// Takes in what another statement says of the same parameter.
    fileprivate mutating func merge(_ other: InferredParameter) {
        refusesNull = refusesNull || other.refusesNull
        takesNull = (takesNull || other.takesNull) && !refusesNull
        if origin != other.origin { origin = nil }
        guard let mine = declaredType, let theirs = other.declaredType else {
            declaredType = declaredType ?? other.declaredType
            return
        }
        func meaning(_ declared: String) -> String {
            DeclaredType.meaning(of: declared)?.swiftName ?? DeclaredType.normalized(declared)
        }
        if meaning(mine) != meaning(theirs) {
            conflict = Set(conflict + [mine, theirs]).sorted()
            declaredType = nil
        }
    }
}
