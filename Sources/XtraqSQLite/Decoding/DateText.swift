#if SQLite
import Foundation

/// Dates as SQLite writes them (https://www.sqlite.org/lang_datefunc.html), in the proleptic Gregorian calendar and UTC.
enum DateText {
    // MARK: Writing

    /// `YYYY-MM-DD HH:MM:SS.SSS`; `nil` outside the years 0 to 9999.
    static func text(of date: Date) -> String? {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        // 0000-01-01 and 9999-12-31, the years that SQLite's date functions know.
        guard milliseconds >= -62_167_219_200_000, milliseconds < 253_402_300_800_000 else { return nil }
        let (days, time) = Int(milliseconds).flooredDivision(by: 86_400_000)
        let (year, month, day) = civil(days: days)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(23)
        func append(_ value: Int, digits: Int, then mark: Unicode.Scalar?) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(48 + value / divisor % 10))
                divisor /= 10
            }
            if let mark { bytes.append(UInt8(ascii: mark)) }
        }
        append(year, digits: 4, then: "-")
        append(month, digits: 2, then: "-")
        append(day, digits: 2, then: " ")
        append(time / 3_600_000, digits: 2, then: ":")
        append(time / 60_000 % 60, digits: 2, then: ":")
        append(time / 1000 % 60, digits: 2, then: ".")
        append(time % 1000, digits: 3, then: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whole seconds since 1970; `nil` outside the years 0 to 9999.
    static func seconds(of date: Date) -> Int64? {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
        return Int64(seconds)
    }

    /// The Julian day; `nil` outside the years 0 to 9999.
    static func julianDay(of date: Date) -> Double? {
        seconds(of: date).map { _ in date.timeIntervalSince1970 / 86_400 + 2_440_587.5 }
    }

    // MARK: Reading

    /// A REAL: a Julian day, or seconds since 1970 where no year from 0 to 9999 has that Julian day.
    static func date(real value: Double) -> Date {
        let seconds = (0..<5_373_484.5).contains(value) ? (value - 2_440_587.5) * 86_400 : value
        // A Julian day is exact to about 40 microseconds; SQLite itself rounds to milliseconds.
        return Date(timeIntervalSince1970: (seconds * 1000).rounded() / 1000)
    }

    /// `YYYY-MM-DD`, and behind a space or `T` a time `HH:MM`, `HH:MM:SS`, `HH:MM:SS.S…`, and behind that `Z` or `±HH:MM`.
    static func date(_ text: String) -> Date? {
        var scanner = Scanner(rest: text.utf8[...])
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), (1...12).contains(month), day >= 1,
            day <= daysIn(month: month, of: year)
        else { return nil }
        var seconds = days(year: year, month: month, day: day) * 86_400
        var fraction = 0.0
        if !scanner.rest.isEmpty {
            guard scanner.skip(" ") || scanner.skip("T"), let hour = scanner.number(digits: 2), hour < 24,
                scanner.skip(":"), let minute = scanner.number(digits: 2), minute < 60
            else { return nil }
            seconds += hour * 3600 + minute * 60
            if scanner.skip(":") {
                guard let second = scanner.number(digits: 2), second < 60 else { return nil }
                seconds += second
                if scanner.skip(".") {
                    guard let value = scanner.fraction() else { return nil }
                    fraction = value
                }
            }
            guard let zone = scanner.zone(), scanner.rest.isEmpty else { return nil }
            seconds -= zone
        }
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    private struct Scanner {
        var rest: Substring.UTF8View

        mutating func skip(_ mark: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: mark) else { return false }
            rest = rest.dropFirst()
            return true
        }

        private mutating func digit() -> Int? {
            guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            rest = rest.dropFirst()
            return Int(byte - UInt8(ascii: "0"))
        }

        mutating func number(digits: Int) -> Int? {
            var value = 0
            for _ in 0..<digits {
                guard let digit = digit() else { return nil }
                value = value * 10 + digit
            }
            return value
        }

        mutating func fraction() -> Double? {
            guard var value = digit() else { return nil }
            var divisor = 10
            while let digit = digit() {
                // Further digits are below what a date can hold.
                guard divisor < 1_000_000_000 else { continue }
                value = value * 10 + digit
                divisor *= 10
            }
            return Double(value) / Double(divisor)
        }

        /// Seconds east of UTC; 0 where none is given.
        mutating func zone() -> Int? {
            _ = skip(" ")
            if rest.isEmpty || skip("Z") { return 0 }
            let sign = skip("-") ? -1 : 1
            guard sign < 0 || skip("+"), let hours = number(digits: 2), hours <= 14, skip(":"),
                let minutes = number(digits: 2), minutes < 60
            else { return nil }
            return sign * (hours * 3600 + minutes * 60)
        }
    }

    // MARK: Calendar

    // Days are counted within eras of 400 years that begin on the first of March, so that a leap day ends its year.

    private static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days since 1970-01-01.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Int {
    /// Quotient and remainder, the remainder never negative.
    fileprivate func flooredDivision(by divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
#endif
