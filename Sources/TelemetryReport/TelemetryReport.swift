// TelemetryReport
