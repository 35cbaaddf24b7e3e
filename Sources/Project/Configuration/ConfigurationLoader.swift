internal import Configuration
package import Diagnostics

/// Reads and layers a project's configuration: `.xtraqconfig`, `.xtraqconfig.local`, `.env`, the environment, the command
/// line; each wins over those before it, entry by entry in `types` and `annotations`.
package struct ConfigurationLoader: Sendable {
    /// The file with the same keys that git ignores.
    package static let localFile = ".xtraqconfig.local"
    /// The file with environment variables.
    package static let environmentFile = ".env"

    /// What was found that does not end the run.
    package private(set) var warnings: [Finding] = []

    private let root: ProjectRoot
    private let environment: ProcessEnvironment
    private let commandLine: [ConfigurationKey: String]

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - root: The project.
    ///   - environment: The variables that this process sees.
    ///   - commandLine: What the options say.
    package init(root: ProjectRoot, environment: ProcessEnvironment, commandLine: [ConfigurationKey: String]) {
        self.root = root
        self.environment = environment
        self.commandLine = commandLine
    }

    /// Reads all layers.
    ///
    /// - Throws: ``RunFailure`` with everything that is wrong in any of them, and exit code 2.
    package mutating func load() throws(RunFailure) -> ProjectConfiguration {
        var findings: [Finding] = []
        let layers = [
            commandLineLayer(&findings), environmentLayer(&findings), environmentFileLayer(&findings),
            fileLayer(Self.localFile, isTracked: false, &findings),
            fileLayer(ProjectRoot.configurationFile, isTracked: true, &findings),
        ]
        let configuration = resolve(layers, &findings)
        warnings = findings.filter { $0.severity != .error }
        guard let configuration, warnings.count == findings.count else {
            throw RunFailure(.configuration, findings)
        }
        return configuration
    }

    // MARK: Layers

    private func fileLayer(_ name: String, isTracked: Bool, _ findings: inout [Finding]) -> ConfigurationLayer {
        guard let text = read(name, isRequired: isTracked, &findings) else { return ConfigurationLayer(name) }
        let file = ConfigurationFile(text, isTracked: isTracked)
        findings += file.findings
        return file.layer
    }

    private func environmentFileLayer(_ findings: inout [Finding]) -> ConfigurationLayer {
        var layer = ConfigurationLayer(Self.environmentFile)
        guard let text = read(Self.environmentFile, isRequired: false, &findings) else { return layer }
        let file = EnvironmentFile(text)
        findings += file.findings
        let known = ConfigurationKey.allCases.compactMap(\.variable)
        for entry in file.entries where entry.key.hasPrefix("XTRAQ_") && !known.contains(entry.key) {
            let near = NearName.best(for: entry.key, among: known)
            findings.append(
                text.finding(
                    .configurationUnknownKey, "There is no variable “\(entry.key)”.", at: entry.offset,
                    notes: [near.map { "Did you mean “\($0)”?" } ?? "They are \(known.joined(separator: ", "))."]))
        }
        for key in ConfigurationKey.allCases {
            guard let variable = key.variable, let entry = file.entries.last(where: { $0.key == variable }),
                !entry.value.isEmpty
            else { continue }
            if let problem = ConfigurationValue.problem(with: entry.value, of: key) {
                findings.append(
                    text.finding(
                        .configurationBadValue, "\(variable): \(problem.message)", at: entry.offset,
                        notes: problem.notes))
            }
            layer.set(key, to: .string(entry.value))
        }
        return layer
    }

    private func environmentLayer(_ findings: inout [Finding]) -> ConfigurationLayer {
        var layer = ConfigurationLayer("environment")
        for key in ConfigurationKey.allCases {
            guard let variable = key.variable, let value = environment[variable], !value.isEmpty else { continue }
            if let problem = ConfigurationValue.problem(with: value, of: key) {
                findings.append(
                    Finding(.configurationBadValue, "\(variable): \(problem.message)", notes: problem.notes))
            }
            layer.set(key, to: .string(value))
        }
        return layer
    }

    private func commandLineLayer(_ findings: inout [Finding]) -> ConfigurationLayer {
        var layer = ConfigurationLayer("command line")
        for key in ConfigurationKey.allCases {
            guard let value = commandLine[key], let option = key.option else { continue }
            if let problem = ConfigurationValue.problem(with: value, of: key) {
                findings.append(
                    Finding(.configurationBadValue, "\(option): \(problem.message)", notes: problem.notes))
            }
            if key == .schemas {
                layer.values[[key.rawValue, "include"]] = .strings(value.split(separator: ",").map(String.init))
            } else {
                layer.set(key, to: .string(value))
            }
        }
        return layer
    }

    private func read(_ name: String, isRequired: Bool, _ findings: inout [Finding]) -> SourceText? {
        do {
            return SourceText(path: name, bytes: try FileSystem.read(root.path(of: name)))
        } catch {
            if isRequired || !error.isMissing {
                findings.append(
                    Finding(
                        .configurationUnreadable, "“\(name)” cannot be read: \(error.reason).",
                        notes: ["Make it readable, or remove it."]))
            }
            return nil
        }
    }

    // MARK: Layering

    /// The configuration that the layers make; the first that sets something wins.
    private func resolve(_ layers: [ConfigurationLayer], _ findings: inout [Finding]) -> ProjectConfiguration? {
        // swift-configuration writes every value that is read to the file that this variable names. What a command is not
        // said to write, it does not write.
        ProcessEnvironment.remove("CONFIG_ACCESS_LOG_FILE")
        let reader = ConfigReader(providers: layers.map(\.provider))
        let database = reader.string(forKey: "database", isSecret: true).flatMap { DatabaseURL($0) }
        if database?.engine != .postgresql {
            for key in [ConfigurationKey.schemas, .procedures] {
                guard let layer = layers.first(where: { $0.sets(key) }) else { continue }
                findings.append(
                    Finding(
                        .configurationBadValue, "“\(key.rawValue)” (\(layer.name)) is for PostgreSQL; SQLite has none.",
                        notes: ["Remove it."]))
            }
        }
        let proposed = ModuleName.proposed(forFolder: root.path)
        let module = reader.string(forKey: "module", default: proposed)
        let output = reader.string(
            forKey: "output", default: ProjectDefaults.output(module: module, folder: root.path))
        let schema = reader.stringArray(forKey: "schema", default: ProjectDefaults.schema)
        let queries = reader.stringArray(forKey: "queries", default: ProjectDefaults.queries)
        let conformances = reader.stringArray(forKey: "conformances", default: [])
        guard !findings.contains(where: { $0.severity == .error }) else { return nil }
        return ProjectConfiguration(
            module: module, database: database, schema: schema.compactMap { try? Glob($0) },
            queries: queries.compactMap { try? Glob($0) }, output: Self.normalised(output),
            conformances: Conformance.allCases.filter { conformances.contains($0.rawValue) },
            types: entries(of: .types, layers) { reader.string(forKey: $0) },
            annotations: entries(of: .annotations, layers) { reader.stringArray(forKey: $0) },
            functions: layers.lazy.compactMap(\.functions).first ?? [],
            origins: ConfigurationKey.allCases.compactMap { key in
                layers.first { $0.sets(key) }.map { (key, $0.name) }
            })
    }

    /// The entries that any layer has under a key, each from the layer that wins.
    private func entries<Value>(
        of key: ConfigurationKey, _ layers: [ConfigurationLayer], _ value: (ConfigKey) -> Value?
    ) -> [String: Value] {
        var entries: [String: Value] = [:]
        for path in layers.flatMap(\.values.keys) where path.count == 2 && path[0] == key.rawValue {
            entries[path[1]] = value(ConfigKey(path))
        }
        return entries
    }

    /// The path without empty and `.` parts.
    private static func normalised(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
