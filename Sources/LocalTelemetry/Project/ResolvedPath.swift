#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Paths as the system knows them: bytes, which need not be text.
enum ResolvedPath {
    /// The one spelling of a place that is there: absolute, without links; `nil` where it is not there.
    static func of(_ path: [UInt8]) -> [UInt8]? {
        guard !path.contains(0), let resolved = unsafe path.withPath({ unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(resolved) }
        var bytes: [UInt8] = []
        var next = unsafe resolved
        while unsafe next.pointee != 0 {
            bytes.append(unsafe UInt8(bitPattern: next.pointee))
            unsafe next += 1
        }
        return bytes
    }

    /// The spelling of a place whose last component need not be there: its folder resolved.
    static func ofNew(_ path: [UInt8]) -> [UInt8]? {
        if let resolved = of(path) { return resolved }
        var path = path[...]
        while path.count > 1, path.last == slash { path.removeLast() }
        guard let name = path.split(separator: slash).last, name != [dot], name != [dot, dot] else { return nil }
        let folder = path.dropLast(name.count)
        guard let parent = of(folder.isEmpty ? [dot] : Array(folder)) else { return nil }
        return appending(name, to: parent)
    }

    /// The resolved spelling; of what is not there, the longest part that is, and the rest as it is spelt.
    static func spelling(of path: [UInt8]) -> [UInt8] {
        if let resolved = of(path) { return resolved }
        guard let name = path.split(separator: slash).last else { return path }
        guard let end = path.lastIndex(of: slash) else { return appending(name, to: of([dot]) ?? []) }
        let folder = Array(path[..<(path.last == slash ? path.count - name.count - 1 : end)])
        guard folder.count < path.count else { return path }
        return appending(name, to: folder.isEmpty ? [slash] : spelling(of: folder))
    }

    /// A path with one more component.
    static func appending(_ name: some Sequence<UInt8>, to folder: [UInt8]) -> [UInt8] {
        folder.last == slash ? folder + name : folder + [slash] + name
    }

    /// Whether a resolved path is that of a folder or lies below it.
    static func lies(_ path: [UInt8], in folder: [UInt8]) -> Bool {
        path == folder || path.starts(with: folder.last == slash ? folder : folder + [slash])
    }

    /// The folder that holds what the path names.
    static func parent(of path: [UInt8]) -> [UInt8] {
        guard let end = path.lastIndex(of: slash) else { return [dot] }
        return end == 0 ? [slash] : Array(path[..<end])
    }

    /// A path as people are shown it; what is not UTF-8 is replaced.
    static func shown(_ path: [UInt8]) -> String {
        String(decoding: path, as: UTF8.self)
    }

    static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")
}
