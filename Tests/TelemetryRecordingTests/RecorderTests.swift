import Foundation
import Testing
import TelemetryRecording

/// What a recorder keeps of what it is told.
@Suite struct RecorderTests {
    private let clock = ManualClock()
    private var recorder: Recorder { Recorder(clock: .manual(clock)) }

    private struct Refusal: Error {}

    @Test func isEightBytes() {
        #expect(MemoryLayout<Recorder>.size == 8)
        #expect(MemoryLayout<Counter>.size == 8)
    }

    @Test func recordsNothingWhenOff() {
        let recorder = Recorder.off
        recorder.add(to: "work.done")
        recorder.counter("work.done").add()
        recorder.span("work").end()
        var evaluations = 0
        func subject() -> Subject {
            evaluations += 1
            return Subject()
        }
        recorder.operation("prepare").end(subject())
        recorder.item("largest", size: 1, subject())
        #expect(evaluations == 0)
        #expect(!recorder.isOn)
        #expect(recorder.recording() == nil)
        #expect(recorder.span("work") { 7 } == 7)
    }

    @Test func keepsSpansWithStartAndDuration() throws {
        let recorder = recorder
        clock.advance(by: .milliseconds(2))
        let span = recorder.span("read")
        clock.advance(by: .milliseconds(3))
        span.end()
        let open = recorder.span("write")
        let recording = try #require(recorder.recording())
        #expect(recording.spans.map(\.name) == ["read", "write"])
        #expect(recording.spans[0].startNanoseconds == 2_000_000)
        #expect(recording.spans[0].durationNanoseconds == 3_000_000)
        #expect(recording.spans[1].durationNanoseconds == nil)
        #expect(recording.elapsedNanoseconds == 5_000_000)
        open.end()
    }

    @Test func countsFromTheStartItWasGiven() throws {
        clock.advance(by: .milliseconds(5))
        let recorder = Recorder(clock: .manual(clock), start: 1_000_000)
        recorder.span("read").end()
        #expect(recorder.recording()?.spans.first?.startNanoseconds == 4_000_000)
        #expect(recorder.recording()?.elapsedNanoseconds == 4_000_000)
    }

