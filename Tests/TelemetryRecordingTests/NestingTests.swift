import Foundation
import Synchronization
import TelemetryRecording
import Testing

/// Spans nest as they are written, whatever runs them: closures, child tasks, unstructured tasks, threads.
@Suite struct NestingTests {
    /// Each span's name with the names it lies within, outermost first.
    private func paths(_ recording: Recording?) throws -> [String] {
        let recording = try #require(recording)
        return recording.spans.map { span in
            var path = [span.name]
            var parent = span.parent
            while let place = parent {
                path.append(recording.spans[place].name)
                parent = recording.spans[place].parent
            }
            return path.reversed().joined(separator: "/")
        }
    }

    @Test func nestsClosures() throws {
        let recorder = Recorder()
        let result = recorder.span("a") { a in
            a.span("b") { b in b.span("c") { 1 } + b.span("d") { 2 } } + a.span("e") { 3 }
        }
        recorder.span("f") {}
        #expect(result == 6)
        #expect(try paths(recorder.recording()) == ["a", "a/b", "a/b/c", "a/b/d", "a/e", "f"])
    }

    @Test func nestsWhatIsBegunAndEnded() throws {
        let recorder = Recorder()
        let a = recorder.span("a")
        let scope = a.scope
        let b = a.span("b")
        b.scope.span("c") {}
        b.end()
        a.end()
        // Begun late, it still lies within what it was begun within.
        scope.span("d").end()
        #expect(try paths(recorder.recording()) == ["a", "a/b", "a/b/c", "a/d"])
    }

    @Test func nestsChildTasksAndUnstructuredOnes() async throws {
        let recorder = Recorder()
        await recorder.span("all") { all in
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        await all.span("child") { child in
                            await Task.yield()
                            async let inner: Void = child.span("inner") { await Task.yield() }
                            await inner
                            await Task { child.span("task") {} }.value
                        }
                    }
                }
            }
        }
        let recording = try #require(recorder.recording())
        let counts = Dictionary(grouping: try paths(recording), by: \.self).mapValues(\.count)
        #expect(counts == ["all": 1, "all/child": 16, "all/child/inner": 16, "all/child/task": 16])
        // Each child has one of each, and lasts at least as long as they do.
        for (place, span) in recording.spans.enumerated() where span.name == "child" {
            let within = recording.spans.filter { $0.parent == place }
            #expect(Set(within.map(\.name)) == ["inner", "task"])
            for inner in within {
                #expect(inner.startNanoseconds >= span.startNanoseconds)
                #expect(try end(inner) <= end(span))
            }
        }
    }

    private func end(_ span: Recording.Span) throws -> UInt64 {
        span.startNanoseconds + (try #require(span.durationNanoseconds))
    }

    @Test func eightThreadsLoseNothingUncounted() throws {
        let recorder = Recorder(limits: RecorderLimits(spans: 10_000, items: 25))
        let each = 2000
        recorder.span("all") { all in
            let group = DispatchGroup()
            for _ in 0..<8 {
                Thread.detachNewThread(in: group) {
                    let counter = recorder.counter("counted")
                    for round in 0..<each {
                        all.span("outer") { outer in outer.span("inner") {} }
                        recorder.operation("operation").end()
                        counter.add()
                        recorder.add(to: "added")
                        recorder.observe(Double(round), in: "observed")
                        recorder.item("items", size: round, Subject())
                    }
                }
            }
            group.wait()
        }
        let recording = try #require(recorder.recording())
        let offered = 8 * each
        #expect(recording.spans.count == 10_000)
        #expect(recording.spans.count + recording.droppedSpans == 2 * offered + 1)
        #expect(recording.operations["operation"]?.count == offered)
        #expect(recording.operations["operation"]?.histogram.count == offered)
        #expect(recording.counters == ["counted": offered, "added": offered])
        #expect(recording.histograms["observed"]?.count == offered)
        #expect(recording.offeredItems["items"] == offered)
        for span in recording.spans {
            #expect(span.durationNanoseconds != nil)
            let parent = span.parent.map { recording.spans[$0].name }
            // A span whose own place was dropped has no parent to name; what is kept was kept before it.
            #expect(parent == (span.name == "all" ? nil : span.name == "outer" ? "all" : "outer"))
        }
    }

    @Test func countsWhatIsBeyondTheNames() throws {
        let recorder = Recorder(limits: RecorderLimits(spans: 1, items: 1, names: 1))
        recorder.observe(1, in: "kept")
        recorder.observe(2, in: "dropped")
        recorder.observe(.nan, in: "kept")
        let recording = try #require(recorder.recording())
        #expect(recording.histograms.keys.sorted() == ["kept"])
        #expect(recording.histograms["kept"]?.zeroCount == 1)
        #expect(recording.droppedObservations == 1)
    }

    @Test func handsOnNothingWhenOff() async {
        #expect(Recorder.off.span("a") { $0.span("b") { $0.span("c") { 7 } } } == 7)
        #expect(
            await Recorder.off.span("a") { a in
                await a.span("b") {
                    await Task.yield(); return 7
                }
            } == 7)
        Recorder.off.observe(1, in: "a")
        #expect(Recorder.off.recording() == nil)
    }
}

extension Thread {
    fileprivate static func detachNewThread(in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        detachNewThread {
            body()
            group.leave()
        }
    }
}
