internal import Dispatch
internal import Synchronization

/// Work on many things in shares of a few hundred, by all processors.
enum Shares {
    /// Works on all elements.
    ///
    /// - Parameters:
    ///   - elements: What is worked on.
    ///   - size: How many are one worker's at a time.
    ///   - work: Works on one share.
    /// - Returns: What came of each share, in the order of the elements.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], size: Int, _ work: @Sendable (ArraySlice<Element>) -> Result
    ) -> [Result] {
        let shares = stride(from: 0, to: elements.count, by: size).map {
            elements[$0..<min(elements.count, $0 + size)]
        }
        let results = Mutex([Result?](repeating: nil, count: shares.count))
        DispatchQueue.concurrentPerform(iterations: shares.count) { place in
            let result = work(shares[place])
            results.withLock { $0[place] = result }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }
}
