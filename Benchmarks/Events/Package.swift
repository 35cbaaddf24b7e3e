// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "Events",
    dependencies: [
        .package(name: "xtraq", path: "../..", traits: ["Telemetry"])
    ],
    targets: [
        .executableTarget(
            name: "Events",
            dependencies: [.product(name: "LocalTelemetry", package: "xtraq")],
            swiftSettings: [.treatAllWarnings(as: .error)]
        )
    ]
)
