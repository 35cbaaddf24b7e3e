#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a project holds of telemetry: figures and warnings, found by looking at names and modes alone.
package struct TelemetryInventory: Sendable {
    /// The state of the project's key.
    package enum Key: String, Sendable, CaseIterable {
        case absent, present, wrongLength, unusable
    }

    /// What should be put right, and how a script knows it.
    package struct Warning: Sendable {
        /// What kind of warning.
        package enum Code: String, Sendable, CaseIterable {
            case unusable, readableByOthers, notIgnored, inContainerImages
        }

        package let code: Code
        /// One sentence.
        package let message: String
    }

    /// How many documents.
    package private(set) var documents = 0
    /// Of how many runs.
    package private(set) var runs = 0
    /// How many bytes they take.
    package private(set) var bytes = 0
    /// The start of the oldest run, as file names carry it: `yyyyMMdd-HHmmss`.
    package private(set) var oldest: String?
    /// The key.
    package private(set) var key = Key.absent
    /// What should be put right.
    package private(set) var warnings: [Warning] = []

    /// Looks at a project.
    package init(_ place: TelemetryPlace) {
        count(place)
        lookAtKey(place)
        guard let root = try? Directory(path: place.rootBytes) else { return }
        checkContainerImages(root, place)
    }

    private mutating func count(_ place: TelemetryPlace) {
        do throws(StoreFailure) {
            guard let directory = try open(TelemetryFolder.documents, place) else { return }
            guard let names = try? directory.names() else { return }
            var digits: Set<String> = []
            for name in names {
                guard let document = DocumentName(name), let status = directory.status(of: name), status.isRegular
                else {
                    continue
                }
                bytes += Int(status.st_size)
                // A replacement that was not put in its place yet is the same document.
                if document.isFinal, directory.status(of: String(name.dropLast(6))) != nil { continue }
                documents += 1
                digits.insert("\(document.start)-\(document.digits.prefix(8))")
                if oldest.map({ document.start < $0 }) ?? true { oldest = document.start }
            }
            runs = digits.count
        } catch {
            warn(.unusable, "\(error.reason): nothing can be recorded.")
        }
    }

    private mutating func lookAtKey(_ place: TelemetryPlace) {
        do throws(StoreFailure) {
            guard let directory = try open(TelemetryFolder.secrets, place) else { return }
            switch try KeyFile.find(in: directory, shownAs: place.shownKeyFile) {
            case nil: key = .absent
            case .key: key = .present
            case .wrongLength:
                key = .wrongLength
                warn(.unusable, "\(place.shownKeyFile) is not a key of \(TelemetryKey.length) bytes.")
            }
        } catch {
            key = .unusable
            warn(.unusable, "\(error.reason): nothing can be recorded.")
        }
    }

    /// Opens a folder and checks who can read it and what keeps it out of a commit.
    private mutating func open(_ name: String, _ place: TelemetryPlace) throws(StoreFailure) -> Directory? {
        let shown = "\(place.folder)/\(name)"
        guard let directory = try TelemetryFolder.existing(name, of: place.folder, in: place.rootBytes) else {
            return nil
        }
        if let refusal = try? directory.refusal(.openToNobodyElse) {
            warn(.readableByOthers, "\(shown) \(refusal): nothing is recorded until that is put right (chmod 700).")
        }
        if !lines(of: ".gitignore", in: directory).contains("*"), !isIgnored(name, place) {
            warn(.notIgnored, "no .gitignore covers \(shown): it could be committed.")
        }
        return directory
    }

    private func isIgnored(_ name: String, _ place: TelemetryPlace) -> Bool {
        guard let root = try? Directory(path: place.rootBytes) else { return false }
        return names(lines(of: ".gitignore", in: root), name, place.folder)
    }

    private mutating func checkContainerImages(_ root: borrowing Directory, _ place: TelemetryPlace) {
        guard let status = root.status(of: ".dockerignore"), status.isRegular else { return }
        let lines = lines(of: ".dockerignore", in: root)
        for name in [TelemetryFolder.documents, TelemetryFolder.secrets] where !names(lines, name, place.folder) {
            warn(.inContainerImages, ".dockerignore does not name \(place.folder)/\(name)/: images could contain it.")
        }
    }

    /// Whether an ignore file names a folder, or the tool's whole folder.
    private func names(_ lines: Set<String>, _ name: String, _ folder: String) -> Bool {
        var patterns: Set<String> = []
        for path in [folder, "\(folder)/\(name)"] {
            for prefix in ["", "/", "**/"] {
                for suffix in ["", "/", "/*", "/**"] { patterns.insert(prefix + path + suffix) }
            }
        }
        return !lines.isDisjoint(with: patterns.union(["*", "**", ".*"]))
    }

    private func lines(of name: String, in directory: borrowing Directory) -> Set<String> {
        guard let file = try? directory.open(name), let bytes = try? file.read(atMost: 1 << 20) else { return [] }
        return Set(
            bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { line in
                var line = line
                while let last = line.last, last == UInt8(ascii: " ") || last == 0x09 { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            })
    }

    private mutating func warn(_ code: Warning.Code, _ message: String) {
        warnings.append(Warning(code: code, message: message))
    }
}
