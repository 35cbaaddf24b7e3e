import XtraqSQLite

/// What was expected of the shop, and what of it did not come true.
struct Checks: Sendable {
    private(set) var passed = 0
    private(set) var failures: [String] = []

    /// Notes whether two values are equal.
    mutating func equal<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) {
        if found == expected {
            passed += 1
        } else {
            failures.append("\(what): expected \(expected), found \(found)")
        }
    }

    /// Notes whether something holds.
    mutating func holds(_ condition: Bool, _ what: String) {
        equal(condition, true, what)
    }

    /// Notes whether a call fails as it should, and hands its error on for a closer look.
    @discardableResult
    mutating func fails(_ code: XtraqError.Code, _ what: String, _ call: () throws -> Void) -> XtraqError? {
        do {
            try call()
            failures.append("\(what): expected \(code), and nothing failed")
        } catch let error as XtraqError {
            equal(error.code, code, what)
            return error
        } catch {
            failures.append("\(what): expected \(code), found \(error)")
        }
        return nil
    }
}
