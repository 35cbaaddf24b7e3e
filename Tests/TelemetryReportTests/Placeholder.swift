// TelemetryReportTests
