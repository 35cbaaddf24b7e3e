import LocalTelemetry
package import TelemetryRecording

extension BuildBody {
    /// Takes what was recorded of a build; `nil` where the run did none.
    package init?(_ recording: Recording, names: Pseudonymizer) {
        guard recording.hasSpans(prefix: "build.") else { return nil }
        phases = recording.phases(prefix: "build.", names: Vocabulary(BuildPhase.self))
        planner = recording.planner("build")
        files = recording.files("build")
        operations = BuildOperation.allCases.compactMap { operation in
            recording.operations[operation.recordedName].map { OperationStatistics(Closed(operation), $0) }
        }
        categories = FileCategory.allCases.compactMap { Category($0, recording) }
        largest = (recording.largest["build.largest"] ?? []).compactMap { item in
            guard let name = item.subject.name else { return nil }
            return LargeFile(
                file: names.pseudonym(.file, name), category: Closed(named: "\(item.subject.category)"),
                bytes: item.size)
        }
    }
}

extension BuildBody.Category {
    fileprivate init?(_ name: FileCategory, _ recording: Recording) {
        func counter(_ leaf: String) -> Int { recording.counter("build.category.\(name.rawValue).\(leaf)") }
        self.init(name: name)
        files = counter("files")
        bytes = counter("bytes")
        duration = .microseconds(counter("microseconds"))
        written = counter("written")
        unchanged = counter("unchanged")
        removed = counter("removed")
        if files + written + unchanged + removed == 0 { return nil }
    }
}
