internal import Configuration

/// What one source of configuration sets: a file, the environment, the command line.
package struct ConfigurationLayer: Sendable, Equatable {
    /// A value as the layering knows it.
    package enum Value: Sendable, Equatable {
        case string(String)
        case strings([String])
    }

    /// What it is called: the file's name, `environment`, `command line`.
    package var name: String
    /// Values by their path: `["module"]`, `["types", "BOOLEAN"]`.
    package var values: [[String]: Value] = [:]
    /// The application's functions and collations; `nil` where it does not set them.
    package var functions: [ConfiguredFunction]?

    /// Makes a layer that sets nothing.
    package init(_ name: String) {
        self.name = name
    }

    /// Sets a value at the top level.
    package mutating func set(_ key: ConfigurationKey, to value: Value) {
        values[[key.rawValue]] = value
    }

    /// Whether it sets the key or an entry of it.
    package func sets(_ key: ConfigurationKey) -> Bool {
        key == .functions ? functions != nil : values.keys.contains { $0.first == key.rawValue }
    }

    /// The layer as a provider of swift-configuration; the database counts as a secret there.
    var provider: InMemoryProvider {
        var content: [AbsoluteConfigKey: ConfigValue] = [:]
        for (path, value) in values {
            let isSecret = path.first == ConfigurationKey.database.rawValue
            content[AbsoluteConfigKey(path)] =
                switch value {
                case .string(let text): ConfigValue(.string(text), isSecret: isSecret)
                case .strings(let texts): ConfigValue(.stringArray(texts), isSecret: isSecret)
                }
        }
        return InMemoryProvider(name: name, values: content)
    }
}
