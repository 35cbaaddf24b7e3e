#!/bin/bash
# Sees to the Debian packages given: says which are missing, and installs them where it may.
set -euo pipefail

if ! command -v swift > /dev/null; then
    echo "Swift 6.3 is needed and not on the PATH: https://www.swift.org/install/linux/" >&2
    exit 1
fi
command -v dpkg-query > /dev/null || exit 0

missing=()
for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Missing Debian packages: ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo > /dev/null && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
    as_root=(sudo)
else
    echo "Install them first:  apt-get install ${missing[*]}" >&2
    exit 1
fi
echo "Installing them: ${as_root[*]} apt-get install -y ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }
if ! install > "$log" 2>&1; then
    "${as_root[@]}" apt-get update > "$log" 2>&1 || true
    install > "$log" 2>&1 || { cat "$log" >&2; exit 1; }
fi
