/// Where a project's telemetry lies, for those who read it. Nothing here makes, changes or removes a file.
package struct TelemetryPlace: Sendable {
    /// The resolved folder of the project.
    package let root: String
    /// The tool's folder in it.
    package let folder: String
    let rootBytes: [UInt8]

    /// Finds the project; `nil` outside of one.
    ///
    /// - Parameters:
    ///   - path: As the command line names it; `nil` to search from the working folder upwards.
    ///   - folder: The tool's folder in a project.
    ///   - projectFile: The file that makes a folder a project; `nil` for a tool without one.
    package init?(projectPath path: String?, folder: String, projectFile: String?) {
        guard let root = ProjectRoot.find(from: path, holding: projectFile, own: folder) else { return nil }
        rootBytes = root
        self.root = ResolvedPath.shown(root)
        self.folder = folder
    }

    /// The folder of documents.
    package var documents: String { "\(root)/\(shownDocuments)" }
    /// The key.
    package var keyFile: String { "\(root)/\(shownKeyFile)" }
    /// The folder of documents, within the project.
    package var shownDocuments: String { "\(folder)/\(TelemetryFolder.documents)" }
    /// The key, within the project.
    package var shownKeyFile: String { "\(folder)/\(TelemetryFolder.secrets)/\(KeyFile.name)" }

    #if Telemetry
    /// The hasher of the project's key, for `--reveal`.
    ///
    /// - Parameter keyFile: The key file that the command line names, in place of the project's.
    /// - Returns: The hasher.
    /// - Throws: ``KeyUnavailable`` where there is no key to be had.
    package func hasher(keyFile: String?) throws -> PseudonymHasher {
        do throws(StoreFailure) {
            if let keyFile { return PseudonymHasher(key: try KeyFile.read(path: keyFile).key) }
            guard let directory = try TelemetryFolder.existing(TelemetryFolder.secrets, of: folder, in: rootBytes),
                let finding = try KeyFile.find(in: directory, shownAs: shownKeyFile)
            else { throw StoreFailure("\(shownKeyFile) is not there") }
            guard case .key(let key) = finding else {
                throw StoreFailure("\(shownKeyFile) is not a key of \(TelemetryKey.length) bytes")
            }
            return PseudonymHasher(key: key)
        } catch {
            throw KeyUnavailable(description: error.reason)
        }
    }
    #endif
}

/// Why there is no key to reveal with: one clause.
package struct KeyUnavailable: Error, Sendable, CustomStringConvertible {
    package let description: String
}
