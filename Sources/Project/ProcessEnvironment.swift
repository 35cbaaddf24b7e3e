#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The environment variables that a run sees, as a value, so that tests bring their own.
package struct ProcessEnvironment: Sendable {
    private var variables: [String: String]?

    /// The environment of this process, each variable read when it is asked for.
    package static let current = ProcessEnvironment(variables: nil)

    /// An environment that holds exactly these.
    package static func fixed(_ variables: [String: String]) -> ProcessEnvironment {
        ProcessEnvironment(variables: variables)
    }

    /// Takes a variable out of this process's environment, so that no library acts on it.
    static func remove(_ name: String) {
        if unsafe getenv(name) != nil { unsafe unsetenv(name) }
    }

    private init(variables: [String: String]?) {
        self.variables = variables
    }

    /// The value of a variable; `nil` where it is not set.
    package subscript(name: String) -> String? {
        if let variables { return variables[name] }
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
