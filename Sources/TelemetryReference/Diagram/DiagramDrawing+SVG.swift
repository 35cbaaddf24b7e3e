extension DiagramDrawing {
    /// The drawing as SVG: text that can be selected, light or dark as the reader's system is.
    package var svg: String {
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
            role="img" aria-labelledby="title description">
            """,
            "<title id=\"title\">\(Self.escaped(title))</title>",
            "<desc id=\"description\">\(Self.escaped(description))</desc>", Self.style,
            "<rect class=\"page\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"/>",
        ]
        for path in paths {
            let points = path.points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: "L")
            lines.append("<path class=\"line\" d=\"M\(points)\"/>")
        }
        for box in boxes {
            let radius =
                switch box.role {
                case .frame, .band: 6.0
                case .pseudonym, .chip, .tie: 9.0
                }
            lines.append(
                """
                <rect class="\(box.role.rawValue)" x="\(Self.number(box.x))" y="\(Self.number(box.y))" \
                width="\(Self.number(box.width))" height="\(Self.number(box.height))" rx="\(Self.number(radius))"/>
                """)
        }
        for label in labels {
            // Another font than was measured is brought to the measure.
            lines.append(
                """
                <text class="\(label.style.rawValue)-text" x="\(Self.number(label.x))" \
                y="\(Self.number(label.baseline))" textLength="\(Self.number(label.width))" \
                lengthAdjust="spacingAndGlyphs">\(Self.escaped(label.text))</text>
                """)
        }
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Colours of at least 4.5 to 1 against what they stand on.
    private static var style: String {
        """
        <style>
        text{font:14px Helvetica,Arial,"Liberation Sans","Nimbus Sans",sans-serif;fill:#1f2328}
        .title-text{font-size:20px;font-weight:bold}
        .band-text{font-size:17px;font-weight:bold;fill:#fff}
        .part-text{font-weight:bold}
        .note-text{fill:#57606a}
        .pseudonym-text{fill:#5c3d00}
        .tie-text{fill:#0a5228}
        .chip-text{fill:#0b4f94}
        .page{fill:#fff}
        .frame{fill:#f6f8fa;stroke:#8c959f}
        .band{fill:#0b5cad}
        .chip{fill:#fff;stroke:#0b5cad}
        .pseudonym{fill:#fff1c2;stroke:#9a6700}
        .tie{fill:#dff3e4;stroke:#1a7f37}
        .line{fill:none;stroke:#1a7f37;stroke-width:2}
        @media (prefers-color-scheme:dark){
        text{fill:#e6edf3}
        .band-text{fill:#fff}
        .note-text{fill:#a5afba}
        .pseudonym-text{fill:#f2cc60}
        .tie-text{fill:#7ee2a8}
        .chip-text{fill:#9ecbff}
        .page{fill:#0d1117}
        .frame{fill:#161b22;stroke:#57606a}
        .band{fill:#1f4f8a}
        .chip{fill:#0d1117;stroke:#4184e4}
        .pseudonym{fill:#3b2e00;stroke:#bb8009}
        .tie{fill:#0f2d1a;stroke:#2ea043}
        .line{stroke:#2ea043}
        }
        </style>
        """
    }

    /// A number with at most one digit after the point.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
