internal import CZlib

/// Unpacks bytes by zlib (raw deflate, RFC 1951); one state serves many entries.
@safe final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        // Safe: the stream lives as long as this object, which alone has it.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        isReady = unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// Unpacks bytes of which the size is known.
    ///
    /// - Returns: `nil` where they are damaged or of another size; no more than `size` bytes are ever made.
    func unpack(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        guard isReady, unsafe inflateReset(stream) == Z_OK else { return nil }
        var isWhole = false
        // At least one byte of room: zlib takes no output buffer at no address.
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: max(size, 1)) { output, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = uInt(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = uInt(size)
                let result = unsafe inflate(stream, Z_FINISH)
                isWhole =
                    unsafe result == Z_STREAM_END && stream.pointee.avail_in == 0 && stream.pointee.avail_out == 0
                count = unsafe size - Int(stream.pointee.avail_out)
            }
        }
        return isWhole ? unpacked : nil
    }
}

@available(*, unavailable)
extension Inflater: Sendable {}
