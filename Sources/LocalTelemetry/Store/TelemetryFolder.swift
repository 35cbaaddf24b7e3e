#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Opens the folders of a project's telemetry, component by component, following no link, and refuses what does not
/// belong to the effective user alone.
enum TelemetryFolder {
    /// The name of the folder of documents.
    static let documents = "telemetry"
    /// The name of the folder of the key.
    static let secrets = "private"

    /// Opens, and makes where it is missing, a private folder of the project.
    ///
    /// - Parameters:
    ///   - name: ``documents`` or ``secrets``.
    ///   - folder: The tool's folder in the project, such as `.tool`.
    ///   - root: The project's root, resolved.
    /// - Returns: The folder.
    /// - Throws: Where it is not, and cannot be made, as it must be.
    static func open(_ name: String, of folder: String, in root: [UInt8]) throws(StoreFailure) -> Directory {
        let project = try attempt("the project folder") { () throws(SystemError) in try Directory(path: root) }
        // The tool's own folder is made as the tool makes it, but never writable by others.
        let own = try making(folder, in: project, as: folder, mode: 0o755, isPrivate: false, demand: .own)
        return try making(
            name, in: own, as: "\(folder)/\(name)", mode: 0o700, isPrivate: true, demand: .openToNobodyElse)
    }

    /// Opens a private folder of the project that is there.
    ///
    /// - Returns: The folder; `nil` where it is not there.
    /// - Throws: Where something else stands in its place.
    static func existing(_ name: String, of folder: String, in root: [UInt8]) throws(StoreFailure) -> Directory? {
        let project = try attempt("the project folder") { () throws(SystemError) in try Directory(path: root) }
        guard project.status(of: folder) != nil else { return nil }
        let own = try attempt(folder) { () throws(SystemError) in try project.existing(folder) }
        guard own.status(of: name) != nil else { return nil }
        return try attempt("\(folder)/\(name)") { () throws(SystemError) in try own.existing(name) }
    }

    /// Opens the folder that the command line names, and makes it where it is missing.
    ///
    /// - Parameters:
    ///   - path: Absolute and resolved but for its last component.
    ///   - shown: The path as it was typed.
    /// - Returns: The folder.
    /// - Throws: Where it cannot be made, or somebody else may write to it.
    static func open(path: [UInt8], shownAs shown: String) throws(StoreFailure) -> Directory {
        let isMade = unsafe path.withPath { unsafe mkdir($0, 0o700) } == 0
        guard isMade || errno == EEXIST else { throw StoreFailure(.last, on: shown) }
        let directory = try attempt(shown) { () throws(SystemError) in try Directory(path: path) }
        if isMade, fchmod(directory.descriptor.number, 0o700) != 0 { throw StoreFailure(.last, on: shown) }
        try check(directory, shown, .writableByNobodyElse)
        return directory
    }

    /// Makes the folder's own `.gitignore` where there is none.
    static func ignore(in directory: borrowing Directory, _ publisher: Publisher) throws(StoreFailure) {
        guard directory.status(of: ".gitignore") == nil else { return }
        do {
            _ = try publisher.publish(Array("*\n".utf8), in: directory, as: [".gitignore"], syncs: false)
        } catch {
            throw StoreFailure(error, on: ".gitignore")
        }
    }

    private static func making(
        _ name: String, in parent: borrowing Directory, as shown: String, mode: mode_t, isPrivate: Bool,
        demand: Directory.Demand
    ) throws(StoreFailure) -> Directory {
        let directory: Directory
        do {
            directory = try parent.making(name, mode: mode, isPrivate: isPrivate)
        } catch {
            throw failure(error, name, in: parent, shown)
        }
        try check(directory, shown, demand)
        return directory
    }

    private static func check(
        _ directory: borrowing Directory, _ shown: String, _ demand: Directory.Demand
    ) throws(StoreFailure) {
        do {
            if let refusal = try directory.refusal(demand) { throw StoreFailure("\(shown) \(refusal)") }
        } catch let error as SystemError {
            throw StoreFailure(error, on: shown)
        } catch let error as StoreFailure {
            throw error
        } catch {
            throw StoreFailure("\(shown) cannot be looked at")
        }
    }

    /// Says what stands in the way where a directory could not be opened.
    private static func failure(
        _ error: SystemError, _ name: String, in parent: borrowing Directory, _ shown: String
    ) -> StoreFailure {
        guard error.code == ELOOP || error.code == ENOTDIR, let status = parent.status(of: name) else {
            return StoreFailure(error, on: shown)
        }
        let isLink = status.st_mode & mode_t(S_IFMT) == mode_t(S_IFLNK)
        return StoreFailure(isLink ? "\(shown) is a link" : "\(shown) is not a folder")
    }

    private static func attempt(
        _ shown: String, _ body: () throws(SystemError) -> Directory
    ) throws(StoreFailure) -> Directory {
        do { return try body() } catch { throw StoreFailure(error, on: shown) }
    }
}
