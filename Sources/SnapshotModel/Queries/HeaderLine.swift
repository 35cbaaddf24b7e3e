import Diagnostics

/// One comment line between a query's name and its statement: an annotation, or a line of its documentation.
package enum HeaderLine {
    /// The annotations that named queries know.
    package static let tags = ["param", "column", "json", "row", "deprecated"]

    private static let allowed = "allowed are @param, @column, @json, @row, @deprecated"

    /// The tag that a line begins with, without its `@`.
    package static func tag(of line: Substring) -> String? {
        let text = line.trimmedSpaces
        guard text.utf8.first == UInt8(ascii: "@") else { return nil }
        let name = text.utf8.dropFirst()
        let end = name.firstIndex(where: SQLLexer.isSpace) ?? name.endIndex
        return name.startIndex == end ? nil : String(Substring(name[..<end]))
    }

    /// Reads a line into the annotations; what is wrong with it is returned.
    package static func read(
        _ line: Substring, at offset: Int?, into annotations: inout QueryAnnotations
    ) -> HeaderProblem? {
        guard let tag = tag(of: line) else {
            annotations.documentation.append(documentation(line))
            return nil
        }
        let indentation = line.utf8.prefix(while: SQLLexer.isSpace).count
        let place = offset.map { $0 + indentation }
        let value = Substring(line.trimmedSpaces.utf8.dropFirst(tag.utf8.count + 1)).trimmedSpaces
        guard var problem = read(tag, value, at: place, into: &annotations) else { return nil }
        problem.offset = place ?? 0
        return problem
    }

    private static func read(
        _ tag: String, _ value: Substring, at offset: Int?, into annotations: inout QueryAnnotations
    ) -> HeaderProblem? {
        switch tag {
        case "param":
            let name: Substring =
                switch value.utf8.first {
                case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"): Substring(value.utf8.dropFirst())
                default: value
                }
            guard let annotation = ValueAnnotation(parsing: name, offset: offset),
                annotation.type != nil || annotation.isOptional != nil
            else {
                return malformed(
                    "@param reads \"@param since: Date\", \"@param since: Date?\" where it may be NULL, or \"@param since?\""
                )
            }
            return add(annotation, to: &annotations.parameters, tag: tag)
        case "column":
            guard let annotation = ValueAnnotation(parsing: value, offset: offset),
                annotation.type != nil || annotation.isOptional != nil
            else {
                return malformed(
                    "@column reads \"@column total: Decimal\", \"@column total!\" (never NULL) or \"@column total?\"")
            }
            return add(annotation, to: &annotations.columns, tag: tag)
        case "json":
            guard var annotation = ValueAnnotation(parsing: value, offset: offset), let type = annotation.type else {
                return malformed("@json reads \"@json payload: OrderPayload\", with a Codable type of yours")
            }
            annotation.type = "JSONText<\(type)>"
            return add(annotation, to: &annotations.json, tag: tag)
        case "row":
            guard SwiftTypeName.isIdentifier(value) else {
                return malformed("@row names a Swift type: \"@row Order\"")
            }
            if annotations.rowName != nil { return repeated(tag) }
            annotations.rowName = String(value)
        case "deprecated":
            if annotations.deprecation != nil { return repeated(tag) }
            annotations.deprecation = String(value)
        case _ where tag.hasPrefix("sqlc-"): break  // What sqlc says to itself: `@sqlc-vet-disable`.
        case "returns", "skip":
            return HeaderProblem(
                code: .annotationUnsupported, message: "@\(tag) is not supported for a query with SQLite",
                notes: [allowed])
        default:
            let near = NearName.best(for: tag, among: tags).map { "; did you mean @\($0)?" } ?? ""
            return HeaderProblem(
                code: .annotationUnknown, message: "@\(tag) is not an annotation\(near)",
                notes: [allowed])
        }
        return nil
    }

    private static func add(
        _ annotation: ValueAnnotation, to list: inout [ValueAnnotation], tag: String
    ) -> HeaderProblem? {
        if let index = list.firstIndex(where: { $0.name == annotation.name }) {
            let known = list[index]
            let contradicts =
                known.type != nil && annotation.type != nil || known.isOptional != nil && annotation.isOptional != nil
            if contradicts {
                return HeaderProblem(
                    code: .annotationRepeated, message: "@\(tag) \(annotation.name) is said twice",
                    notes: ["keep one of the two lines"])
            }
            list[index].type = known.type ?? annotation.type
            list[index].isOptional = known.isOptional ?? annotation.isOptional
            return nil
        }
        list.append(annotation)
        return nil
    }

    private static func malformed(_ message: String) -> HeaderProblem {
        HeaderProblem(
            code: .annotationMalformed, message: "this annotation cannot be read", notes: [message])
    }

    private static func repeated(_ tag: String) -> HeaderProblem {
        HeaderProblem(
            code: .annotationRepeated, message: "@\(tag) is said twice", notes: ["keep one of the two lines"])
    }

    /// Without the space behind the comment mark and white space at the end.
    private static func documentation(_ line: Substring) -> String {
        let text = line.utf8.first == 0x20 ? Substring(line.utf8.dropFirst()) : line
        return String(text.trimmedEnd)
    }
}
