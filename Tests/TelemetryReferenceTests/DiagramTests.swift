import Foundation
import TestSupport
import Testing

/// The diagram as it is drawn, measured in the SVG itself: of this tool, and of another.
@Suite struct DiagramTests {
    private struct Shape {
        var name: String
        var left, top, right, bottom: Double

        func contains(_ other: Shape) -> Bool {
            left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
        }

        func overlaps(_ other: Shape) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private static func drawing(_ tool: String) throws -> String {
        let folder = try TemporaryFolder()
        let run = try Command.run(
            Tool.productsFolder + "/" + tool, ["telemetry", "schema", "--diagram", "svg"], in: folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
        return run.output
    }

    private static func shapes(_ svg: String) throws -> (page: Shape, boxes: [Shape], texts: [Shape]) {
        func number(_ text: Substring) throws -> Double { try #require(Double(text)) }
        let size = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
        let page = Shape(
            name: "page", left: 0, top: 0, right: try number(size.output.1), bottom: try number(size.output.2))
        let box = /<rect class="([a-z]+)" x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/
        let boxes = try svg.matches(of: box).map { match in
            let (x, y) = (try number(match.output.2), try number(match.output.3))
            return Shape(
                name: String(match.output.1), left: x, top: y, right: x + (try number(match.output.4)),
                bottom: y + (try number(match.output.5)))
        }
        let text = /<text class="([a-z]+)-text" x="([0-9.]+)" y="([0-9.]+)" textLength="([0-9.]+)"[^>]*>([^<]*)</
        let texts = try svg.matches(of: text).map { match in
            let size = match.output.1 == "title" ? 20.0 : match.output.1 == "band" ? 17 : 14
            let (x, y) = (try number(match.output.2), try number(match.output.3))
            return Shape(
                name: String(match.output.5), left: x, top: y - size * 0.76, right: x + (try number(match.output.4)),
                bottom: y + size * 0.22)
        }
        return (page, boxes, texts)
    }

    @Test(arguments: ["xtraq", "recorded-tool"]) func nothingOverlapsAndAllIsInside(tool: String) throws {
        let (page, boxes, texts) = try Self.shapes(try Self.drawing(tool))
        #expect(texts.count > 40)
        for shape in boxes + texts { #expect(page.contains(shape), "\(shape) is not on the page") }
        for (place, text) in texts.enumerated() {
            for other in texts[(place + 1)...] { #expect(!text.overlaps(other), "\(text) and \(other)") }
            // A text lies wholly in what it touches.
            for box in boxes where box.overlaps(text) { #expect(box.contains(text), "\(text) in \(box)") }
        }
        for (place, box) in boxes.enumerated() {
            for other in boxes[(place + 1)...] where box.overlaps(other) {
                #expect(box.contains(other) || other.contains(box), "\(box) and \(other)")
            }
        }
        let frames = boxes.filter { $0.name == "frame" }
        for (place, frame) in frames.enumerated() {
            for other in frames[(place + 1)...] { #expect(!frame.overlaps(other), "\(frame) and \(other)") }
        }
    }

    /// A page that is 600 wide still shows letters that can be read.
    @Test func isReadableAtPageWidth() throws {
        let (page, _, _) = try Self.shapes(try Self.drawing("xtraq"))
        #expect(14 * 600 / page.right >= 10)
    }

    /// It names everything, marks every pseudonym, speaks to screen readers, and is an XML document.
    @Test func saysAllThatTheCatalogueSays() throws {
        let svg = try Self.drawing("xtraq")
        #expect(svg.contains("<title id=\"title\">What one run of xtraq"))
        #expect(svg.contains("<desc id=\"description\">Every document begins with the same envelope"))
        #expect(svg.contains("prefers-color-scheme:dark"))
        for text in ["cli-command", "snapshot", "build", "summary", "every command", "warmRunGoalMet?", "slowest[≤25]"]
        {
            #expect(svg.contains(">\(text)<"), "\(text)")
        }
        let marked = svg.matches(of: /class="pseudonym-text"[^>]*>([^<]*)</).map { String($0.output.1) }
        #expect(
            marked == [
                "nameHash", "projectRootHash?", "procedureFilterHash?", "procedureHash?", "statementHash?", "fileHash",
            ])
        #expect(svg.matches(of: /class="tie-text"[^>]*>runId</).count == 1)
        let folder = try TemporaryFolder()
        try folder.write("schema.svg", svg)
        let parsed = try Command.run(
            "/usr/bin/python3", ["-c", "import xml.dom.minidom as m; m.parse('schema.svg')"], in: folder.path)
        #expect(parsed.exitCode == 0, "\(parsed.errors)")
    }

    @Test func isTextForMermaidToo() throws {
        let folder = try TemporaryFolder()
        let text = try Tool.run(["telemetry", "schema", "--diagram", "mermaid"], in: folder).output
        #expect(text.hasPrefix("classDiagram\n"))
        #expect(text.contains("  pseudonym projectRootHash?\n"))
        #expect(text.contains("envelope <|-- cli_command : runId\n"))
        #expect(text.contains("snapshot *-- \"0..25\" snapshot_slowest\n"))
        #expect(text.contains("note for build \"written by xtraq build and xtraq\"\n"))
    }
}
