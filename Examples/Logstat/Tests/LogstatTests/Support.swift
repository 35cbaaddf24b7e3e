import Foundation

/// The tool as it was built beside the tests.
var logstat: String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for start in [own, Bundle.main.bundlePath, CommandLine.arguments[0]].compactMap(\.self) {
        var folder = URL(fileURLWithPath: start)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let tool = folder.path + "/logstat"
            if FileManager.default.isExecutableFile(atPath: tool) { return tool }
        }
    }
    fatalError("logstat is not built")
}

/// Three requests and a line that is none.
let sampleLog = """
    10.0.0.1 - - [10/Oct/2026:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
    10.0.0.2 - - [10/Oct/2026:13:55:37 +0000] "GET /style.css HTTP/1.1" 200 512
    10.0.0.1 - - [10/Oct/2026:13:55:38 +0000] "POST /order?id=7 HTTP/1.1" 500 -
    nonsense

    """
