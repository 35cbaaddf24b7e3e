/// The part of a migration file that builds the schema up.
package enum MigrationText {
    /// What a line says of those that follow it.
    private enum Marker {
        case up, down
    }

    /// The file with all that undoes it blanked out, so that every place of the rest is where it was; the file itself where
    /// no line begins a part.
    ///
    /// Parts begin at `-- +goose Up` and `-- +goose Down` (goose), `-- migrate:up` and `-- migrate:down` (dbmate), or
    /// `-- +migrate Up` and `-- +migrate Down` (sql-migrate). What stands before the first part belongs to none, as with
    /// those tools.
    package static func upPart(of file: SourceFile) -> SourceFile {
        var bytes = file.bytes
        var isUp = false
        var hasMarkers = false
        var start = file.start
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            switch marker(file.bytes[start..<end]) {
            case .up: (isUp, hasMarkers) = (true, true)
            case .down: (isUp, hasMarkers) = (false, true)
            case nil:
                // A carriage return stays, so that the line ends where it did.
                if !isUp { for index in start..<end where bytes[index] != 0x0D { bytes[index] = 0x20 } }
            }
            start = end + 1
        }
        guard hasMarkers else { return file }
        // Whatever the last part that undoes says, the file is the same.
        while let last = bytes.last, SQLLexer.isSpace(last) { bytes.removeLast() }
        var result = file
        result.bytes = bytes
        return result
    }

    private static func marker(_ line: ArraySlice<UInt8>) -> Marker? {
        var rest = line.drop(while: SQLLexer.isSpace)
        guard rest.starts(with: "--".utf8) else { return nil }
        rest = rest.dropFirst(2).drop(while: SQLLexer.isSpace)
        let words = rest.split(whereSeparator: SQLLexer.isSpace).prefix(2).map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
        switch (words.first, words.count > 1 ? words[1] : "") {
        case ("+goose", "up"), ("+migrate", "up"), ("migrate:up", _): return .up
        case ("+goose", "down"), ("+migrate", "down"), ("migrate:down", _): return .down
        default: return nil
        }
    }
}
