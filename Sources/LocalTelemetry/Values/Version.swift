/// A version as documents may hold it: numbers, and a pre-release of a closed set. Build metadata is dropped, because
/// it can carry any text.
public struct Version: Sendable, Hashable {
    /// The stage of a version that is not yet released.
    public enum Stage: String, Sendable, CaseIterable {
        case alpha, beta, rc, dev, other
    }

    /// The first number.
    public let major: Int
    /// The second number, where there is one.
    public let minor: Int?
    /// The third number, where there is one.
    public let patch: Int?
    /// The stage before the release, where it is one.
    public let stage: Stage?
    /// The number of the stage: 2 in `1.0.0-beta.2`.
    public let stageNumber: Int?
    /// Whether the second number is written with two digits, as Ubuntu's `24.04` is.
    let isMinorPadded: Bool

    /// The largest number a version may hold.
    static let largest = 99_999

    /// Makes a version of numbers, each brought into 0 to 99,999.
    public init(_ major: Int, _ minor: Int? = nil, _ patch: Int? = nil) {
        func bounded(_ number: Int) -> Int { min(max(number, 0), Self.largest) }
        self.major = bounded(major)
        self.minor = minor.map(bounded)
        self.patch = minor == nil ? nil : patch.map(bounded)
        stage = nil
        stageNumber = nil
        isMinorPadded = false
    }

    /// Reads a version: `12`, `24.04`, `3.40.1`, `v1.2.0-beta.2+build`. A pre-release of an unknown name becomes
    /// `other`; `nil` where the text does not begin with such numbers.
    public init?(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8))
    }

    /// Reads a version; texts come here first, because the work on bytes is the compiler's to make fast.
    public init?(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    private init?(bytes: [UInt8]) {
        var text = bytes[...]
        if text.first == UInt8(ascii: "v") { text.removeFirst() }
        var numbers: [Int] = []
        var isMinorPadded = false
        while numbers.count < 3 {
            let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...5).contains(digits.count) else { return nil }
            numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
            if numbers.count == 2 { isMinorPadded = digits.count == 2 && digits.first == UInt8(ascii: "0") }
            text = text[digits.endIndex...]
            guard text.first == UInt8(ascii: "."), numbers.count < 3 else { break }
            text.removeFirst()
        }
        major = numbers[0]
        minor = numbers.count > 1 ? numbers[1] : nil
        patch = numbers.count > 2 ? numbers[2] : nil
        self.isMinorPadded = isMinorPadded
        guard text.first == UInt8(ascii: "-") else {
            (stage, stageNumber) = (nil, nil)
            return
        }
        text.removeFirst()
        let name = text.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        stage = Stage.allCases.first { $0.rawValue.utf8.elementsEqual(name) } ?? .other
        var rest = text[name.endIndex...]
        if rest.first == UInt8(ascii: ".") { rest.removeFirst() }
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        stageNumber = (1...3).contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int($1 - 48) } : nil
    }

    /// The version as documents write it.
    public var text: String {
        var text = "\(major)"
        if let minor { text += isMinorPadded && minor < 10 ? ".0\(minor)" : ".\(minor)" }
        if let patch { text += ".\(patch)" }
        if let stage { text += "-\(stage.rawValue)" }
        if stage != nil, let stageNumber { text += ".\(stageNumber)" }
        return text
    }

    /// What every version text matches.
    static let pattern =
        "^[0-9]{1,5}([.][0-9]{1,5}([.][0-9]{1,5})?)?(-(alpha|beta|rc|dev|other)([.][0-9]{1,3})?)?$"
}
