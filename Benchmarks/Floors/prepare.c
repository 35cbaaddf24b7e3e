// The least that a snapshot has to do: apply the schema to a private database, prepare every statement of the query files,
// and write as many files of the same sizes. With -e also step through the EXPLAIN rows of every statement.
//
//     prepare [-e] SIZES OUTPUT SCHEMA.sql… -- QUERIES.sql…
//
// SIZES holds a line "bytes path" for each file to be written below OUTPUT; its folders are made.
// Prints how many statements it prepared (and how many EXPLAIN rows it saw).

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(const char *what, const char *why) {
    fprintf(stderr, "prepare: %s: %s\n", what, why);
    exit(1);
}

// The whole file with a zero behind it.
static char *contents(const char *path, size_t *size) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) fail(path, strerror(errno));
    char *text = malloc((size_t)facts.st_size + 1);
    size_t length = 0;
    while (length < (size_t)facts.st_size) {
        ssize_t count = read(file, text + length, (size_t)facts.st_size - length);
        if (count <= 0) fail(path, strerror(errno));
        length += (size_t)count;
    }
    close(file);
    text[length] = 0;
    if (size) *size = length;
    return text;
}

// Asks for what a snapshot holds of a result column, so that SQLite does its part of the work.
static void describe(sqlite3 *db, sqlite3_stmt *statement) {
    for (int i = 1, count = sqlite3_bind_parameter_count(statement); i <= count; i++)
        sqlite3_bind_parameter_name(statement, i);
    for (int i = 0, count = sqlite3_column_count(statement); i < count; i++) {
        sqlite3_column_name(statement, i);
        sqlite3_column_decltype(statement, i);
        const char *table = sqlite3_column_table_name(statement, i);
        const char *column = sqlite3_column_origin_name(statement, i);
        int isNotNull = 0;
        if (table && column)
            sqlite3_table_column_metadata(db, 0, table, column, 0, 0, &isNotNull, 0, 0);
    }
    sqlite3_stmt_readonly(statement);
}

static long explain(sqlite3 *db, const char *sql, const char *end) {
    char *text = sqlite3_mprintf("EXPLAIN %.*s", (int)(end - sql), sql);
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, text, -1, 0, &statement, 0) != SQLITE_OK) fail(text, sqlite3_errmsg(db));
    long rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        // Opcode and P4 are texts; address, P1 to P3 and P5 are numbers.
        for (int i = 0; i < 7; i++)
            if (i == 1 || i == 5) sqlite3_column_text(statement, i);
            else sqlite3_column_int(statement, i);
        rows++;
    }
    sqlite3_finalize(statement);
    sqlite3_free(text);
    return rows;
}

// Where the statement begins: behind white space and comments.
static const char *begin(const char *sql) {
    for (;;) {
        while (*sql == ' ' || *sql == '\n' || *sql == '\t' || *sql == '\r') sql++;
        if (sql[0] != '-' || sql[1] != '-') return sql;
        while (*sql && *sql != '\n') sql++;
    }
}

static void makeFolders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) fail(path, strerror(errno));
        *slash = '/';
    }
}

static void writeFiles(const char *sizes, const char *folder) {
    char *list = contents(sizes, 0), *rest = list, *line;
    static char block[1 << 20];
    memset(block, 'x', sizeof block);
    char known[4096] = "";
    while ((line = strsep(&rest, "\n")) && *line) {
        char *name;
        size_t left = strtoul(line, &name, 10);
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, name + 1);
        size_t depth = (size_t)(strrchr(path, '/') - path);
        if (strncmp(known, path, depth) != 0 || known[depth] != 0) {
            makeFolders(path);
            memcpy(known, path, depth);
            known[depth] = 0;
        }
        int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (file < 0) fail(path, strerror(errno));
        do {
            size_t part = left < sizeof block ? left : sizeof block;
            if (write(file, block, part) != (ssize_t)part) fail(path, strerror(errno));
            left -= part;
        } while (left > 0);
        close(file);
    }
    free(list);
}

int main(int count, char **arguments) {
    int first = 1, explains = 0;
    if (first < count && strcmp(arguments[first], "-e") == 0) {
        explains = 1;
        first++;
    }
    if (count - first < 4) fail("usage", "prepare [-e] SIZES OUTPUT SCHEMA.sql... -- QUERIES.sql...");
    const char *sizes = arguments[first], *output = arguments[first + 1];

    sqlite3 *db;
    // One thread alone uses the connection, and nobody asks how much memory it takes.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(":memory:", &db, flags, 0) != SQLITE_OK) fail("open", sqlite3_errmsg(db));
    int next = first + 2;
    for (; next < count && strcmp(arguments[next], "--") != 0; next++) {
        char *sql = contents(arguments[next], 0);
        if (sqlite3_exec(db, sql, 0, 0, 0) != SQLITE_OK) fail(arguments[next], sqlite3_errmsg(db));
        free(sql);
    }
    long statements = 0, rows = 0;
    for (next++; next < count; next++) {
        size_t size;
        char *text = contents(arguments[next], &size);
        const char *sql = begin(text), *end;
        while (*sql) {
            sqlite3_stmt *statement;
            int left = (int)(size - (size_t)(sql - text));
            if (sqlite3_prepare_v3(db, sql, left, 0, &statement, &end) != SQLITE_OK)
                fail(arguments[next], sqlite3_errmsg(db));
            if (statement) {
                describe(db, statement);
                if (explains) rows += explain(db, sql, end);
                statements++;
            }
            sqlite3_finalize(statement);
            sql = begin(end);
        }
        free(text);
    }
    writeFiles(sizes, output);
    sqlite3_close(db);
    if (explains) printf("%ld statements, %ld rows\n", statements, rows);
    else printf("%ld statements\n", statements);
    return 0;
}
