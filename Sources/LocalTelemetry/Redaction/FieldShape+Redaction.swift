extension FieldShape {
    /// The field as it stands in a bundle; `nil` where it does not leave.
    ///
    /// What a declaration cannot loosen: a pseudonym leaves as a token of the bundle or not at all, a time as minutes or
    /// as a day, an identifier as an ordinal, a distribution scaled; `strict` has no tokens, lists of items or sizes.
    package func redacted(at level: RedactionLevel) -> FieldShape? {
        let rule = redaction[level]
        switch kind {
        case .pseudonym: guard rule == .token, level == .standard else { return nil }
        case .timestamp: guard rule == .minutes || rule == .order else { return nil }
        case .runId: guard rule == .ordinal else { return nil }
        case .histogram: guard rule == .scaled, level == .standard else { return nil }
        case .bytes: guard level == .standard, [.keep, .twoDigits, .powerOfTwo].contains(rule) else { return nil }
        // The place in its list is what is left of a beginning.
        case .duration, .count, .exitCode:
            guard [.keep, .twoDigits, .powerOfTwo].contains(rule) else { return nil }
        case .flag, .closed, .version, .object, .list: guard rule == .keep else { return nil }
        }
        var shape = self
        shape.disclosure = rule
        if kind == .timestamp, level == .strict { shape.disclosure = .order }
        shape.range = range.map { range in
            switch rule {
            case .twoDigits: Rounding.twoDigits(range.lowerBound)...Rounding.twoDigits(range.upperBound)
            case .powerOfTwo: Rounding.powerOfTwo(range.lowerBound)...Rounding.powerOfTwo(range.upperBound)
            default: range
            }
        }
        guard kind == .object || (kind == .list && !isListOfTexts) else { return shape }
        if kind == .list, holdsPseudonym {
            guard level == .standard else { return nil }
            shape.isRanked = true
        }
        shape.children = children.redacted(at: level)
        return shape.children.isEmpty ? nil : shape
    }

    /// Whether it is or holds a pseudonym.
    package var holdsPseudonym: Bool { kind == .pseudonym || children.contains(where: \.holdsPseudonym) }
}

extension [FieldShape] {
    /// The fields of one object as they stand in a bundle.
    package func redacted(at level: RedactionLevel) -> [FieldShape] {
        // The exact sum of durations over the mean of their distribution would tell their exact number.
        let hasDistribution = contains { $0.kind == .histogram }
        return compactMap { field in
            var field = field
            if hasDistribution, field.kind == .duration, field.redaction[level] == .keep {
                field.redaction = Redaction(standard: .twoDigits)
            }
            return field.redacted(at: level)
        }
    }
}

extension DocumentDescription {
    /// The kind as it stands in a bundle.
    package func redacted(at level: RedactionLevel) -> DocumentDescription {
        var description = self
        description.level = level
        description.core = core.redacted(at: level)
        description.extras = extras.redacted(at: level)
        description.body = body.redacted(at: level)
        description.recorder = recorder.redacted(at: level) ?? recorder
        return description
    }
}
