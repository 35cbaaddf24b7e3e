#!/bin/bash
# Builds the tool, tests what it records, and looks at a run as its user does.
set -euo pipefail
cd "$(dirname "$0")/.."

swift test --disable-xctest --quiet
tool=$PWD/.build/debug/logstat

# The trait keeps all else of the package away: nothing of it is fetched, and full Foundation is not linked. Of what packs
# files only the system's zlib is: `telemetry export` deflates what a person hands over.
here=$(basename "$(cd ../.. && pwd)" | tr '[:upper:]' '[:lower:]')
fetched=$(swift package show-dependencies --format flatlist | sort -u | grep -vx -e "$here" -e xtraq | tr '\n' ' ')
if [ "$fetched" != "swift-argument-parser swift-asn1 swift-crypto " ]; then
    echo "Logstat fetches $fetched" >&2
    exit 1
fi
if [ "$(uname -s)" = Linux ] && ldd "$tool" | grep -E 'libFoundation\.so|Internationalization|libzip|minizip|archive|xml2|curl' >&2; then
    echo "Logstat links what telemetry does not need." >&2
    exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp Logs/access.log "$folder"
cd "$folder"
diff <("$tool" summary access.log) <("$tool" --telemetry summary access.log 2> line)
grep -q '^telemetry: 2 documents, run [0-9a-f]\{8\}; see: logstat telemetry show [0-9a-f]\{8\}$' line
"$tool" telemetry show | grep -q 'success'
"$tool" telemetry schema reading --example | grep -q '"kind": "reading"'
