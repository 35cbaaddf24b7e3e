// XtraqSQLiteTests
