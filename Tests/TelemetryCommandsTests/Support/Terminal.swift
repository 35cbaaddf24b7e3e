import TestSupport

/// Runs the tool on a terminal of its own, as a person does.
enum Terminal {
    /// A question that the tool asks, and what it is told.
    struct Question {
        var text: String
        var answer: String
        /// What must not be there before it is answered.
        var awaited: String
    }

    /// Runs the tool; what it said, on both streams, is in `output`, its lines ended as a terminal ends them.
    static func run(_ arguments: [String], in folder: String, question: Question? = nil) throws -> Tool.Run {
        let asked = question.map { [$0.text, $0.answer, $0.awaited] } ?? ["", "", ""]
        return try withoutBlockedSignals {
            try Command.run(
                "/usr/bin/env", ["python3", "-c", script] + asked + [RecordedProject.tool] + arguments, in: folder)
        }
    }

    private static let script = """
        import os, pty, sys
        question, answer, awaited = (text.encode() for text in sys.argv[1:4])
        said = b""
        child, terminal = pty.fork()
        if child == 0:
            os.execv(sys.argv[4], sys.argv[4:])
        if question:
            while question not in said:
                said += os.read(terminal, 4096)
            assert not os.path.exists(awaited), "it was written before it was answered"
            os.write(terminal, answer + b"\\n")
        try:
            while part := os.read(terminal, 4096):
                said += part
        except OSError:
            pass
        sys.stdout.buffer.write(said)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
}
