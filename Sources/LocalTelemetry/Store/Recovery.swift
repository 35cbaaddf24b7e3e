#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Puts in order what a killed run has left behind, without waiting for one that lives.
///
/// Whoever writes holds a lock on the file from before it has a name, so that a file which can be locked is nobody's.
/// Nothing here is an error: what cannot be put in order now is left as it is.
enum Recovery {
    /// How much is put in order at once.
    static let limit = 100

    /// Completes the replacements and finishes or removes the `.part-…` files that nobody writes any more.
    static func run(in directory: borrowing Directory) {
        guard let names = try? directory.names() else { return }
        var count = 0
        for name in names where count < limit {
            if name.hasPrefix(Publisher.partPrefix) {
                count += 1
                settlePart(name, in: directory)
            } else if let document = DocumentName(name), document.isFinal {
                count += 1
                completeReplacement(name, in: directory)
            }
        }
    }

    /// How many names of a file are those of a `.part-…` file, dead or not.
    static func partNames(of file: stat, in directory: borrowing Directory) -> Int {
        guard let names = try? directory.names() else { return 0 }
        var count = 0
        for name in names where name.hasPrefix(Publisher.partPrefix) {
            if let status = directory.status(of: name), status.st_ino == file.st_ino, status.st_dev == file.st_dev {
                count += 1
            }
        }
        return count
    }

    private static func completeReplacement(_ name: String, in directory: borrowing Directory) {
        guard let file = abandoned(name, in: directory) else { return }
        try? directory.rename(name, to: String(name.dropLast(Publisher.finalSuffix.utf8.count)))
        // The lock is held until here.
        _ = file.number
    }

    private static func settlePart(_ name: String, in directory: borrowing Directory) {
        guard let file = abandoned(name, in: directory) else { return }
        let target = Publisher.target(ofPart: name)
        // Where the part is a second name the file has its own already, not always the one that the part speaks of.
        let isNamed = (try? file.status()).map { $0.st_nlink > 1 } ?? false
        if !isNamed, let document = DocumentName(target), isWhole(file), (try? file.syncData()) != nil {
            if document.isFinal {
                if (try? directory.rename(name, to: String(target.dropLast(Publisher.finalSuffix.utf8.count)))) != nil {
                    return
                }
            } else if unsafe linkat(directory.descriptor.number, name, directory.descriptor.number, target, 0) != 0,
                errno != EEXIST,
                SystemFile.renameWithoutReplacing(directory.descriptor.number, name, to: target) == 0
            {
                return
            }
        }
        try? directory.remove(name)
    }

    /// The file under that name, locked, if it is ours and nobody's.
    private static func abandoned(_ name: String, in directory: borrowing Directory) -> Descriptor? {
        guard let file = try? directory.open(name), let status = try? file.status(), status.isRegular, status.isOwn,
            (try? file.lock()) == true, let named = directory.status(of: name), named.st_ino == status.st_ino,
            named.st_dev == status.st_dev
        else { return nil }
        return file
    }

    /// Whether a file holds a whole document: only the last brace of an indented document begins a line.
    private static func isWhole(_ file: borrowing Descriptor) -> Bool {
        guard let bytes = try? file.read(atMost: 16 << 20) else { return false }
        return bytes.starts(with: "{\n".utf8) && bytes.suffix(3).elementsEqual("\n}\n".utf8)
    }
}
