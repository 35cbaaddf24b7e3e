#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where libFuzzer enters: `FUZZ_TARGET` says which reader is fed, `FUZZ_SEEDS` a folder that its seeds are written to.
/// See `Scripts/fuzz.sh`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start else {
        target.read([])
        return 0
    }
    target.read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let target: FuzzTarget = {
    guard let name = unsafe getenv("FUZZ_TARGET").map({ unsafe String(cString: $0) }),
        let target = FuzzTarget(rawValue: name)
    else { fatalError("FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))") }
    if let folder = unsafe getenv("FUZZ_SEEDS").map({ unsafe String(cString: $0) }) {
        for (index, seed) in target.seeds.enumerated() {
            let file = unsafe fopen("\(folder)/seed-\(index)", "w")
            guard let file = unsafe file else { fatalError("\(folder) cannot be written to") }
            unsafe fwrite(seed, 1, seed.count, file)
            unsafe fclose(file)
        }
    }
    return target
}()
