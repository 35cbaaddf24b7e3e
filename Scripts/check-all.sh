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
built=$(Scripts/release.sh)
# Kept aside: the release tests build the tool in the same place, not as it is released.
kept=$(mktemp -d)
trap 'rm -rf "$log" "$kept"' EXIT
binary=$kept/xtraq
cp "$built" "$binary"
Scripts/linkage.sh "$binary"

step "What the binary contains"
contents=$(mktemp -d)
trap 'rm -rf "$log" "$kept" "$contents"' EXIT
for copy in 1 2; do
    Scripts/sbom.sh "$binary" > "$contents/$copy.json"
    Scripts/sbom.sh "$binary" --list > "$contents/$copy.txt"
done
cmp "$contents/1.json" "$contents/2.json"
cmp "$contents/1.txt" "$contents/2.txt"
Scripts/licences.sh "$contents/licences"
python3 - "$contents" << 'END'
import json, os, sys
folder = sys.argv[1]
document = json.load(open(folder + "/1.json"))
names = {package["name"] for package in document["packages"]}
for wanted in ("xtraq", "SQLite", "zlib", "BoringSSL", "swift-argument-parser", "swift-crypto", "Swift standard libraries"):
    assert wanted in names, wanted + " is not listed"
assert all(package["licenseConcluded"] for package in document["packages"])
described = {relation["relatedSpdxElement"] for relation in document["relationships"]}
assert described == {package["SPDXID"] for package in document["packages"]} - {"SPDXRef-xtraq"}
texts = os.listdir(folder + "/licences")
for name in names:
    if name.startswith("swift-"):
        assert any(text.startswith(name + "-LICENSE") for text in texts), "no licence text of " + name
END

step "Documentation"
Scripts/documentation.sh

step "Diagram, read by Mermaid"
Scripts/mermaid.sh .build/debug/xtraq .build/debug/recorded-tool

# An example that fetches three packages and builds a second time what the tests have built.
step "Example Observing"
XTRAQ="$PWD/.build/debug/xtraq" quietly Examples/Observing/Scripts/check.sh

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

for sanitizer in thread address; do
    step "Sanitizer: $sanitizer"
    Scripts/sanitize.sh "$sanitizer"
done

step "Release tests"
# The library for adopters' tests is empty without DEBUG; its search is what the canaries use.
quietly swift build -c release --build-tests -Xswiftc -enable-testing -Xswiftc -DDEBUG
# Every system call, a hundred processes, ten thousand projects: what `make test` only samples.
export TELEMETRY_TEST_KILL_STEP=1 TELEMETRY_TEST_FAULT_STEP=1 TELEMETRY_TEST_PROCESSES=100
export TRUST_PROJECTS=10000 TRUST_FUZZ_ROUNDS=100000
export TELEMETRY_TEST_CLEAN_DOCUMENTS=10000 TELEMETRY_TEST_MUTATIONS=100000
if ! swift test -c release --skip-build --disable-xctest --quiet > "$log" 2>&1; then
    grep -A 12 -E '^(✘|TRUST_SEED)' "$log" >&2
    exit 1
fi
tail -n 1 "$log"

step "Rules of the inference, each left out"
Scripts/mutants.sh

if [ -x Benchmarks/Scripts/run.sh ]; then
    step "Benchmarks"
    XTRAQ="$binary" Benchmarks/Scripts/run.sh
fi
step "Done"
