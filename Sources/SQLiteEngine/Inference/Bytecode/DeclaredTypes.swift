import SnapshotModel

/// The declared types of a schema, numbered, with the storage classes that their affinity lets in.
struct DeclaredTypes: Sendable {
    private var texts: [String] = [""]
    private var classesByNumber: [StorageClasses] = [.something]
    /// Number of each catalogue column's declared type.
    private var numbers: [Int] = []

    /// Numbers the declared types of `catalogue`, and others.
    init(_ catalogue: BtreeCatalogue, others: [String] = []) {
        var known: [String: Int] = ["": 0]
        for column in catalogue.columns {
            if let number = known[column.declaredType] {
                numbers.append(number)
                continue
            }
            texts.append(column.declaredType)
            classesByNumber.append(Self.classes(ofDeclaredType: column.declaredType))
            known[column.declaredType] = texts.count - 1
            numbers.append(texts.count - 1)
        }
        for type in others where known[type] == nil {
            texts.append(type)
            classesByNumber.append(Self.classes(ofDeclaredType: type))
            known[type] = texts.count - 1
        }
    }

    /// The number of a type; 0 where it is none of them.
    func number(of text: String) -> Int { texts.firstIndex(of: text) ?? 0 }

    /// The text of type `number`; empty for none.
    func text(of number: Int) -> String { texts[number] }

    /// The storage classes that a column of type `number` is expected to hold, NULL aside.
    func classes(of number: Int) -> StorageClasses { classesByNumber[number] }

    /// The number of the declared type of a catalogue column.
    func number(ofColumn column: Int) -> Int { numbers[column] }

    /// By what the name means, and by the rules of column affinity (https://www.sqlite.org/datatype3.html, 3.1).
    ///
    /// A name that means nothing has the affinity NUMERIC, which says nothing of what is stored.
    static func classes(ofDeclaredType type: String) -> StorageClasses {
        switch DeclaredType.meaning(of: type) {
        case .integer, .boolean: .integer
        case .real: .real
        case .decimal: .number
        case .text: .text
        case .blob: .blob
        case .date, .uuid, .url, nil: .something
        }
    }
}
