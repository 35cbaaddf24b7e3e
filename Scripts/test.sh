#!/bin/bash
# What every change must pass. Quiet where all is well; ends with the summary of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '== %s (%d s)\n' "$1" "$SECONDS"; }
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
    if ! "$@" > "$log" 2>&1; then
        grep -E '(error|warning):' "$log" >&2 || tail -n 50 "$log" >&2
        exit 1
    fi
}

step "Debian packages"
Scripts/dependencies.sh libsqlite3-dev zlib1g-dev python3-jsonschema strace unzip zip p7zip-full libarchive-tools age faketime

step "Lint"
Scripts/lint.sh

step "Build"
quietly swift build --build-tests

# The build of an example does not notice a new file of the package that it depends on (SwiftPM 6.3).
sources=$(find Sources -type f | LC_ALL=C sort | cksum)
if [ "$sources" != "$(cat .build/example-sources 2> /dev/null)" ]; then
    rm -rf Examples/*/.build
    echo "$sources" > .build/example-sources
fi

for example in Examples/*/Scripts/test.sh; do
    [ -x "$example" ] || continue
    step "Example $(basename "$(dirname "$(dirname "$example")")")"
    XTRAQ="$PWD/.build/debug/xtraq" quietly "$example"
done

step "Tests"
swift test --skip-build --disable-xctest --quiet 2>&1

step "The whole tool once more, every run recorded"
XTRAQ_TEST_TELEMETRY=1 swift test --skip-build --disable-xctest --quiet --filter EndToEndTests 2>&1 | tail -n 20
