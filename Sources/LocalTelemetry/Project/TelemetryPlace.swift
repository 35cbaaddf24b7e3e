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
        guard let key = try Self.key(of: self, keyFile) else {
            throw KeyUnavailable(description: "\(shownKeyFile) is not there")
        }
        return PseudonymHasher(key: key)
    }

    /// The key of a bundle, made from the file that the command line names, or from the project's key.
    ///
    /// - Parameters:
    ///   - bundle: The bundle's identifier.
    ///   - place: The project, if there is one.
    ///   - keyFile: The key file that the command line names, in place of the project's.
    /// - Returns: `nil` where there is none; no key is ever made.
    /// - Throws: ``KeyUnavailable`` where there is one that cannot be used.
    package static func bundleKey(
        _ bundle: String, place: TelemetryPlace?, keyFile: String?
    ) throws -> BundleKey? {
        try key(of: place, keyFile).map { BundleKey($0, bundle: bundle) }
    }

    private static func key(of place: TelemetryPlace?, _ file: String?) throws -> TelemetryKey? {
        do throws(StoreFailure) {
            if let file { return try KeyFile.read(path: file).key }
            guard let place,
                let directory = try TelemetryFolder.existing(
                    TelemetryFolder.secrets, of: place.folder, in: place.rootBytes),
                let finding = try KeyFile.find(in: directory, shownAs: place.shownKeyFile)
            else { return nil }
            guard case .key(let key) = finding else {
                throw StoreFailure("\(place.shownKeyFile) is not a key of \(TelemetryKey.length) bytes")
            }
            return key
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
