#!/bin/bash
# Generates the code, builds this program with it, and lets it check itself.
# XTRAQ names the binary of the tool; without it the one that is found on the path.
set -euo pipefail
cd "$(dirname "$0")/.."

"${XTRAQ:-xtraq}"
swift run --quiet Observing
