#!/bin/bash
# Packs dist/xtraq-VERSION-PLATFORM.tar.gz: stripped release binary, completions, licence texts, README.
set -euo pipefail
cd "$(dirname "$0")/.."

built=$(swift build -c release --show-bin-path)/xtraq
Scripts/linkage.sh "$built"
version=$("$built" version | awk '{ print $2 }')
name=xtraq-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
folder=dist/$name
rm -rf "$folder" "dist/$name.tar.gz"
mkdir -p "$folder/completions"
install -m 755 -s "$built" "$folder/xtraq"
"$built" --generate-completion-script bash > "$folder/completions/xtraq.bash"
"$built" --generate-completion-script zsh > "$folder/completions/_xtraq"
"$built" --generate-completion-script fish > "$folder/completions/xtraq.fish"
cp README.md CHANGELOG.md "$folder/"
Scripts/licences.sh "$folder/licences"
Scripts/sbom.sh "$built" --list > "$folder/licences/README.txt"
Scripts/sbom.sh "$built" > "$folder/sbom.spdx.json"
# The same bytes from the same sources: fixed order, owner and times.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-01-01 00:00Z' -C dist -cf - "$name" \
    | gzip -n9 > "dist/$name.tar.gz"
rm -rf "$folder"
ls -l "dist/$name.tar.gz" | awk '{ printf "%s, %d bytes\n", $NF, $5 }'
