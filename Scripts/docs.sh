#!/bin/bash
# Writes the generated pages of docs/ anew: the tests that compare them do it.
set -euo pipefail
cd "$(dirname "$0")/.."

pages='DiagnosticsPageTests|CommandLinePageTests|ReferenceTests|PublishedPagesTests|BundlePageTests'

swift build --build-tests > /dev/null
RECORD_SNAPSHOTS=1 swift test --skip-build --disable-xctest --quiet --filter "$pages" > /dev/null 2>&1 || true
swift test --skip-build --disable-xctest --quiet --filter "$pages" 2>&1 | tail -n 1
git status --short docs
