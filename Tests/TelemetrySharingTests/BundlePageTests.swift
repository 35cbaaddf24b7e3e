import LocalTelemetry
import TestSupport
import Testing
import XtraqDocuments

@testable import TelemetrySharing

/// `docs/bundle-fields.md`: what a bundle tells, field by field.
@Suite struct BundlePageTests {
    @Test func pageIsCurrent() throws {
        try expectCurrent(
            Repository.path("docs/bundle-fields.md"),
            Self.beginning + BundleReference.markdown(xtraq.kinds.descriptions))
    }

    private static let beginning = """
        # What is in the bundle

        <!-- Written by `make docs` from the catalogue of fields; do not edit. -->

        What `xtraq telemetry export` does with each field of each document, at its two levels. A field that is not here cannot
        be in a bundle. Beside the documents a bundle holds `manifest.json` (what it is, what was left out, and the SHA-256 of
        each file), the schemas of what you see here, and `README.txt`.

        A token such as `procedure-k3v7q2ab` stands for a name in one bundle only; with the key that the bundle was made with it
        can be turned back. Figures that can be added to each other are rounded together, so that no sum is finer than the
        rounding of its parts. How a whole bundle can still recognise a project that is known already is said in
        [Telemetry](telemetry.md).


        """
}
