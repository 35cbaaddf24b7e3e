#if Telemetry
/// Values by static name, found by the name's address: no string is made, hashed or compared.
///
/// One name that two modules spell has two addresses and so two entries; whoever reads the entries takes them together.
struct NameTable<Value: Sendable>: Sendable {
    private var names: [StaticString] = []
    /// The values, in the order in which their names came.
    var values: [Value] = []
    /// Open addressing with linear probing; at most half full; places in `names`, or -1.
    private var slots: [Int32] = Array(repeating: -1, count: 32)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// Each name with its value, in the order in which the names came.
    var entries: some Sequence<(String, Value)> {
        zip(names.lazy.map { "\($0)" }, values)
    }

    /// The place of the name's value, which is made where the name is new; `nil` where there are too many names.
    mutating func place(of name: StaticString, atMost limit: Int) -> Int? {
        let identity = Self.identity(of: name)
        var slot = identity.hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            let other = Self.identity(of: names[place])
            if other.address == identity.address, other.length == identity.length { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard names.count < limit else { return nil }
        names.append(name)
        values.append(make())
        slots[slot] = Int32(names.count - 1)
        if names.count * 2 > slots.count { grow() }
        return names.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (place, name) in names.enumerated() {
            var slot = Self.identity(of: name).hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place)
        }
    }

    /// What tells one static name from another without reading it.
    private struct Identity {
        var address: UInt
        var length: Int

        /// Fibonacci hashing: literals lie close together, and only the high bits of the product are well mixed.
        var hash: Int { Int((UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> 40) }
    }

    private static func identity(of name: StaticString) -> Identity {
        guard name.hasPointerRepresentation else {
            return Identity(address: UInt(name.unicodeScalar.value), length: -1)
        }
        return unsafe Identity(address: UInt(bitPattern: name.utf8Start), length: name.utf8CodeUnitCount)
    }
}
#endif
