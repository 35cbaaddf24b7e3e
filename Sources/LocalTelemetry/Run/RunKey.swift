/// The key that a run makes its pseudonyms with, and what there is to say about it.
struct RunKey: Sendable {
    /// The key.
    let key: TelemetryKey
    /// What a person should know about it; `nil` where all is as it should be.
    let remark: String?

    /// A key that lives for this run only.
    static func thrownAway(because reason: String?) -> RunKey {
        RunKey(key: .random(), remark: reason.map { "\($0), so pseudonyms of this run match no other's" })
    }

    /// The key of the file that the command line names, else one that is thrown away.
    static func named(_ path: String) -> RunKey {
        do {
            let reading = try KeyFile.read(path: path)
            return RunKey(key: reading.key, remark: reading.isOpenToOthers ? "\(path) is open to others" : nil)
        } catch {
            return thrownAway(because: error.reason)
        }
    }

    /// The project's key, made where there is none.
    ///
    /// - Throws: Where its folder or file is not as it must be: then nothing may be recorded into the project.
    static func ofProject(
        _ root: [UInt8], folder: String, tool: String, _ publisher: Publisher
    ) throws(StoreFailure) -> RunKey {
        let directory = try TelemetryFolder.open(TelemetryFolder.secrets, of: folder, in: root)
        let shown = "\(folder)/\(TelemetryFolder.secrets)/\(KeyFile.name)"
        switch try KeyFile.findOrMake(in: directory, shownAs: shown, publisher) {
        case .key(let key): return RunKey(key: key, remark: nil)
        case .wrongLength:
            let reason =
                "\(shown) is not a key of \(TelemetryKey.length) bytes (\(tool) telemetry purge --key removes it)"
            return thrownAway(because: reason)
        }
    }

    #if Telemetry
    /// Makes the pseudonyms of the run.
    var hasher: PseudonymHasher { PseudonymHasher(key: key) }
    #else
    /// Without a hash there is no hasher, and no run that could ask for it: see ``TelemetryRun/begin(_:_:command:clock:)``.
    var hasher: PseudonymHasher { fatalError("recording was left out of this build") }
    #endif
}
