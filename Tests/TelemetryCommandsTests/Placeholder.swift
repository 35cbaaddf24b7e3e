// TelemetryCommandsTests
