#!/bin/bash
# Shows the tool at work on a copy of Examples/Bookshop: every line below `$` is run, and what follows is its real output.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r Examples/Bookshop "$folder/Bookshop"
rm -rf "$folder/Bookshop/.xtraq" "$folder/Bookshop/.build" "$folder/Bookshop/Sources/Bookshop/Generated"
export PATH="$PWD/.build/debug:$PATH"
cd "$folder/Bookshop"

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi
say() { printf '\n%s# %s%s\n' "$bold" "$1" "$plain"; }
show() {
    printf '%s$ %s%s\n' "$bold" "$*" "$plain"
    "$@"
}

say "A schema of $(cat Schema/*.sql | grep -ciE '^create (virtual )?table') tables and $(cat $(find Queries -name '*.sql') | grep -c '^-- name:') queries, in plain SQL:"
show ls Schema Queries Queries/orders
show head -n 14 Queries/orders/orders.sql

say "Ask SQLite what they are, write the Swift that calls them, and record what the run did:"
show xtraq --telemetry

say "The Swift of the first query:"
generated=$(grep -l 'placeOrder' Sources/Bookshop/Generated/Orders+*.swift | head -n 1)
show sed -n 1,46p "$generated"

say "Nothing has changed, so nothing is prepared and nothing written:"
show xtraq

say "What the recorded run did; it never left this disk:"
show xtraq telemetry show
