import Foundation

/// The Swift compiler, with the modules that this test run was built with.
enum Compiler {
    /// Type-checks files as one module, warnings being errors.
    static func typeCheck(_ files: [String], in folder: String, _ settings: [String]) throws -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments =
            [
                "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors",
                "-module-name", "Checked",
                "-I", modules, "-Xcc", "-fmodule-map-file=\(moduleMap)",
            ] + settings + files
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Where this run's products lie: `.build/<triple>/debug`.
    private static var products: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    }

    private static var modules: String { products.appendingPathComponent("Modules").path }

    /// GRDB's map of SQLite's header.
    private static var moduleMap: String {
        products.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap").path
    }
}
