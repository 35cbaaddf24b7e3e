// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "BookshopApp",
    dependencies: [
        .package(path: "../Bookshop"),
        // A project of yours names the package by its URL, with the same traits: then nothing of the tool is fetched.
        .package(name: "xtraq", path: "../..", traits: ["SQLite"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "BookshopApp",
            dependencies: [
                .product(name: "Bookshop", package: "Bookshop"),
                .product(name: "XtraqSQLite", package: "xtraq"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        )
    ]
)
