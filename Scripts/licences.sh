#!/bin/bash
# Copies the licence texts of what is linked into the binary. Usage: licences.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p "$1"
cp LICENSE "$1/LICENSE"
for package in swift-argument-parser swift-asn1 swift-collections swift-configuration swift-crypto swift-system; do
    folder=.build/checkouts/$package
    [ -d "$folder" ] || continue
    for file in LICENSE LICENSE.txt LICENSE.md NOTICE NOTICE.txt; do
        [ -f "$folder/$file" ] && cp "$folder/$file" "$1/$package-${file%.*}.txt"
    done
done
# Swift's own libraries are linked in too.
swift_licence=$(dirname "$(command -v swift)")/../share/swift/LICENSE.txt
[ -f "$swift_licence" ] && cp "$swift_licence" "$1/swift-LICENSE.txt"
echo "SQLite is in the public domain: https://www.sqlite.org/copyright.html" > "$1/sqlite.txt"
[ -f /usr/share/doc/zlib1g-dev/copyright ] && cp /usr/share/doc/zlib1g-dev/copyright "$1/zlib.txt"
chmod -R u+w,a+r "$1"
