import Foundation
import TestSupport

@testable import LocalTelemetry

/// A folder, open as the store opens it.
struct StoreFixture {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.setMode(0o700, of: "")
    }

    func open() throws -> Directory {
        try Directory(path: Array(folder.path.utf8))
    }

    /// What is in the folder.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// All abilities that a file system may have.
    static let abilities = [
        FileSystemAbilities(), FileSystemAbilities(unnamedFiles: false),
        FileSystemAbilities(unnamedFiles: false, hardLinks: false),
    ]
}
