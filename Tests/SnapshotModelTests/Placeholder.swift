// SnapshotModelTests
