import TelemetryRecording

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One kind of recorded event, many times over, for a counter of instructions and a clock outside to be held to.
///
///     Events KIND on|off|runs COUNT
///
/// `on` is one recorder with room for all, `runs` a new one with room for what a run may keep after each 1,000 events: what
/// an event costs in a tool, whose storage does not grow without end.
/// KIND is `nothing` (the loop and its call alone), `span`, `begin-end`, `nested`, `operation`, `add`, `counter`,
/// `observe` or `item`; with a call that may wait, `async-nothing`, `async-span` or `async-begin-end`.
@main
enum Events {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[3]) else {
            print("usage: Events KIND on|off|runs COUNT")
            return
        }
        // Room for every span: what is dropped would cost less.
        let recorder =
            arguments[2] == "on" ? Recorder(limits: RecorderLimits(spans: 2 * count, items: 25)) : .off
        if let event = kinds[arguments[1]] {
            if arguments[2] == "runs" {
                for start in stride(from: 0, to: count, by: 1000) { event(Recorder(), min(1000, count - start)) }
            } else {
                event(recorder, count)
            }
        } else {
            // Not in an asynchronous `main`: valgrind does not survive what that does to the main thread.
            Task.detached {
                await waiting(arguments[1], recorder, count)
                exit(0)
            }
            while true { pause() }
        }
    }

    private static let kinds: [String: @Sendable (Recorder, Int) -> Void] = [
        "nothing": { recorder, count in
            for number in 0..<count { work(number) }
        },
        "span": { recorder, count in
            for number in 0..<count { recorder.span("event") { work(number) } }
        },
        "begin-end": { recorder, count in
            for number in 0..<count {
                let span = recorder.span("event")
                work(number)
                span.end()
            }
        },
        "nested": { recorder, count in
            let outer = recorder.span("outer")
            let scope = outer.scope
            for number in 0..<count { scope.span("event") { work(number) } }
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
        "observe": { recorder, count in
            for number in 0..<count {
                work(number)
                recorder.observe(1.5, in: "event")
            }
        },
        "item": { recorder, count in
            for number in 0..<count {
                work(number)
                recorder.item("event", size: 1, Subject())
            }
        },
    ]

    private static func waiting(_ kind: String, _ recorder: Recorder, _ count: Int) async {
        switch kind {
        case "async-span":
            for number in 0..<count { await recorder.span("event") { await waitingWork(number) } }
        case "async-begin-end":
            for number in 0..<count {
                let span = recorder.span("event")
                await waitingWork(number)
                span.end()
            }
        default:
            for number in 0..<count { await waitingWork(number) }
        }
    }

    /// What is instrumented: a call that the compiler can neither see through nor leave out.
    @inline(never) @_optimize(none)
    private static func work(_ number: Int) {}

    /// The same, and it may wait.
    @inline(never) @_optimize(none)
    private static func waitingWork(_ number: Int) async {}
}
