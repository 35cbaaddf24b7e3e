// The least that reading a snapshot takes: each file taken apart as JSON by the library yajl, which builds nothing of it and
// only says what comes next. Prints how many bytes of keys and values there were.
//
//     parse FILE.json…

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yajl/yajl_parse.h>

static void fail(const char *what, const char *why) {
    fprintf(stderr, "parse: %s: %s\n", what, why);
    exit(1);
}

static long seen;

static int mark(void *context) {
    (void)context;
    seen++;
    return 1;
}

static int truth(void *context, int value) {
    (void)value;
    return mark(context);
}

static int number(void *context, const char *text, size_t length) {
    (void)context, (void)text;
    seen += (long)length;
    return 1;
}

static int string(void *context, const unsigned char *text, size_t length) {
    (void)context, (void)text;
    seen += (long)length;
    return 1;
}

static const yajl_callbacks callbacks = {
    .yajl_null = mark, .yajl_boolean = truth, .yajl_number = number, .yajl_string = string, .yajl_start_map = mark,
    .yajl_map_key = string, .yajl_end_map = mark, .yajl_start_array = mark, .yajl_end_array = mark,
};

static void parse(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) fail(path, strerror(errno));
    size_t size = (size_t)facts.st_size;
    unsigned char *text = malloc(size + 1);
    if (!text) fail(path, strerror(errno));
    for (size_t length = 0; length < size;) {
        ssize_t count = read(file, text + length, size - length);
        if (count <= 0) fail(path, strerror(errno));
        length += (size_t)count;
    }
    close(file);
    yajl_handle parser = yajl_alloc(&callbacks, NULL, NULL);
    if (yajl_parse(parser, text, size) != yajl_status_ok || yajl_complete_parse(parser) != yajl_status_ok)
        fail(path, "not JSON");
    yajl_free(parser);
    free(text);
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++) parse(arguments[i]);
    printf("%ld\n", seen);
    return 0;
}