    @Test func endsSpansThatAreLeftByReturnAndThrow() async throws {
        let recorder = recorder
        func leavesEarly(_ leaves: Bool) -> Int {
            let span = recorder.span("early")
            clock.advance(by: .milliseconds(1))
            if leaves { return 1 }
            span.end()
            return 2
        }
        _ = leavesEarly(true)
        #expect(throws: Refusal.self) {
            try recorder.span("throwing") {
                clock.advance(by: .milliseconds(1))
                throw Refusal()
            }
        }
        await #expect(throws: Refusal.self) {
            try await recorder.span("waiting") {
                await Task.yield()
                clock.advance(by: .milliseconds(1))
                throw Refusal()
            }
        }
        let spans = try #require(recorder.recording()).spans
        #expect(spans.map(\.name) == ["early", "throwing", "waiting"])
        #expect(spans.allSatisfy { $0.durationNanoseconds == 1_000_000 })
    }

    @Test func givesNestedSpansTheirParent() throws {
        let recorder = recorder
        let outer = recorder.span("outer")
        let inner = outer.span("inner")
        inner.span("innermost").end()
        inner.end()
        outer.end()
        recorder.span("next").end()
        #expect(try #require(recorder.recording()).spans.map(\.parent) == [nil, 0, 1, nil])
    }

    @Test func aggregatesOperationsAndKeepsTheSlowest() throws {
        let recorder = recorder
        var evaluations = 0
        for millisecond in (1...1000).reversed() {
            let operation = recorder.operation("prepare")
            clock.advance(by: .milliseconds(millisecond))
            func subject() -> Subject {
                evaluations += 1
                return Subject(name: "\(millisecond)")
            }
            operation.end(rows: 2, failed: millisecond % 10 == 0, subject())
        }
        recorder.operation("explain").end()
        let recording = try #require(recorder.recording())
        let prepare = try #require(recording.operations["prepare"])
        #expect(prepare.count == 1000)
        #expect(prepare.failures == 100)
        #expect(prepare.rows == 2000)
        #expect(prepare.totalNanoseconds == 500_500 * 1_000_000)
        #expect(prepare.maxNanoseconds == 1_000_000_000)
        #expect(prepare.histogram.count == 1000)
        let slowest = recording.slowest.filter { $0.operation == "prepare" }
        #expect(slowest.compactMap(\.subject.name) == (976...1000).reversed().map(String.init))
        #expect(evaluations == 25, "what is not kept is not described")
        // A name with few, quick operations is not driven out by one with many slow ones.
        #expect(recording.slowest.last?.operation == "explain")
        #expect(recording.operations["explain"]?.histogram.zeroCount == 1)
    }

    @Test func keepsTheLargestItems() throws {
        let recorder = recorder
        for size in 1...100 { recorder.item("files", size: size, Subject(name: "\(size)")) }
        recorder.item("others", size: 3, Subject())
        let recording = try #require(recorder.recording())
        #expect(recording.largest["files"]?.map(\.size) == (76...100).reversed())
        #expect(recording.largest["others"]?.count == 1)
        #expect(recording.offeredItems == ["files": 100, "others": 1])
    }

    @Test func sumsCountersHoweverTheyAreReached() {
        let recorder = recorder
        let counter = recorder.counter("files.written")
        counter.add()
        counter.add(4)
        recorder.add(2, to: "files.written")
        recorder.counter("files.written").add(-1)
        recorder.add(0, to: "files.removed")
        #expect(recorder.recording()?.counters == ["files.written": 6, "files.removed": 0])
    }

    @Test func recordsAsMuchAsItIsOffered() async throws {
        let recorder = Recorder(limits: .init(spans: 1000, items: 25))
        let tasks = 8
        let each = 2500
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    let counter = recorder.counter("counted")
                    for size in 0..<each {
                        recorder.span("span").end()
                        recorder.operation("operation").end(rows: 1)
                        recorder.item("item", size: size, Subject())
                        recorder.add(to: "added")
                        counter.add()
                    }
                }
            }
        }
        let offered = tasks * each
        let recording = try #require(recorder.recording())
        #expect(recording.spans.count == 1000)
        #expect(recording.spans.count + recording.droppedSpans == offered)
        #expect(recording.operations["operation"]?.count == offered)
        #expect(recording.operations["operation"]?.histogram.count == offered)
        #expect(recording.operations["operation"]?.rows == offered)
        #expect(recording.offeredItems["item"] == offered)
        #expect(recording.counters == ["counted": offered, "added": offered])
        #expect(recording.slowest.count == 25)
    }

    @Test func countsWhatComesUnderTooManyNames() throws {
        let recorder = Recorder(limits: .init(spans: 4, items: 4, names: 1))
        for _ in 0..<3 { recorder.operation("first").end() }
        for _ in 0..<5 { recorder.operation("second").end() }
        recorder.add(to: "first")
        recorder.add(to: "second")
        recorder.item("first", size: 1, Subject())
        recorder.item("second", size: 1, Subject())
        let recording = try #require(recorder.recording())
        #expect(recording.operations["first"]?.count == 3)
        #expect(recording.operations.count == 1)
        #expect(recording.droppedOperations == 5)
        #expect(recording.counters == ["first": 1])
        #expect(recording.droppedCounts == 1)
        #expect(recording.droppedItems == 1)
    }

    @Test func holdsAMillionSpansInBoundedMemory() throws {
        let recorder = Recorder()
        for _ in 0..<1_000_000 { recorder.span("span").end() }
        let recording = try #require(recorder.recording())
        #expect(recording.spans.count == 1024)
        #expect(recording.spans.count + recording.droppedSpans == 1_000_000)
    }

    @Test func canBeReadWhileOthersReport() async throws {
        let recorder = Recorder()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for _ in 0..<2000 { recorder.operation("operation").end() } }
            group.addTask {
                for _ in 0..<50 {
                    guard let operations = recorder.recording()?.operations["operation"] else { continue }
                    #expect(operations.count == operations.histogram.count)
                }
            }
        }
        #expect(recorder.recording()?.operations["operation"]?.count == 2000)
    }
}
