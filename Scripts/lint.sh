#!/bin/bash
# Checks format and rules of style.
set -euo pipefail
cd "$(dirname "$0")/.."

folders=(Package.swift Sources Tests)
[ -d Examples ] && folders+=(Examples)
[ -d Benchmarks ] && folders+=(Benchmarks)
files=$(git ls-files --cached --others --exclude-standard -- "${folders[@]}" | grep '\.swift$' | grep -v '/Generated/\|/Expected/\|/Snapshots/' || true)
failed=0
while IFS= read -r file; do [ -f "$file" ] && printf '%s\0' "$file"; done <<< "$files" \
    | xargs -0 swift format lint --strict --parallel || failed=1

# Full Foundation costs start-up time and 40 MB: the tool's sources do without. (The run-time library on GRDB, which brings
# it anyway, uses it for Date, Data, UUID and Decimal; the library for tests is empty in a release build.)
if git grep --untracked -nE '^(@[a-z]+ )?((public|package|internal|private|fileprivate) )?import Foundation$' \
    -- Sources ':!Sources/XtraqSQLite' ':!Sources/LocalTelemetryTesting'; then
    echo "Sources must not import full Foundation." >&2
    failed=1
fi
exit $failed
