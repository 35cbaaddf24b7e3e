#if (Tool || TelemetryCommands) && Telemetry
/// An option of a command that its tool has too.
///
/// The parser gives an option to the first command that knows it, and the tool's own comes first: `tool --output` takes
/// the `--output` of `tool telemetry export`, too. Only where nothing was decoded the raw line speaks.
enum SwallowedOption {
    /// The value that a raw command line has of an option; the last one counts.
    static func value(of name: String, in arguments: [String]) -> String? {
        var value: String?
        var place = 0
        while place < arguments.count, arguments[place] != "--" {
            let argument = arguments[place]
            if argument == name, place + 1 < arguments.count {
                place += 1
                value = arguments[place]
            } else if argument.hasPrefix(name + "=") {
                value = String(argument.dropFirst(name.count + 1))
            }
            place += 1
        }
        return value
    }
}
#endif
