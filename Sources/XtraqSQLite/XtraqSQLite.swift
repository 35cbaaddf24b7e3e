// XtraqSQLite
