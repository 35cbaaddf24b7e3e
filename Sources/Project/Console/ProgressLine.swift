#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
internal import Synchronization

/// One line at the foot of the terminal that says what is under way, drawn from the first half second on.
///
/// A thread of its own draws it, so that one long step (a large schema in SQLite) shows too. The thread lives only while
/// something is under way.
final class ProgressLine: Sendable {
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var what: String?
        var generation = 0
        var isDrawn = false
    }

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Says what is under way from now on.
    func begin(_ what: String) {
        let generation = state.withLock { state in
            state.what = what
            state.generation += 1
            return state.generation
        }
        let drawing = Drawing(line: self, generation: generation)
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread: pthread_t = 0
        #endif
        let argument = unsafe Unmanaged.passRetained(drawing)
        let error = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Drawing>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, argument.toOpaque())
        if error == 0 {
            detach(thread)
        } else {
            unsafe argument.release()
        }
    }

    #if canImport(Darwin)
    private func detach(_ thread: pthread_t?) {
        if let thread { pthread_detach(thread) }
    }
    #else
    private func detach(_ thread: pthread_t) {
        pthread_detach(thread)
    }
    #endif

    /// Nothing is under way any more.
    func end() {
        state.withLock { state in
            state.what = nil
            state.generation += 1
            erase(&state)
        }
    }

    /// Takes the line away, so that something else can be written; it comes back by itself.
    func clear() {
        state.withLock { erase(&$0) }
    }

    /// Draws the line if that generation still is under way; whether it is.
    fileprivate func draw(generation: Int, elapsedMilliseconds: Int) -> Bool {
        state.withLock { state in
            guard state.generation == generation, let what = state.what else { return false }
            put("\r\u{1B}[K\(what) … \(elapsedMilliseconds / 1000) s")
            state.isDrawn = true
            return true
        }
    }

    private func erase(_ state: inout State) {
        if state.isDrawn { put("\r\u{1B}[K") }
        state.isDrawn = false
    }

    private func put(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            if let start = bytes.baseAddress { _ = unsafe write(descriptor, start, bytes.count) }
        }
    }
}

/// What the drawing thread knows.
private final class Drawing: Sendable {
    private let line: ProgressLine
    private let generation: Int

    init(line: ProgressLine, generation: Int) {
        self.line = line
        self.generation = generation
    }

    func run() {
        // Signals belong to the threads that wait for them.
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
        var elapsed = 500
        usleep(500_000)
        while line.draw(generation: generation, elapsedMilliseconds: elapsed) {
            usleep(250_000)
            elapsed += 250
        }
    }
}
