#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/// SQLite's memory from pools: blocks that were freed are kept by size, for the thread that freed them.
///
/// Preparing a statement asks for some two hundred small blocks and frees them again. SQLite has a store of its own for that
/// (https://www.sqlite.org/malloc.html#lookaside), but Debian's library is built without it, and the system's `malloc` then
/// takes a fifth of the time. A pool only grows, and what it holds when its thread ends is never used again: good for a
/// process that describes queries and ends.

/// Larger blocks come from the system.
#define XTRAQ_POOLED_BYTES 4096
#define XTRAQ_POOL_GROWTH (256 * 1024)

struct xtraq_pool {
    /// By size in words of 16 bytes: the first block that is free, each of which begins with the address of the next.
    void *unused[XTRAQ_POOLED_BYTES / 16 + 1];
    /// What was never handed out.
    char *rest;
    size_t rest_size;
};

/// The pool of the thread.
static struct xtraq_pool *xtraq_pool_here(void) {
    static _Thread_local struct xtraq_pool pool;
    return &pool;
}

/// The size that a block of so many bytes has, which rounds to itself. In front of it stand eight bytes with that size.
static int xtraq_pool_rounded(int size) {
    if (size <= 520) return ((size + 23) & ~15) - 8;
    if (size <= XTRAQ_POOLED_BYTES - 8) return ((size + 519) & ~511) - 8;
    return (size + 7) & ~7;
}

static int xtraq_pool_size(void *block) {
    return block ? (int)((sqlite3_int64 *)block)[-1] : 0;
}

static void *xtraq_pool_allocated(char *place, int size) {
    *(sqlite3_int64 *)place = size;
    return place + 8;
}

static void *xtraq_pool_malloc(int requested) {
    int size = xtraq_pool_rounded(requested);
    size_t whole = (size_t)size + 8;
    if (whole > XTRAQ_POOLED_BYTES) {
        char *place = (char *)malloc(whole);
        return place ? xtraq_pool_allocated(place, size) : 0;
    }
    struct xtraq_pool *pool = xtraq_pool_here();
    void **unused = &pool->unused[whole / 16];
    void *block = *unused;
    if (block) {
        *unused = *(void **)block;
        return block;
    }
    if (pool->rest_size < whole) {
        char *more = (char *)malloc(XTRAQ_POOL_GROWTH);
        if (!more) return 0;
        pool->rest = more;
        pool->rest_size = XTRAQ_POOL_GROWTH;
    }
    block = xtraq_pool_allocated(pool->rest, size);
    pool->rest += whole;
    pool->rest_size -= whole;
    return block;
}

static void xtraq_pool_free(void *block) {
    size_t whole = (size_t)xtraq_pool_size(block) + 8;
    if (whole > XTRAQ_POOLED_BYTES) {
        free((char *)block - 8);
        return;
    }
    void **unused = &xtraq_pool_here()->unused[whole / 16];
    *(void **)block = *unused;
    *unused = block;
}

static void *xtraq_pool_realloc(void *block, int requested) {
    int old = xtraq_pool_size(block), size = xtraq_pool_rounded(requested);
    if ((size_t)old + 8 > XTRAQ_POOLED_BYTES && (size_t)size + 8 > XTRAQ_POOLED_BYTES) {
        char *place = (char *)realloc((char *)block - 8, (size_t)size + 8);
        return place ? xtraq_pool_allocated(place, size) : 0;
    }
    if (size == old) return block;
    void *other = xtraq_pool_malloc(requested);
    if (!other) return 0;
    memcpy(other, block, (size_t)(size < old ? size : old));
    xtraq_pool_free(block);
    return other;
}

static int xtraq_pool_begin(void *context) {
    (void)context;
    return SQLITE_OK;
}

static void xtraq_pool_end(void *context) {
    (void)context;
}

/// Lets SQLite take its memory from pools; says whether it does. Only before SQLite's first use.
static inline int xtraq_sqlite3_use_pools(void) {
    sqlite3_mem_methods methods = {
        xtraq_pool_malloc, xtraq_pool_free,  xtraq_pool_realloc, xtraq_pool_size,
        xtraq_pool_rounded, xtraq_pool_begin, xtraq_pool_end,     0,
    };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
}
