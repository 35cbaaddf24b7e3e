#!/bin/bash
# Shows the tool at work, on a copy of Examples/Bookshop.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PATH="$PWD/.build/debug:$PATH"
cd "$folder"

show() {
    printf '\n$ %s\n' "$*"
    "$@"
}
show xtraq version
show xtraq init --module Bookshop
