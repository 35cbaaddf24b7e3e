#!/bin/bash
# Runs tests with a sanitizer compiled in: `sanitize.sh thread` finds data races, `sanitize.sh address` what is read or
# written outside of its memory, or after it was freed.
#
# Left out are the tests that build packages, or that start the built tool again and again: what they run in other processes
# is run here within one. FILTER chooses others, as `swift test --filter` does.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:?says which sanitizer: thread or address}
case "$kind" in
    thread | address) ;;
    *) echo "sanitize: no sanitizer \"$kind\"; there are thread and address" >&2; exit 1 ;;
esac
folder=$PWD/.build-$kind
filter=${FILTER:-'^(JSONBytes|LocalTelemetry|Project|SQLiteEngine|SnapshotModel|SwiftGenerator|TelemetryRecording|TelemetryReport|TelemetrySharing|XtraqDocuments|XtraqSQLite)Tests\.'}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# What Swift keeps to the end of a process would count as leaked.
export ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="suppressions=$PWD/Scripts/thread-sanitizer.txt"
if ! swift build --sanitize="$kind" --build-tests --scratch-path "$folder" > "$log" 2>&1; then
    grep -E '(error|warning):' "$log" >&2 || tail -n 50 "$log" >&2
    exit 1
fi
if ! swift test --sanitize="$kind" --scratch-path "$folder" --skip-build --disable-xctest --quiet --filter "$filter" \
    > "$log" 2>&1; then
    grep -A 12 -E '^(✘|SUMMARY|==[0-9]+==ERROR|WARNING: ThreadSanitizer)' "$log" | head -n 200 >&2
    exit 1
fi
tail -n 1 "$log"
