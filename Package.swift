// swift-tools-version: 6.3

import PackageDescription

/// One list of settings for every target: Swift 6 mode, memory safety checked, no warning passes.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("ExplicitSendable", as: .error),
    .treatWarning("StrictLanguageFeatures", as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "xtraq",
    products: [
        .executable(name: "xtraq", targets: ["xtraq"]),
        .library(name: "LocalTelemetry", targets: ["LocalTelemetry", "TelemetryRecording"]),
        .library(
            name: "TelemetryCommands", targets: ["TelemetryCommands", "LocalTelemetry", "TelemetryRecording"]),
        .library(name: "LocalTelemetryTesting", targets: ["LocalTelemetryTesting"]),
        .library(name: "XtraqRuntime", targets: ["XtraqRuntime"]),
        .library(name: "XtraqSQLite", targets: ["XtraqSQLite"]),
    ],
    traits: [
        .trait(name: "Tool", description: "What only the xtraq executable needs: argument parsing, configuration."),
        .trait(name: "SQLite", description: "The run-time library for generated SQLite code, on GRDB."),
        .trait(name: "Telemetry", description: "Recording and writing local telemetry: the keyed hash."),
        .trait(
            name: "TelemetryCommands",
            description: "The `telemetry` commands and switches for swift-argument-parser tools.",
            enabledTraits: ["Telemetry"]
        ),
        .default(enabledTraits: ["Tool", "SQLite", "Telemetry", "TelemetryCommands"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // MARK: Leaves that both halves may use
        .target(name: "JSONBytes", swiftSettings: settings),

        // MARK: Telemetry half
        .target(name: "TelemetryRecording", swiftSettings: settings),
        .target(
            name: "LocalTelemetry",
            dependencies: [
                "JSONBytes", "TelemetryRecording",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Telemetry"])),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TelemetryReport",
            dependencies: ["LocalTelemetry", "TelemetryRecording", "JSONBytes"],
            swiftSettings: settings
        ),
        // What a tool can record, for those who judge it: pages, diagram, history.
        .target(
            name: "TelemetryReference",
            dependencies: ["LocalTelemetry", "JSONBytes"],
            swiftSettings: settings
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "TelemetrySharing",
            dependencies: ["CZlib", "LocalTelemetry", "TelemetryRecording", "TelemetryReport", "JSONBytes"],
            swiftSettings: settings
        ),
        .target(
            name: "TelemetryCommands",
            dependencies: [
                "LocalTelemetry", "TelemetryRecording", "TelemetryReference", "TelemetryReport", "TelemetrySharing",
                "JSONBytes",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Tool", "TelemetryCommands"])
                ),
            ],
            swiftSettings: settings
        ),

        // For tests alone: nothing is in it in a release build.
        .target(
            name: "LocalTelemetryTesting",
            dependencies: [
                "LocalTelemetry", "TelemetryRecording", "JSONBytes",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Telemetry"])),
            ],
            swiftSettings: settings
        ),

        // MARK: Typed-SQL half
        .target(name: "Diagnostics", swiftSettings: settings),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "SnapshotModel",
            dependencies: ["Diagnostics", "JSONBytes", "TelemetryRecording"],
            swiftSettings: settings
        ),
        .target(
            name: "SQLiteEngine",
            dependencies: ["CSQLite", "Diagnostics", "SnapshotModel", "TelemetryRecording"],
            swiftSettings: settings
        ),
        .target(
            name: "SwiftGenerator",
            dependencies: ["Diagnostics", "SnapshotModel", "TelemetryRecording"],
            swiftSettings: settings
        ),

        // MARK: The executable
        .target(
            name: "Project",
            dependencies: [
                "Diagnostics", "JSONBytes",
                .product(
                    name: "Configuration", package: "swift-configuration", condition: .when(traits: ["Tool"])
                ),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "XtraqDocuments",
            dependencies: ["Diagnostics", "LocalTelemetry", "TelemetryRecording"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "xtraq",
            dependencies: [
                "Diagnostics", "JSONBytes", "LocalTelemetry", "Project", "SQLiteEngine", "SnapshotModel",
                "SwiftGenerator", "TelemetryCommands", "TelemetryRecording", "TelemetryReport", "XtraqDocuments",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Tool", "TelemetryCommands"])
                ),
            ],
            swiftSettings: settings
        ),

        // MARK: Run-time libraries that generated code imports
        .target(name: "XtraqRuntime", swiftSettings: settings),
        .target(
            name: "XtraqSQLite",
            dependencies: [
                "XtraqRuntime",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: settings
        ),

        // MARK: Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        // The readers of untrusted bytes, for tests and for libFuzzer.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "JSONBytes", "LocalTelemetry", "Project", "SnapshotModel", "TelemetryReport", "TelemetrySharing",
                "XtraqDocuments",
            ],
            path: "Tests/FuzzTargets",
            swiftSettings: settings
        ),
        // A tool of its own on the telemetry libraries: what tests of whole processes run.
        .executableTarget(
            name: "recorded-tool",
            dependencies: [
                "LocalTelemetry", "TelemetryCommands", "TelemetryRecording",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Tool", "TelemetryCommands"])
                ),
            ],
            path: "Tests/RecordedTool",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "async-recorded-tool",
            dependencies: [
                "LocalTelemetry", "TelemetryCommands",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Tool", "TelemetryCommands"])
                ),
            ],
            path: "Tests/AsyncRecordedTool",
            swiftSettings: settings
        ),
        .testTarget(name: "JSONBytesTests", dependencies: ["JSONBytes", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "TelemetryRecordingTests", dependencies: ["TelemetryRecording", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LocalTelemetryTests",
            dependencies: [
                "LocalTelemetry", "LocalTelemetryTesting", "TelemetryRecording", "XtraqDocuments", "JSONBytes",
                "TestSupport", "recorded-tool",
            ],
            exclude: ["Snapshots"], swiftSettings: settings
        ),
        .testTarget(
            name: "XtraqDocumentsTests",
            dependencies: [
                "XtraqDocuments", "LocalTelemetry", "TelemetryRecording", "TelemetryReport", "Diagnostics",
                "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TelemetryReportTests",
            dependencies: [
                "TelemetryReport", "LocalTelemetry", "TelemetryRecording", "Diagnostics", "XtraqDocuments", "JSONBytes",
                "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: settings
        ),
        .testTarget(
            name: "TelemetryReferenceTests",
            dependencies: [
                "TelemetryReference", "LocalTelemetry", "XtraqDocuments", "TestSupport", "recorded-tool", "xtraq",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TelemetrySharingTests",
            dependencies: [
                "TelemetrySharing", "TelemetryReport", "LocalTelemetry", "TelemetryRecording", "XtraqDocuments",
                "JSONBytes", "TestSupport", "xtraq", "recorded-tool",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TelemetryCommandsTests",
            dependencies: [
                "TelemetryCommands", "TelemetryReport", "LocalTelemetry", "LocalTelemetryTesting", "XtraqDocuments",
                "JSONBytes", "TestSupport", "recorded-tool", "async-recorded-tool",
            ],
            exclude: ["Snapshots"], swiftSettings: settings
        ),
        .testTarget(
            name: "SnapshotModelTests", dependencies: ["SnapshotModel", "Diagnostics", "JSONBytes", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SQLiteEngineTests",
            dependencies: [
                "SQLiteEngine", "SwiftGenerator", "CSQLite", "SnapshotModel", "Diagnostics", "JSONBytes",
                "TelemetryRecording",
                "TestSupport",
            ],
            exclude: ["Cases", "Nullability"], swiftSettings: settings
        ),
        .testTarget(
            name: "SwiftGeneratorTests",
            dependencies: [
                "SwiftGenerator", "SQLiteEngine", "SnapshotModel", "Diagnostics", "TelemetryRecording", "TestSupport",
            ],
            exclude: ["Cases", "Language"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "XtraqSQLiteTests",
            dependencies: [
                "XtraqSQLite", "XtraqRuntime", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ProjectTests", dependencies: ["Project", "Diagnostics", "JSONBytes", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "xtraq", "CSQLite", "Diagnostics", "JSONBytes", "LocalTelemetry", "TelemetryRecording",
                "TelemetryReport", "XtraqDocuments", "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: settings
        ),
        .testTarget(
            name: "TelemetryTrustTests",
            dependencies: [
                "xtraq", "recorded-tool", "CSQLite", "Diagnostics", "FuzzTargets", "JSONBytes", "LocalTelemetry",
                "LocalTelemetryTesting", "TelemetryRecording", "TelemetryReport", "TestSupport", "XtraqDocuments",
            ],
            exclude: ["Fuzz/Fixtures"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
