#!/bin/bash
# Builds the documentation of every public library below .build/documentation: a link that leads nowhere is an error.
# What is documented is read from the debug build, which must be there.
set -euo pipefail
cd "$(dirname "$0")/.."

modules=$(swift build --show-bin-path)/Modules
target=$(swift -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -n 1)
maps=()
while read -r map; do maps+=(-Xcc "-fmodule-map-file=$map"); done \
    < <(find "$(dirname "$modules")" -maxdepth 2 -name module.modulemap)
# System libraries that this package and others describe.
for map in Sources/*/module.modulemap .build/checkouts/*/Sources/*/module.modulemap; do maps+=(-I "$(dirname "$map")"); done
log=$(mktemp)
trap 'rm -f "$log"' EXIT

failed=0
for catalogue in Sources/*/*.docc; do
    module=$(basename "$catalogue" .docc)
    graph=.build/documentation/$module.symbols
    rm -rf "$graph" && mkdir -p "$graph"
    swift symbolgraph-extract -module-name "$module" -I "$modules" -target "$target" "${maps[@]}" \
        -minimum-access-level public -output-dir "$graph"
    if ! docc convert "$catalogue" --additional-symbol-graph-dir "$graph" --analyze --warnings-as-errors \
        --output-path ".build/documentation/$module.doccarchive" > "$log" 2>&1; then
        failed=1
        printf 'documentation: %s\n' "$module" >&2
        cat "$log" >&2
    fi
done
[ $failed -eq 0 ] && echo "documentation: $(ls -d .build/documentation/*.doccarchive | wc -l) libraries"
exit $failed
