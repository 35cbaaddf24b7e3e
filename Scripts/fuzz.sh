#!/bin/bash
# Feeds every reader of untrusted bytes with libFuzzer, FUZZ_SECONDS in all; what ends a reader is left in .build-fuzz/crashes.
# A crash becomes a fixture: copy the file to Tests/TelemetryTrustTests/Fuzz/Fixtures/TARGET-name, and mend the reader.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${FUZZ_SECONDS:-300}
folder=$PWD/.build-fuzz
mkdir -p "$folder/crashes"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! swift build --scratch-path "$folder" --target FuzzTargets -Xswiftc -sanitize=fuzzer > "$log" 2>&1; then
    grep -E 'error:' "$log" >&2 || tail -n 30 "$log" >&2
    exit 1
fi
mapfile -t objects < <(find "$folder"/debug/*.build -name '*.o')
swiftc -sanitize=fuzzer -o "$folder/fuzz" "${objects[@]}" -lstdc++ -lz > "$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }

# The readers, as FuzzTarget names them.
read -r -a targets <<< "$(sed -n 's/^    case \([a-z, ]*\)$/\1/p' Tests/FuzzTargets/FuzzTarget.swift | head -n 1 | tr -d ,)"
each=$((seconds / ${#targets[@]} + 1))
failed=0
for target in "${targets[@]}"; do
    corpus=$folder/corpus/$target
    mkdir -p "$corpus"
    # What it begins with: files as the tool writes them, and what ended it once.
    FUZZ_TARGET=$target FUZZ_SEEDS=$corpus "$folder/fuzz" -runs=0 > "$log" 2>&1 || { tail -n 30 "$log" >&2; exit 1; }
    for fixture in Tests/TelemetryTrustTests/Fuzz/Fixtures/"$target"-*; do
        [ -f "$fixture" ] && cp "$fixture" "$corpus/"
    done
    echo "== $target, $each seconds"
    if FUZZ_TARGET=$target "$folder/fuzz" -max_total_time="$each" -max_len=8192 -timeout=10 -rss_limit_mb=4096 \
        -artifact_prefix="$folder/crashes/$target-" "$corpus" > "$log" 2>&1; then
        grep -E '^(Done|stat::)' "$log" || tail -n 1 "$log"
    else
        tail -n 30 "$log" >&2
        failed=1
    fi
done
exit $failed
