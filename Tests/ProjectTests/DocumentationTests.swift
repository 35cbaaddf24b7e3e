import Foundation
import Project
import TestSupport
import Testing

/// The pages of the repository hold what they promise.
@Suite struct DocumentationTests {
    private static let pages: [String] = {
        let top = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("."))) ?? []
        let docs = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("docs"))) ?? []
        return (top + docs.map { "docs/" + $0 }).filter { $0.hasSuffix(".md") }.sorted()
    }()

    private func text(_ page: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: Repository.path(page))), as: UTF8.self)
    }

    @Test(arguments: pages) func linksLeadSomewhere(page: String) throws {
        let folder = page.contains("/") ? "docs/" : ""
        for link in try text(page).matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) where !link.1.contains("://") {
            let path = Repository.path(folder + String(link.1))
            #expect(FileManager.default.fileExists(atPath: path), "\(page): \(link.1)")
        }
    }

    @Test func readmeIsShort() throws {
        #expect(try text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 160)
    }

    @Test func configurationPageNamesEveryKey() throws {
        let page = try text("docs/configuration.md")
        for key in ConfigurationKey.allCases {
            #expect(page.contains("`\(key.rawValue)`"), "\(key.rawValue)")
            if let variable = key.variable { #expect(page.contains("`\(variable)`")) }
            if let option = key.option { #expect(page.contains("`\(option)`")) }
        }
    }

    @Test func makefileSaysWhatEachTargetDoes() throws {
        let makefile = try text("Makefile")
        for target in [
            "demo", "build", "test", "check-all", "bench", "fuzz", "lint", "docs", "install", "uninstall", "dist",
        ] {
            #expect(makefile.contains(try Regex("(?m)^\(target):.* ## .+$")), "\(target)")
        }
    }
}
