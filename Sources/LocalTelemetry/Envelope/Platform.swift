#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The kind of machine and system that a run was on: nothing that would tell one machine from another of its kind.
public struct Platform: Sendable {
    /// System and processor that the tool was built for.
    public enum RuntimeIdentifier: String, Sendable, CaseIterable {
        case linuxX64 = "linux-x64"
        case linuxARM64 = "linux-arm64"
        case macOSX64 = "macos-x64"
        case macOSARM64 = "macos-arm64"
    }

    /// The distribution or system by name.
    public enum OperatingSystem: String, Sendable, CaseIterable {
        case alma = "almalinux"
        case alpine, amzn, arch, centos, debian, fedora, gentoo, linuxmint, macos, manjaro, nixos, opensuse
        case popOS = "pop"
        case raspbian, rhel, rocky, sles, ubuntu, void, wolfi
    }

    /// System and processor.
    public var runtimeIdentifier: Closed<RuntimeIdentifier>
    /// The system's name.
    public var operatingSystem: Closed<OperatingSystem>
    /// The system's version, where it says one.
    public var operatingSystemVersion: Version?

    /// Makes a platform from its parts.
    public init(
        runtimeIdentifier: Closed<RuntimeIdentifier>, operatingSystem: Closed<OperatingSystem>,
        operatingSystemVersion: Version?
    ) {
        self.runtimeIdentifier = runtimeIdentifier
        self.operatingSystem = operatingSystem
        self.operatingSystemVersion = operatingSystemVersion
    }

    /// The platform that this process runs on. Reads `/etc/os-release` (else `/usr/lib/os-release`) on Linux.
    public static func current() -> Platform {
        var platform = Platform(runtimeIdentifier: built, operatingSystem: .other, operatingSystemVersion: nil)
        #if canImport(Darwin)
        platform.operatingSystem = Closed(.macos)
        #else
        let release = SmallFile.bytes(at: "/etc/os-release") ?? SmallFile.bytes(at: "/usr/lib/os-release")
        if let release { platform.adopt(osRelease: release) }
        #endif
        return platform
    }

    /// Takes name and version from the text of an os-release file (freedesktop.org, os-release(5)).
    mutating func adopt(osRelease bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            var value = rest.cut(at: UInt8(ascii: "\n"))
            let name = value.cut(at: UInt8(ascii: "="))
            let isSystem = name.equals("ID")
            guard isSystem || name.equals("VERSION_ID") else { continue }
            if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), value.count > 1,
                value.last == quote
            {
                value = value.dropFirst().dropLast()
            }
            let text = String(decoding: value, as: UTF8.self)
            if isSystem {
                operatingSystem = Closed(named: value.starts(with: "opensuse") ? "opensuse" : text)
            } else {
                operatingSystemVersion = Version(text)
            }
        }
    }

    private static var built: Closed<RuntimeIdentifier> {
        #if os(Linux) && arch(x86_64)
        Closed(.linuxX64)
        #elseif os(Linux) && arch(arm64)
        Closed(.linuxARM64)
        #elseif os(macOS) && arch(x86_64)
        Closed(.macOSX64)
        #elseif os(macOS) && arch(arm64)
        Closed(.macOSARM64)
        #else
        .other
        #endif
    }
}
