import Foundation
import TestSupport
import Testing

/// Nothing is sent: no socket is opened, and nothing that could open one is imported or linked.
@Suite struct LocalTests {
    @Test(.enabled(if: Trace.isAvailable, "needs strace"), arguments: EveryCommand.working + EveryCommand.reading)
    func opensNoSocket(arguments: [String]) throws {
        let folder = try SmallProject.built()
        let arguments = arguments.first == "---completion" ? arguments : ["--telemetry"] + arguments
        let trace = try Trace(
            arguments, in: folder, tracing: "%network,execve,fork,vfork", environment: ExplicitTests.environment)
        let execs = trace.calls.filter { $0.contains("execve(") }
        #expect(execs.count == 1, "a child process: \(execs)")
        let sockets = trace.calls.filter { !$0.contains("execve(") && !$0.contains("+++") && !$0.contains("---") }
        #expect(sockets == [], "\(arguments)")
    }

    /// Which targets of the package name a network at all: none, telemetry's or others.
    @Test func noTargetImportsNetworking() throws {
        let root = Repository.path("Sources")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
        #expect(names.count > 200)
        for name in names {
            let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
            for module in [
                "FoundationNetworking", "Network", "NIO", "NIOCore", "NIOPosix", "AsyncHTTPClient", "CFNetwork",
                "WebKit", "CURL", "libcurl",
            ] { #expect(!text.contains("import \(module)\n"), "\(name) imports \(module)") }
        }
        let resolved = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        for package in ["swift-nio", "async-http-client", "swift-openapi", "grpc-swift"] {
            #expect(!resolved.contains(package))
        }
    }

    /// The same trace sees a program that does open one.
    @Test(.enabled(if: Trace.isAvailable, "needs strace")) func theTraceWouldSeeIt() throws {
        let scratch = try TemporaryFolder()
        _ = try Command.run(
            "/usr/bin/strace",
            [
                "-f", "-qq", "-e", "trace=%network", "-o", scratch.path("trace"), "/usr/bin/env", "python3", "-c",
                "import socket; socket.socket()",
            ],
            in: scratch.path)
        #expect(try scratch.read("trace").contains("AF_INET"))
    }

    /// What the telemetry targets may import: each other, the system's C library, and what neither knows a network.
    private static let allowed: Set<String> = [
        "JSONBytes", "TelemetryRecording", "LocalTelemetry", "TelemetryReport", "TelemetryReference",
        "TelemetryCommands", "TelemetrySharing", "XtraqDocuments",
        "CZlib", "Diagnostics", "Glibc", "Musl", "Darwin", "Synchronization", "Crypto", "ArgumentParser", "Dispatch",
    ]
    private static let targets = [
        "JSONBytes", "TelemetryRecording", "LocalTelemetry", "TelemetryReport", "TelemetryReference",
        "TelemetryCommands", "TelemetrySharing", "XtraqDocuments",
    ]

    private func sources(of target: String) throws -> [(name: String, text: String)] {
        let folder = Repository.path("Sources/" + target)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        try #require(!names.isEmpty, "\(target) has sources")
        return try names.map { ("\(target)/\($0)", try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
    }

    @Test(arguments: targets) func importsNothingThatKnowsANetwork(target: String) throws {
        for (name, text) in try sources(of: target) {
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2, !line.hasPrefix("//"),
                    !line.hasPrefix(" *"),
                    words[..<place].allSatisfy({
                        $0.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains($0)
                    })
                else { continue }
                let module = words.last.map { $0.split(separator: ".").first ?? $0 } ?? ""
                #expect(Self.allowed.contains(String(module)), "\(name): \(line)")
            }
        }
    }

    /// The recorder can open no file and knows no key.
    @Test func theRecorderImportsNextToNothing() throws {
        for (name, text) in try sources(of: "TelemetryRecording") {
            for module in ["LocalTelemetry", "Crypto", "Foundation", "Dispatch"] {
                #expect(!text.contains("import \(module)"), "\(name)")
            }
        }
    }

    private static let calls = [
        "socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "sendmsg", "bind", "listen", "accept", "popen",
        "system", "getpwuid", "getpwnam", "posix_spawn", "posix_spawnp", "execve", "execvp", "fork", "dlopen",
        "syscall",
    ]

    /// The one program that a telemetry command starts: what encrypts a bundle, where the user asks for it.
    private static let starts = "TelemetryCommands/Sharing/AgeProgram.swift"

    @Test(arguments: targets) func callsNothingThatSends(target: String) throws {
        for (name, text) in try sources(of: target) {
            for call in Self.calls where !(name == Self.starts && call == "posix_spawnp") {
                let pattern = try Regex("(^|[^.A-Za-z_])\(call)\\(")
                let lines = text.split(separator: "\n").filter {
                    $0.contains(pattern) && !$0.contains("//") && !$0.contains("func ")
                }
                #expect(lines.isEmpty, "\(name): \(lines)")
            }
        }
    }

    @Test func theBinaryLinksNothingThatKnowsANetwork() throws {
        let needed = try Command.run("/usr/bin/readelf", ["-dW", Tool.path], in: "/")
        #expect(needed.exitCode == 0 && needed.output.contains("(NEEDED)"), "\(needed.errors)")
        for library in ["FoundationNetworking", "curl", "ssl", "nghttp", "libresolv", "libFoundation.so"] {
            #expect(!needed.output.contains(library), "\(library)")
        }
        let symbols = try Command.run("/usr/bin/readelf", ["--dyn-syms", "-W", Tool.path], in: "/")
        let undefined = symbols.output.split(separator: "\n").filter { $0.contains(" UND ") }
            .compactMap { $0.split(separator: " ").last?.split(separator: "@").first.map(String.init) }
        #expect(undefined.count > 50)
        for call in ["socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "sendmsg", "curl_easy_init"] {
            #expect(!undefined.contains(call), "\(call)")
        }
    }
}
