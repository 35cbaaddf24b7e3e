#!/bin/bash
# Measures the release binary that XTRAQ names; arguments go to bench.py (`run.sh startup snapshot`).
#
# WITHOUT names a release binary from which switches and recorder are left out, for the bars on what telemetry costs when
# it is off; where neither it nor a choice of suites is given, it is built first.
set -euo pipefail
cd "$(dirname "$0")/../.."

options=(--xtraq "${XTRAQ:?names the release binary: XTRAQ=\$(Scripts/release.sh)}")
if [ -z "${WITHOUT:-}" ] && { [ $# -eq 0 ] || [[ " $* " == *" telemetry "* ]]; }; then
    echo "Building xtraq without telemetry (some minutes) …" >&2
    folder=$PWD/.build/without-telemetry
    Scripts/release.sh --scratch-path "$folder" --disable-default-traits --traits Tool > /dev/null
    WITHOUT=$folder/release/xtraq
fi
[ -z "${WITHOUT:-}" ] || options+=(--without "$WITHOUT")
exec Benchmarks/bench.py "${options[@]}" "$@"
