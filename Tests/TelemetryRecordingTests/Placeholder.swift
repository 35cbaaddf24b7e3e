// TelemetryRecordingTests
