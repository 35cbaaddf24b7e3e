import Project
import TestSupport
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("Queries/**/*.sql", "Queries/a.sql", true), ("Queries/**/*.sql", "Queries/x/y/a.sql", true),
        ("Queries/**/*.sql", "Queries/a.txt", false), ("Queries/**/*.sql", "Other/a.sql", false),
        ("Queries/*.sql", "Queries/x/a.sql", false), ("**/*.sql", "a.sql", true), ("**", "a/b", true),
        ("a/**/b/**/c", "a/b/c", true), ("a/**/b/**/c", "a/x/b/y/z/c", true), ("a/**/b", "a", false),
        ("?.sql", "a.sql", true), ("?.sql", "ab.sql", false), ("?.sql", "é.sql", true), ("a*b*c", "aXXbYYc", true),
        ("a*b*c", "aXXbYY", false), ("./a/*", "a/b", true), ("**/*", ".git/config", false), ("*", ".env", false),
        ("*.sql", ".a.sql", false), ("a/**", "a/.b/c", false),
    ])
    func matches(pattern: String, path: String, expected: Bool) throws {
        #expect(try Glob(pattern).matches(path) == expected)
    }

    @Test(arguments: [
        ("", Glob.Problem.empty), ("/a", .absolute), ("../a", .leavesProject), ("a/../b", .leavesProject),
        (".hidden/*.sql", .hidden), ("a/.*", .hidden),
    ])
    func refuses(pattern: String, problem: Glob.Problem) {
        #expect(throws: problem) { try Glob(pattern) }
    }

    @Test(arguments: [
        ("Queries/**/*.sql", "Queries"), ("*.sql", ""), ("a/b/*.sql", "a/b"), ("a/b.sql", "a"), ("a*/b/*.sql", ""),
    ])
    func knowsWhereItsWildcardsBegin(pattern: String, folder: String) throws {
        #expect(try Glob(pattern).fixedFolder == folder)
    }

    @Test func findsFilesPatternByPatternInNaturalOrder() throws {
        let folder = try TemporaryFolder()
        for path in ["M/10_b.sql", "M/2_a.sql", "S/x/1.sql", "S/a.sql", "S/.hidden.sql", "S/.git/a.sql", "S/a.txt"] {
            try folder.write(path, "")
        }
        let found = try FileFinder(root: ProjectRoot(path: folder.path))
            .files(matching: [Glob("S/**/*.sql"), Glob("M/*.sql"), Glob("**/*.sql"), Glob("Missing/*.sql")])
        #expect(found.map(\.path) == ["S/a.sql", "S/x/1.sql", "M/2_a.sql", "M/10_b.sql"])
        #expect(found.map(\.folder) == ["", "x", "", ""])
    }

    @Test func followsNoLinkToAFolderBelowAWildcard() throws {
        let folder = try TemporaryFolder()
        try folder.write("Q/a.sql", "")
        _ = try Command.run("/bin/ln", ["-s", "..", "Q/loop"], in: folder.path)
        _ = try Command.run("/bin/ln", ["-s", "a.sql", "Q/b.sql"], in: folder.path)
        let found = try FileFinder(root: ProjectRoot(path: folder.path)).files(matching: [Glob("**/*.sql")])
        #expect(found.map(\.path) == ["Q/a.sql", "Q/b.sql"])
    }
}

@Suite struct NaturalOrderTests {
    @Test(arguments: [
        ["2_b.sql", "10_a.sql"], ["a", "b"], ["a1b2", "a1b10"], ["a/b.sql", "a.sql"], ["1", "01"], ["", "a"],
        ["20240101000000_a.sql", "20240101000001_a.sql"], ["99999999999999999999998", "99999999999999999999999"],
        ["a", "a1"], ["V1.2", "V1.10"],
    ])
    func ordersAsPeopleNumber(pair: [String]) {
        #expect(NaturalOrder.precedes(pair[0], pair[1]))
        #expect(!NaturalOrder.precedes(pair[1], pair[0]))
        #expect(!NaturalOrder.precedes(pair[0], pair[0]))
    }
}
