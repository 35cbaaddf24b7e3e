#!/bin/bash
# What a change must pass before it is handed over, beyond `make test`.
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

# Faults of snapshot and output at every system call, of which `make test` takes a sample.
export TREE_TEST_FAULT_STEP=1
Scripts/test.sh

step "Release"
binary=$(Scripts/release.sh)
Scripts/linkage.sh "$binary"

# Each trait alone, and none: what a project fetches that takes only one product must build by itself.
for traits in "" Tool SQLite Telemetry TelemetryCommands; do
    step "Traits: ${traits:-none}"
    options=(--disable-default-traits)
    [ -n "$traits" ] && options+=(--traits "$traits")
    case "$traits" in
        "") targets=(XtraqRuntime TelemetryRecording JSONBytes Diagnostics SnapshotModel SwiftGenerator) ;;
        Tool) targets=(xtraq) ;;
        SQLite) targets=(XtraqSQLite) ;;
        Telemetry) targets=(LocalTelemetry) ;;
        TelemetryCommands) targets=(TelemetryCommands) ;;
    esac
    for target in "${targets[@]}"; do
        quietly swift build --scratch-path ".build-traits" "${options[@]}" --target "$target"
    done
done

step "Imports that are not declared"
quietly swift build --scratch-path ".build-traits" --explicit-target-dependency-import-check error --product xtraq

step "Release tests"
quietly swift build -c release --build-tests -Xswiftc -enable-testing
swift test -c release --skip-build --disable-xctest --quiet 2>&1 | tail -n 1

if [ -x Benchmarks/Scripts/run.sh ]; then
    step "Benchmarks"
    XTRAQ="$binary" Benchmarks/Scripts/run.sh
fi
step "Done"
