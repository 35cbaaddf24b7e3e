/// What the lines under a query's name say about it.
package struct QueryAnnotations: Sendable {
    /// The doc comment's lines.
    package var documentation: [String] = []
    package var deprecation: String?
    package var rowName: String?
    package var parameters: [ValueAnnotation] = []
    package var columns: [ValueAnnotation] = []
    /// What `@json` says of parameters and columns of that name; the type is that of the wrapper.
    package var json: [ValueAnnotation] = []
}

/// What `@param`, `@column` or a column's alias says: `total!: Decimal`.
package struct ValueAnnotation: Sendable, Equatable {
    /// The parameter's or column's name.
    package var name: String
    /// The Swift type, without a question mark; `nil` where only optionality is said.
    package var type: String?
    /// `nil` where nothing is said of it.
    package var isOptional: Bool?
    /// Where it stands in its file; `nil` for one of the configuration.
    package var offset: Int?

    /// Makes an annotation.
    package init(name: String, type: String?, isOptional: Bool?, offset: Int? = nil) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.offset = offset
    }

    /// Reads `name`, `name!`, `name?`, each with or without `: Type`; `nil` where the text is none of them.
    package init?(parsing text: Substring, offset: Int? = nil) {
        // All marks are ASCII, which no other character has a byte of.
        var name = Array(text.utf8)[...]
        var type: ArraySlice<UInt8>?
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            type = name[(colon + 1)...].trimmedSpaces
            name = name[..<colon]
        }
        name = name.trimmedSpaces
        var isOptional: Bool?
        switch name.last {
        case UInt8(ascii: "!"):
            isOptional = false
            name = name.dropLast()
        case UInt8(ascii: "?"):
            isOptional = true
            name = name.dropLast()
        default: break
        }
        if let given = type, given.last == UInt8(ascii: "?") {
            if isOptional == false { return nil }
            isOptional = true
            type = given.dropLast().trimmedSpaces
        }
        name = name.trimmedSpaces
        let typeName = type.map { String(decoding: $0, as: UTF8.self) }
        guard !name.isEmpty, typeName.map({ SwiftTypeName.isWellFormed($0) }) ?? true else { return nil }
        self.init(name: String(decoding: name, as: UTF8.self), type: typeName, isOptional: isOptional, offset: offset)
    }
}

extension Substring {
    /// Without ASCII white space at both ends.
    var trimmedSpaces: Substring { Substring(utf8.trimmedSpaces) }

    /// Without ASCII white space at the end.
    var trimmedEnd: Substring {
        guard let last = utf8.lastIndex(where: { !SQLLexer.isSpace($0) }) else { return self[..<startIndex] }
        return Substring(utf8[...last])
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without ASCII white space at both ends.
    fileprivate var trimmedSpaces: SubSequence {
        guard let first = firstIndex(where: { !SQLLexer.isSpace($0) }),
            let last = lastIndex(where: { !SQLLexer.isSpace($0) })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
