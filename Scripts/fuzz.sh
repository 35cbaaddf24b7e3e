#!/bin/bash
# Feeds the parsers mutated input for FUZZ_SECONDS; a failure prints its seed.
set -euo pipefail
cd "$(dirname "$0")/.."

end=$((SECONDS + ${FUZZ_SECONDS:-300}))
swift build --build-tests > /dev/null
rounds=0
while [ $SECONDS -lt $end ]; do
    rounds=$((rounds + 1))
    swift test --skip-build --disable-xctest --quiet --filter 'urvives|ostile|utant|uzz|mutat|AnyBytes' > .build/fuzz.log 2>&1 || {
        cat .build/fuzz.log >&2
        exit 1
    }
done
echo "$rounds rounds, each with seeds of its own: nothing found. $(tail -n 1 .build/fuzz.log)"
