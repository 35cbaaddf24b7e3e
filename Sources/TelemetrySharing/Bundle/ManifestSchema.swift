/// The JSON Schema (2020-12) of a bundle's manifest.
package enum ManifestSchema {
    /// The schema as it stands in a bundle.
    package static let bytes = Array(text.utf8)

    private static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:local-telemetry:bundle-manifest:1",
          "title": "Manifest of a telemetry bundle",
          "description": "What a bundle is, what was left out of it, and what lies in it.",
          "type": "object",
          "additionalProperties": false,
          "required": ["formatVersion", "tool", "toolVersion", "redaction", "bundle", "revealable", "runs", "dropped", "entries"],
          "oneOf": [
            { "properties": { "redaction": { "const": "standard" } }, "required": ["spanMinutes"] },
            { "properties": { "redaction": { "const": "strict" } }, "required": ["spanDays"] }
          ],
          "properties": {
            "formatVersion": { "description": "The version of this layout.", "type": "integer", "minimum": 1, "maximum": 1000 },
            "tool": { "description": "The tool whose runs these are.", "type": "string", "pattern": "^[!-~]{1,40}$" },
            "toolVersion": {
              "description": "The version of the tool that made the bundle.",
              "type": "string",
              "pattern": "^[0-9]{1,5}([.][0-9]{1,5}([.][0-9]{1,5})?)?(-(alpha|beta|rc|dev|other)([.][0-9]{1,3})?)?$"
            },
            "redaction": { "description": "How much was taken away.", "enum": ["standard", "strict"] },
            "bundle": { "description": "The bundle, drawn at random.", "type": "string", "pattern": "^[0-9a-f]{32}$" },
            "revealable": { "description": "Whether the sender can turn tokens back into names.", "type": "boolean" },
            "runs": { "description": "How many runs.", "type": "integer", "minimum": 0, "maximum": 65000 },
            "spanMinutes": { "description": "Minutes from the first run to the last.", "type": "integer", "minimum": 0 },
            "spanDays": { "description": "Days from the first run to the last.", "type": "integer", "minimum": 0 },
            "dropped": {
              "description": "What was left out.",
              "type": "object",
              "additionalProperties": false,
              "required": ["fields", "unknownDocuments", "damagedDocuments", "unknownMembers", "unusableMembers", "unknownValues"],
              "properties": {
                "fields": {
                  "description": "Fields that the level does not let leave, as kind and field.",
                  "type": "array",
                  "items": { "type": "string", "pattern": "^[A-Za-z.-]{1,200}$" }
                },
                "unknownDocuments": { "description": "Documents of kinds that the tool does not know.", "type": "integer", "minimum": 0 },
                "damagedDocuments": { "description": "Files that are no whole documents.", "type": "integer", "minimum": 0 },
                "unknownMembers": { "description": "Members that the tool does not know.", "type": "integer", "minimum": 0 },
                "unusableMembers": { "description": "Values that are not what their fields allow.", "type": "integer", "minimum": 0 },
                "unknownValues": { "description": "Closed values that the tool does not know; they left as other.", "type": "integer", "minimum": 0 }
              }
            },
            "entries": {
              "description": "Everything in the bundle but this manifest.",
              "type": "array",
              "maxItems": 65000,
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "bytes", "sha256"],
                "properties": {
                  "name": { "description": "Its name in the bundle.", "type": "string", "pattern": "^(README[.]txt|schema/[a-z-]+[.]schema[.]json|documents/[0-9]+-[a-z-]+[.]json)$" },
                  "bytes": { "description": "Its size, unpacked.", "type": "integer", "minimum": 0, "maximum": 4194304 },
                  "sha256": { "description": "The SHA-256 of its content.", "type": "string", "pattern": "^[0-9a-f]{64}$" }
                }
              }
            }
          }
        }

        """#
}
