// The floor of an export: opens and reads each file of a folder, deflates it and writes a ZIP file, and nothing else.
//
// pack FOLDER ARCHIVE LEVEL THREADS [parse]
//
// The same steps as the export's own: a packing state for each thread, CRC-32 of each file, one write at the end. With
// `parse` each file's bytes are looked at once more, as the least that a reader of JSON does: which are structure, which
// lie in strings, which in numbers.
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { SHARE = 256, LARGEST = 4 << 20 };

typedef struct {
    unsigned char *bytes;
    size_t count, capacity;
} Buffer;

typedef struct {
    Buffer entries;
    uint32_t offset[SHARE], packed[SHARE], size[SHARE], checksum[SHARE];
} Share;

static char **names;
static size_t count;
static int folder, level, parses;
static Share *shares;
static atomic_size_t next_share;
static atomic_ulong tokens;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static unsigned char *room(Buffer *buffer, size_t more) {
    if (buffer->count + more > buffer->capacity) {
        buffer->capacity = (buffer->count + more) * 2;
        buffer->bytes = realloc(buffer->bytes, buffer->capacity);
        if (!buffer->bytes) fail("realloc");
    }
    return buffer->bytes + buffer->count;
}

static void number(Buffer *buffer, uint32_t value, int bytes) {
    unsigned char *place = room(buffer, 4);
    for (int index = 0; index < bytes; index++) place[index] = (unsigned char)(value >> 8 * index);
    buffer->count += (size_t)bytes;
}

static void text(Buffer *buffer, const char *text) {
    size_t length = strlen(text);
    memcpy(room(buffer, length), text, length);
    buffer->count += length;
}

static void common(Buffer *buffer, const Share *share, size_t place, const char *name) {
    number(buffer, 20, 2), number(buffer, 0, 2), number(buffer, 8, 2), number(buffer, 0, 2), number(buffer, 33, 2);
    number(buffer, share->checksum[place], 4), number(buffer, share->packed[place], 4);
    number(buffer, share->size[place], 4), number(buffer, (uint32_t)strlen(name), 2), number(buffer, 0, 2);
}

// One pass over a text: how many strings, numbers, words and brackets there are.
static unsigned long parse(const unsigned char *bytes, size_t size) {
    unsigned long found = 0;
    for (size_t place = 0; place < size;) {
        switch (bytes[place]) {
        case ' ': case '\n': case '\r': case '\t': case ',': case ':': place++; break;
        case '"':
            for (place++; place < size && bytes[place] != '"'; place++)
                if (bytes[place] == '\\') place++;
            place++, found++;
            break;
        case '{': case '}': case '[': case ']': place++, found++; break;
        default:
            for (found++; place < size && !strchr(" \n\r\t,:{}[]\"", bytes[place]); place++) {}
            if (place < size && !bytes[place]) place++;
        }
    }
    return found;
}

static void *work(void *unused) {
    (void)unused;
    z_stream stream = {0};
    if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) fail("deflateInit2");
    unsigned char *content = malloc(LARGEST);
    unsigned long found = 0;
    for (;;) {
        size_t own = atomic_fetch_add(&next_share, 1);
        if (own * SHARE >= count) break;
        Share *share = &shares[own];
        for (size_t place = 0; place < SHARE && own * SHARE + place < count; place++) {
            const char *name = names[own * SHARE + place];
            int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
            struct stat status;
            if (file < 0 || fstat(file, &status) != 0 || status.st_size > LARGEST) fail(name);
            ssize_t size = read(file, content, (size_t)status.st_size);
            if (size < 0 || close(file) != 0) fail(name);
            if (parses) found += parse(content, (size_t)size);
            uLong bound = deflateBound(&stream, (uLong)size);
            share->offset[place] = (uint32_t)share->entries.count;
            size_t head = 30 + strlen(name);
            unsigned char *start = room(&share->entries, head + bound);
            deflateReset(&stream);
            stream.next_in = content, stream.avail_in = (uInt)size;
            stream.next_out = start + head, stream.avail_out = (uInt)bound;
            if (deflate(&stream, Z_FINISH) != Z_STREAM_END) fail("deflate");
            share->size[place] = (uint32_t)size;
            share->packed[place] = (uint32_t)(bound - stream.avail_out);
            share->checksum[place] = (uint32_t)crc32(0, content, (uInt)size);
            number(&share->entries, 0x04034b50, 4);
            common(&share->entries, share, place, name);
            text(&share->entries, name);
            share->entries.count += share->packed[place];
        }
    }
    atomic_fetch_add(&tokens, found);
    free(content);
    deflateEnd(&stream);
    return NULL;
}

static int compare(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(int argc, char **argv) {
    if (argc < 5) return 64;
    level = atoi(argv[3]);
    int threads = atoi(argv[4]);
    parses = argc > 5;
    DIR *stream = opendir(argv[1]);
    if (!stream) fail(argv[1]);
    folder = dirfd(stream);
    size_t capacity = 0;
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_name[0] == '.') continue;
        if (count == capacity) names = realloc(names, (capacity = capacity * 2 + 64) * sizeof *names);
        names[count++] = strdup(entry->d_name);
    }
    qsort(names, count, sizeof *names, compare);
    size_t all = (count + SHARE - 1) / SHARE;
    shares = calloc(all, sizeof *shares);
    pthread_t others[64];
    for (int index = 1; index < threads; index++) pthread_create(&others[index], NULL, work, NULL);
    work(NULL);
    for (int index = 1; index < threads; index++) pthread_join(others[index], NULL);

    int out = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) fail(argv[2]);
    Buffer directory = {0};
    uint32_t base = 0;
    for (size_t own = 0; own < all; own++) {
        Share *share = &shares[own];
        for (size_t place = 0; place < SHARE && own * SHARE + place < count; place++) {
            const char *name = names[own * SHARE + place];
            number(&directory, 0x02014b50, 4), number(&directory, 0x0314, 2);
            common(&directory, share, place, name);
            number(&directory, 0, 2), number(&directory, 0, 4), number(&directory, 0x81800000, 4);
            number(&directory, base + share->offset[place], 4);
            text(&directory, name);
        }
        if (write(out, share->entries.bytes, share->entries.count) != (ssize_t)share->entries.count) fail("write");
        base += (uint32_t)share->entries.count;
    }
    uint32_t size = (uint32_t)directory.count;
    number(&directory, 0x06054b50, 4), number(&directory, 0, 4);
    number(&directory, (uint32_t)count, 2), number(&directory, (uint32_t)count, 2);
    number(&directory, size, 4), number(&directory, base, 4), number(&directory, 0, 2);
    if (write(out, directory.bytes, directory.count) != (ssize_t)directory.count || close(out) != 0) fail("write");
    if (parses) printf("%lu\n", atomic_load(&tokens));
    return 0;
}
