import Foundation
import Synchronization

/// An independent JSON Schema validator: Debian's `python3-jsonschema`, one process for all documents of a test run.
///
/// It is never skipped: where it is missing, every validation throws an error that names the package.
public final class SchemaValidator: Sendable {
    /// The validator that all tests of a process share.
    public static let shared = SchemaValidator()

    /// Why a validation could not be done at all.
    public struct Unavailable: Error, CustomStringConvertible {
        /// What to do about it.
        public let description: String
    }

    private struct Connection {
        let process: Process
        let input: FileHandle
        let output: FileHandle
        var schemas: [Data: Int] = [:]
    }

    private let connection = Mutex<Connection?>(nil)

    private init() {}

    /// What is wrong with a document; empty where the schema holds. The text must be JSON without repeated keys.
    public func violations(of document: [UInt8], schema: [UInt8]) throws -> [String] {
        try violations(of: [document], schema: schema)[0]
    }

    /// What is wrong with each of some documents.
    public func violations(of documents: [[UInt8]], schema: [UInt8]) throws -> [[String]] {
        try connection.withLock { connection in
            var current = try connection ?? Self.connect()
            defer { connection = current }
            let schema = Data(schema)
            let number: Int
            if let known = current.schemas[schema] {
                number = known
            } else {
                number = current.schemas.count
                let answer = try Self.ask("schema \(schema.base64EncodedString())", current)
                guard answer == ["ok"] else { throw Unavailable(description: "not a schema: \(answer)") }
                current.schemas[schema] = number
            }
            return try documents.map { document in
                let answer = try Self.ask("check \(number) \(Data(document).base64EncodedString())", current)
                return answer == ["ok"] ? [] : answer
            }
        }
    }

    private static func connect() throws -> Connection {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-W", "ignore", "-c", program]
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw Unavailable(description: "python3 is missing: apt-get install python3 python3-jsonschema")
        }
        let connection = Connection(
            process: process, input: input.fileHandleForWriting, output: output.fileHandleForReading)
        guard (try? ask("hello", connection)) == ["ok"] else {
            throw Unavailable(description: "python3-jsonschema is missing: apt-get install python3-jsonschema")
        }
        return connection
    }

    /// Sends a line and reads the one that answers it, a JSON array of texts.
    private static func ask(_ question: String, _ connection: Connection) throws -> [String] {
        try connection.input.write(contentsOf: Data((question + "\n").utf8))
        var answer = Data()
        while answer.last != 0x0A {
            let part = connection.output.availableData
            guard !part.isEmpty else { throw Unavailable(description: "the schema validator ended") }
            answer.append(part)
        }
        return try JSONDecoder().decode([String].self, from: answer)
    }

    private static let program = """
        import base64, json, sys
        from jsonschema import Draft202012Validator
        validators = []
        def unique(pairs):
            keys = [key for key, _ in pairs]
            if len(keys) != len(set(keys)):
                raise ValueError("repeated key")
            return dict(pairs)
        def refuse(text):
            raise ValueError(text + " is not JSON")
        def parse(text):
            data = base64.b64decode(text).decode("utf-8")
            return json.loads(data, object_pairs_hook=unique, parse_constant=refuse)
        for line in sys.stdin:
            words = line.split()
            answer = ["ok"]
            try:
                if words[0] == "schema":
                    schema = parse(words[1])
                    Draft202012Validator.check_schema(schema)
                    validators.append(Draft202012Validator(schema))
                elif words[0] == "check":
                    document = parse(words[2])
                    errors = validators[int(words[1])].iter_errors(document)
                    answer = [e.json_path + ": " + e.message[:200] for e in errors] or answer
            except Exception as error:
                answer = [type(error).__name__ + ": " + str(error)]
            print(json.dumps(answer), flush=True)
        """
}
