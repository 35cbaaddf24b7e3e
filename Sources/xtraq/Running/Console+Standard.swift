import JSONBytes
import Project

extension Console {
    /// The console on the process's own streams.
    static func standard(isCI: Bool) -> Console {
        Console(style: .detect(2, isCI: isCI, environment: .current))
    }

    /// Writes one JSON object to standard output.
    func result(_ members: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        writer.object(members)
        writer.newline()
        write(String(decoding: writer.bytes, as: UTF8.self))
    }
}
