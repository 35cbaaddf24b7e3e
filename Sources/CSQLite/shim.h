#include <sqlite3.h>
#include "pools.h"

/// What Swift cannot call itself: a function with variable arguments, and functions that older libraries lack.

/// Sets a switch of `sqlite3_db_config`; says whether the library knows it.
static inline int xtraq_sqlite3_set_switch(sqlite3 *db, int option, int value) {
    return sqlite3_db_config(db, option, value, (int *)0) == SQLITE_OK;
}

/// `sqlite3_error_offset` where the library has it (3.38), else -1.
static inline int xtraq_sqlite3_error_offset(sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return sqlite3_error_offset(db);
#else
    (void)db;
    return -1;
#endif
}

/// Takes SQLite's count of the memory in use away, whose lock all connections of a process share; says whether it is away.
/// Only before SQLite's first use.
static inline int xtraq_sqlite3_disable_memory_count(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
}

/// `SQLITE_INNOCUOUS` where the library has it (3.31), else nothing.
static inline int xtraq_sqlite3_innocuous(void) {
#ifdef SQLITE_INNOCUOUS
    return SQLITE_INNOCUOUS;
#else
    return 0;
#endif
}
