// TelemetryCommands
