#!/bin/bash
# Measures the release binary against the floors in Benchmarks/.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(Scripts/release.sh)
XTRAQ="$binary" exec Benchmarks/Scripts/run.sh "$@"
