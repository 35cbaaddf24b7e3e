import TelemetryRecording

/// One kind of recorded event, many times over, for a counter of instructions and a clock outside to be held to.
///
///     Events KIND on|off COUNT
///
/// KIND is `nothing` (the loop and its call alone), `span`, `operation`, `add`, `counter` or `item`.
@main
enum Events {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[3]), let event = kinds[arguments[1]] else {
            print("usage: Events \(kinds.keys.sorted().joined(separator: "|")) on|off COUNT")
            return
        }
        // Room for every span: what is dropped would cost less.
        let recorder =
            arguments[2] == "on" ? Recorder(limits: RecorderLimits(spans: count, items: 25)) : .off
        event(recorder, count)
    }

    private static let kinds: [String: @Sendable (Recorder, Int) -> Void] = [
        "nothing": { recorder, count in
            for number in 0..<count { work(number) }
        },
        "span": { recorder, count in
            for number in 0..<count { recorder.span("event") { work(number) } }
        },
        "operation": { recorder, count in
            for number in 0..<count {
                let operation = recorder.operation("event")
                work(number)
                operation.end()
            }
        },
        "add": { recorder, count in
            for number in 0..<count {
                work(number)
                recorder.add(to: "event")
            }
        },
        "counter": { recorder, count in
            let counter = recorder.counter("event")
            for number in 0..<count {
                work(number)
                counter.add()
            }
        },
        "item": { recorder, count in
            for number in 0..<count {
                work(number)
                recorder.item("event", size: 1, Subject())
            }
        },
    ]

    /// What is instrumented: a call that the compiler can neither see through nor leave out.
    @inline(never) @_optimize(none)
    private static func work(_ number: Int) {}
}
