#if Telemetry
/// One operation that has begun; nothing is recorded of it unless it is ended.
public struct OpenOperation: ~Copyable, Sendable {
    @usableFromInline let storage: RecorderStorage?
    @usableFromInline let name: StaticString
    @usableFromInline let start: UInt64

    @inlinable
    init(storage: RecorderStorage?, name: StaticString, start: UInt64) {
        self.storage = storage
        self.name = name
        self.start = start
    }

    /// Ends the operation.
    ///
    /// - Parameters:
    ///   - rows: How many rows it read or returned.
    ///   - failed: Whether it failed.
    ///   - subject: What it was about; evaluated only where the operation is slow enough to be kept by itself.
    @inlinable
    public consuming func end(rows: Int = 0, failed: Bool = false, _ subject: @autoclosure () -> Subject = Subject()) {
        guard let storage else { return }
        let duration = storage.endOperation(name, start: start, rows: rows, failed: failed)
        if duration != RecorderStorage.notAmongSlowest {
            storage.keepSlow(name, nanoseconds: duration, rows: rows, subject())
        }
    }
}
#endif
