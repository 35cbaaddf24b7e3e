#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file that holds a key.
enum KeyFile {
    /// The name of the project's key in its folder.
    static let name = "telemetry.key"

    /// What came of looking for a key.
    enum Finding: Sendable, Equatable {
        case key(TelemetryKey)
        /// There is a file, but it holds no key.
        case wrongLength
    }

    /// The key in a project's private folder; made where there is none.
    ///
    /// It is made like a document: whole, synced, linked to its name. Who loses that race reads the winner's.
    static func findOrMake(
        in directory: borrowing Directory, shownAs shown: String, _ publisher: Publisher
    ) throws(StoreFailure) -> Finding {
        try TelemetryFolder.ignore(in: directory, publisher)
        // Before the key is looked for: who was killed when it had its name may have left its part beside it.
        Recovery.run(in: directory)
        if let finding = try find(in: directory, shownAs: shown) { return finding }
        let key = TelemetryKey.random()
        do {
            if try publisher.publish(key.bytes, in: directory, as: [name]) != nil {
                try directory.descriptor.syncDirectory()
                return .key(key)
            }
        } catch {
            throw StoreFailure(error, on: shown)
        }
        guard let finding = try find(in: directory, shownAs: shown) else {
            throw StoreFailure("\(shown) comes and goes")
        }
        return finding
    }

    /// The key in a project's private folder.
    ///
    /// - Returns: `nil` where there is none.
    /// - Throws: Where what stands there is not a regular file with one name that belongs to the effective user and is
    ///   open to nobody else.
    static func find(in directory: borrowing Directory, shownAs shown: String) throws(StoreFailure) -> Finding? {
        guard let named = directory.status(of: name) else {
            let error = SystemError.last
            guard error.code == ENOENT else { throw StoreFailure(error, on: shown) }
            return nil
        }
        // Looked at before it is opened: what is not a file is not even opened.
        guard named.isRegular else { throw StoreFailure("\(shown) is not a regular file") }
        do {
            let file = try directory.open(name)
            let status = try file.status()
            if let refusal = refusal(status, in: directory) { throw StoreFailure("\(shown) \(refusal)") }
            return TelemetryKey(try file.read(atMost: TelemetryKey.length + 1)).map { .key($0) } ?? .wrongLength
        } catch let error as SystemError {
            throw StoreFailure(error, on: shown)
        } catch let error as StoreFailure {
            throw error
        } catch {
            throw StoreFailure("\(shown) cannot be read")
        }
    }

    private static func refusal(_ status: stat, in directory: borrowing Directory) -> String? {
        if !status.isRegular { return "is not a regular file" }
        if !status.isOwn { return "belongs to another user" }
        if status.isOpenToOthers { return "is open to others" }
        // Where there are no unnamed files a key has a second name for a moment, while it is made.
        if status.st_nlink > 1, Int(status.st_nlink) - Recovery.partNames(of: status, in: directory) > 1 {
            return "has a second name"
        }
        return nil
    }

    /// What came of reading the key file that the command line names.
    struct Reading: Sendable {
        /// The key.
        let key: TelemetryKey
        /// Whether others can read the file.
        let isOpenToOthers: Bool
    }

    /// Reads the key file that the command line names; it may be a link.
    static func read(path: String) throws(StoreFailure) -> Reading {
        do {
            let file = try Descriptor(SystemFile.open(Array(path.utf8), O_RDONLY | O_NONBLOCK))
            let status = try file.status()
            guard status.isRegular else { throw StoreFailure("\(path) is not a regular file") }
            guard let key = TelemetryKey(try file.read(atMost: TelemetryKey.length + 1)) else {
                throw StoreFailure("\(path) is not a key of \(TelemetryKey.length) bytes")
            }
            return Reading(key: key, isOpenToOthers: status.isOpenToOthers)
        } catch let error as SystemError {
            throw StoreFailure(error, on: path)
        } catch let error as StoreFailure {
            throw error
        } catch {
            throw StoreFailure("\(path) cannot be read")
        }
    }
}
