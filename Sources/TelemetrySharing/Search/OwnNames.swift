#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

internal import LocalTelemetry

/// The names that must not leave with a bundle.
package enum OwnNames {
    /// Names as a project has them, and their parts: a path by its components, `schema.name` by its two.
    package static func parts(of names: [String]) -> [String] {
        var parts: Set<String> = []
        for name in names where !name.isEmpty {
            parts.insert(name)
            for component in name.split(whereSeparator: { "/\\".contains($0) }) {
                parts.insert(String(component))
                // Of a statement the whole is a name, its words are SQL.
                guard !component.contains(where: \.isWhitespace) else { continue }
                for part in component.split(separator: ".") { parts.insert(String(part)) }
            }
        }
        return parts.sorted()
    }

    /// The name and the home folder of a user.
    ///
    /// Read here and not asked of `getpwuid`, which opens a socket to a name service, or loads one that uses the network.
    static func account(of user: UInt32, in table: String) -> [String] {
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            if fields.count > 5, fields[2] == "\(user)" { return [String(fields[0]), String(fields[5])] }
        }
        return []
    }

    /// The home folder, the user and the host.
    package static var ofMachine: [String] {
        var names: [String] = []
        for name in ["HOME", "USER", "LOGNAME", "HOSTNAME"] {
            if let value = unsafe getenv(name).flatMap({ unsafe String(validatingCString: $0) }) { names.append(value) }
        }
        let accounts = SmallFile.bytes(at: "/etc/passwd", limit: 1 << 20) ?? []
        names += account(of: geteuid(), in: String(decoding: accounts, as: UTF8.self))
        var host = [CChar](repeating: 0, count: 256)
        let isNamed = unsafe host.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe gethostname($0, buffer.count - 1) == 0 } ?? false
        }
        if isNamed {
            names.append(String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
        return parts(of: names)
    }
}
