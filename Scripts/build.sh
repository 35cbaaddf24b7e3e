#!/bin/bash
# Builds the executable in debug, quietly: the compiler's own words only where it fails.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "Building xtraq (the first time takes some minutes) …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! swift build --product xtraq > "$log" 2>&1; then
    grep -E 'error|warning' "$log" >&2 || cat "$log" >&2
    exit 1
fi
