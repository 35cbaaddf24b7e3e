#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a database file looks like from outside: enough to know that it has not been written to since.
enum DatabaseFileState {
    /// The state of the file and its write-ahead log: size, times, identity, and SQLite's header with its change counter
    /// (https://www.sqlite.org/fileformat2.html#file_change_counter); `nil` where it cannot be read.
    static func fingerprint(_ path: String) -> Fingerprint? {
        var text = ""
        for file in [path, path + "-wal"] {
            var status = stat()
            guard unsafe stat(file, &status) == 0 else {
                if file == path { return nil }
                continue
            }
            text += "\(status.st_size) \(status.st_ino) \(status.st_dev) "
            #if canImport(Darwin)
            text += "\(status.st_mtimespec.tv_sec) \(status.st_mtimespec.tv_nsec);"
            #else
            text += "\(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec);"
            #endif
        }
        let (folderPath, name) = TreePath.split(path)
        let folder = try? Folder.open(folderPath.isEmpty ? "/" : String(folderPath), makes: false)
        let header = (try? folder?.read(name, limit: 100)) ?? []
        return Fingerprint(of: Array(text.utf8) + header)
    }
}
