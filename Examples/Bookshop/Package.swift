// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "Bookshop",
    products: [
        .library(name: "Bookshop", targets: ["Bookshop"])
    ],
    dependencies: [
        // A project of yours names the package by its URL, with the same traits: then nothing of the tool is fetched.
        .package(name: "xtraq", path: "../..", traits: ["SQLite"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // What xtraq generates, and the types of the shop's own that it names.
        .target(
            name: "Bookshop",
            dependencies: [
                .product(name: "XtraqSQLite", package: "xtraq"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ]
)
