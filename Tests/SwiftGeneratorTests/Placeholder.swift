// SwiftGeneratorTests
