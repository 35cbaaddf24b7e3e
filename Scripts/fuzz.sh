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
objects=()
for module in FuzzTargets JSONBytes Diagnostics Project SnapshotModel TelemetryRecording LocalTelemetry TelemetryReport XtraqDocuments; do
    objects+=("$folder/debug/$module.build/"*.o)
done
for library in "$folder"/debug/*.build; do
    case "$(basename "$library" .build)" in
        FuzzTargets | JSONBytes | Diagnostics | Project | SnapshotModel | TelemetryRecording | LocalTelemetry | TelemetryReport | XtraqDocuments) ;;
        *) while IFS= read -r object; do objects+=("$object"); done < <(find "$library" -name '*.o') ;;
    esac
done
swiftc -sanitize=fuzzer -o "$folder/fuzz" "${objects[@]}" -lstdc++ > "$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }

targets=(document configuration environment queries snapshot json filter)
each=$((seconds / ${#targets[@]} + 1))
for target in "${targets[@]}"; do
    mkdir -p "$folder/corpus/$target"
    echo "== $target, $each seconds"
    FUZZ_TARGET=$target "$folder/fuzz" -max_total_time="$each" -max_len=8192 -timeout=10 -rss_limit_mb=4096 \
        -artifact_prefix="$folder/crashes/$target-" "$folder/corpus/$target" > "$log" 2>&1 \
        || { tail -n 30 "$log" >&2; exit 1; }
    tail -n 1 "$log"
done
