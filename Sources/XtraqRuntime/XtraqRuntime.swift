// XtraqRuntime
