// LocalTelemetryTests
