#if Telemetry
package import LocalTelemetry
internal import TelemetryReport

/// Looks whether documents and bundles are what they claim to be, and for what should not be in them. Needs no key.
package struct Verifier: Sendable {
    /// What came of one path.
    package struct Report: Sendable {
        /// The path as it was given.
        package var path: String
        /// Whether it is a bundle.
        package var isBundle = false
        /// How many documents were looked at.
        package var documents = 0
        /// What was found.
        package var findings: [Finding] = []
    }

    private let descriptions: [DocumentDescription]
    private let search: NameSearch

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - descriptions: The tool's kinds.
    ///   - names: The project's own names, where there is a project.
    package init(_ descriptions: [DocumentDescription], names: [String]) {
        self.descriptions = descriptions
        search = NameSearch(names)
    }

    /// Looks at a directory, a document or a bundle.
    ///
    /// - Throws: ``UnreadableBundle`` for what is no bundle that can be read.
    package func verify(_ path: String) throws -> Report {
        guard BundleReader.isBundle(path) else { return verifyFiles(path) }
        do throws(ArchiveProblem) {
            return try verifyBundle(path)
        } catch {
            throw UnreadableBundle(path: path, problem: error)
        }
    }

    // MARK: On disk

    private func verifyFiles(_ path: String) -> Report {
        var report = Report(path: path)
        var files = [path]
        if DocumentFiles.place(path) == .directory {
            guard let documents = DocumentFiles.documents(in: path) else {
                report.findings = [Finding(file: path, reason: DocumentDamage.unreadable.reason)]
                return report
            }
            files = documents
        }
        let validators = Dictionary(uniqueKeysWithValues: descriptions.map { ($0.kind, DocumentValidator($0)) })
        let fixed = FixedTexts(descriptions)
        let reader = DocumentReader(descriptions)
        var runs = RunConsistency()
        for file in files {
            do throws(DocumentDamage) {
                let bytes = try DocumentFiles.read(file)
                let kind = try reader.kind(of: bytes)
                report.documents += 1
                guard let validator = validators[kind] else {
                    report.findings.append(Finding(file: file, reason: "is of a kind that this version does not know"))
                    continue
                }
                let (objections, head) = validator.look(at: bytes)
                report.findings += objections.map { Finding(file: file, path: $0.path, reason: $0.reason) }
                if let name = DocumentName(file.split(separator: "/").last ?? ""), !Self.agrees(name, head) {
                    report.findings.append(Finding(file: file, reason: "its name and its content disagree"))
                }
                if search.count > 0 { report.findings += fixed.names(search, in: bytes, file: file) }
                runs.add(head, file)
            } catch {
                report.findings.append(Finding(file: file, reason: error.reason))
            }
        }
        report.findings += runs.findings
        return report
    }

    private static func agrees(_ name: DocumentName, _ head: DocumentValidator.Head) -> Bool {
        name.kind == head.kind && head.run.hasPrefix(name.digits)
            && Timestamp(head.start).map { $0.fileNameText == name.start } ?? true
    }

    // MARK: A bundle

    /// So many entries are one worker's at a time.
    private static let share = 256

    private func verifyBundle(_ path: String) throws(ArchiveProblem) -> Report {
        let bundle = try BundleReader(path: path, descriptions)
        let manifest = bundle.manifest
        var report = Report(path: path, isBundle: true)
        if manifest.formatVersion > BundleLayout.formatVersion {
            report.findings.append(
                Finding(
                    file: BundleLayout.manifest, path: "$.formatVersion", reason: "is newer than this version knows"))
        }
        let check = BundleCheck(bundle, own: descriptions, search: search)
        report.findings += check.manifestFindings()
        var runs = RunConsistency()
        for result in Shares.map(bundle.archive.entries, size: Self.share, check.look(at:)) {
            if let problem = result.problem { throw problem }
            report.findings += result.findings
            report.documents += result.heads.count
            for (name, head) in result.heads { runs.add(head, name) }
        }
        report.findings += runs.findings
        if runs.count != manifest.runs {
            report.findings.append(
                Finding(file: BundleLayout.manifest, path: "$.runs", reason: "is not the number of runs in the bundle"))
        }
        return report
    }
}
#endif
