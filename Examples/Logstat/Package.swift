// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "Logstat",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(name: "xtraq", path: "../..", traits: ["TelemetryCommands"]),
    ],
    targets: [
        .executableTarget(
            name: "logstat",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TelemetryCommands", package: "xtraq"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        ),
        .testTarget(
            name: "LogstatTests",
            dependencies: ["logstat", .product(name: "LocalTelemetryTesting", package: "xtraq")]
        ),
    ]
)
