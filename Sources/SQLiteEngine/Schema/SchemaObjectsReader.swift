import SnapshotModel

/// Reads what queries can depend on.
enum SchemaObjectsReader {
    /// The fingerprints of all tables and views of the database `main`.
    ///
    /// What SQLite makes of a statement follows from the text of the tables, views, indexes and triggers that it uses, and
    /// from the order of a table's indexes; nothing of where they lie, and (see ``Connection/load()``) nothing of statistics.
    static func read(
        _ connection: Connection, compoundViews: Set<String>, application: ApplicationFunctions, common: Fingerprint
    ) throws(SQLiteError) -> SchemaObjects {
        var texts: [String: [UInt8]] = [:]
        try connection.unrestricted { () throws(SQLiteError) in
            let statement = try PreparedStatement.prepare(
                "SELECT tbl_name, type, name, sql FROM sqlite_schema ORDER BY type, rowid", on: connection)
            while try statement.step(on: connection) {
                let table = (statement.string(0) ?? "").lowercased()
                for column in 1..<4 {
                    texts[table, default: []] += Array((statement.string(column) ?? "").utf8)
                    texts[table]?.append(0)
                }
            }
        }
        var fingerprints: [String: Fingerprint] = [:]
        for (name, text) in texts {
            fingerprints[name] = Fingerprint(of: compoundViews.contains(name) ? text + [1] : text)
        }
        let functions = Dictionary(application.functions.map { ($0.name.lowercased(), $0.fingerprint) }) {
            Fingerprint(of: [$0, $1])
        }
        for (name, fingerprint) in functions { fingerprints[name + "()"] = fingerprint }
        // Of the functions in checks, defaults and generated columns SQLite tells nothing while a query is prepared.
        for (name, text) in texts where !functions.isEmpty {
            guard let known = fingerprints[name] else { continue }
            let words = Set(Self.words(text)).intersection(functions.keys)
            if !words.isEmpty {
                fingerprints[name] = Fingerprint(of: [known] + words.sorted().map { functions[$0] ?? known })
            }
        }
        return SchemaObjects(fingerprints: fingerprints, common: common)
    }

    private static func words(_ text: [UInt8]) -> [String] {
        text.split { !SQLLexer.isWordByte($0) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
    }

    /// What the files of a schema set up besides tables: all of a file that has a `PRAGMA`.
    static func common(of files: [SourceFile]) -> Fingerprint {
        let setting = files.filter { file in
            var lexer = SQLLexer(file.bytes, in: file.start..<file.bytes.count)
            while let token = lexer.nextSignificant() {
                if lexer.isKeyword("PRAGMA", token) { return true }
            }
            return false
        }
        return Fingerprint(of: setting.map { Fingerprint(of: $0.bytes) })
    }
}

extension SchemaObjects {
    /// Equal for schemas whose queries are described equally.
    var fingerprint: Fingerprint {
        var text: [UInt8] = []
        for (name, fingerprint) in fingerprints.sorted(by: { $0.key < $1.key }) {
            text += Array(name.utf8)
            text.append(0)
            text += Array(fingerprint.text.utf8)
        }
        return Fingerprint(of: [Fingerprint(of: text), common])
    }
}
