#!/bin/bash
# Says what the binary contains, each part with its version and licence: as SPDX 2.3 JSON, or with --list as lines.
# Usage: sbom.sh BINARY [--list]
#
# The binary itself is asked (its symbols, before it is stripped), so that the list is of what is linked, not of what is
# fetched; a package that is linked and not known here is an error. The same binary and sources give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$1
symbols=$(mktemp)
trap 'rm -f "$symbols"' EXIT
nm "$binary" > "$symbols" 2> /dev/null || { echo "sbom: $binary has no symbols: give the binary before it is stripped" >&2; exit 1; }
contains() { grep -qE "$1" "$symbols"; }
module() { printf ' _?\\$s%d%s' "${#1}" "$1"; }

# The version that a package was resolved to.
version_of() {
    awk -v package="$1" '
        /"identity"/ { split($0, part, "\""); inside = part[4] == package }
        inside && /"version"/ { split($0, part, "\""); print part[4]; exit }' Package.resolved
}

tool_version=$("$binary" version | awk '{ print $2 }')
compiler=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
parts=()
add() { parts+=("$1|$2|$3|$4"); }

# Packages by their modules: every module of every checkout that is linked must belong to one of these.
declare -A licence=(
    [swift-argument-parser]=Apache-2.0 [swift-asn1]=Apache-2.0 [swift-collections]=Apache-2.0
    [swift-configuration]=Apache-2.0 [swift-crypto]=Apache-2.0 [swift-system]=Apache-2.0
)
for checkout in .build/checkouts/*/; do
    package=$(basename "$checkout")
    linked=
    for folder in "$checkout"Sources/*/; do
        name=$(basename "$folder")
        # A package's own tools and tests are named like anything.
        [[ "$name" =~ ^[A-Z] ]] || continue
        if contains "$(module "$name")"; then linked=yes; break; fi
    done
    [ -n "$linked" ] || continue
    [ -n "${licence[$package]:-}" ] || { echo "sbom: $package is linked, and its licence is not known here" >&2; exit 1; }
    add "$package" "$(version_of "$package")" "${licence[$package]}" "https://github.com/apple/$package"
done
if contains ' _?CCryptoBoringSSL_|CCryptoBoringSSL'; then
    add BoringSSL "as in swift-crypto $(version_of swift-crypto)" "OpenSSL AND ISC AND MIT" "https://boringssl.googlesource.com/boringssl"
fi
if contains ' [Tt] sqlite3_open$'; then
    add SQLite "$(pkg-config --modversion sqlite3)" blessing "https://www.sqlite.org"
fi
if contains ' [Tt] inflate$'; then
    add zlib "$(pkg-config --modversion zlib)" Zlib "https://zlib.net"
fi
if contains ' [TtWw] _?swift_retain$'; then
    add "Swift standard libraries" "$compiler" "Apache-2.0 WITH Swift-exception" "https://www.swift.org"
fi
if contains ' [TtWwVv] (_ZSt|_ZNSt|_ZTVNSt|_ZNKSt)'; then
    add libstdc++ "$(gcc -dumpfullversion 2> /dev/null || echo NOASSERTION)" "GPL-3.0-or-later WITH GCC-exception-3.1" "https://gcc.gnu.org"
fi

IFS=$'\n' parts=($(printf '%s\n' "${parts[@]}" | LC_ALL=C sort -u))
unset IFS
own=NOASSERTION
case "$(head -n 3 LICENSE)" in *"Apache License"*) own=Apache-2.0 ;; *"MIT License"*) own=MIT ;; esac
if [ "${2:-}" = --list ]; then
    printf '%-26s %-30s %s\n' xtraq "$tool_version" "$own"
    for part in "${parts[@]}"; do
        IFS='|' read -r name version licence url <<< "$part"
        printf '%-26s %-30s %-45s %s\n' "$name" "$version" "$licence" "$url"
    done
    exit 0
fi

digest=$(printf '%s\n' "$tool_version" "${parts[@]}" | sha256sum | cut -c1-32)
identifier() { echo "SPDXRef-$(echo "$1" | sed 's/+/p/g; s/[^A-Za-z0-9.]/-/g')"; }
package() {
    printf '    {\n      "SPDXID": "%s",\n      "name": "%s",\n      "versionInfo": "%s",\n' "$(identifier "$1")" "$1" "$2"
    printf '      "downloadLocation": "%s",\n      "filesAnalyzed": false,\n' "$4"
    printf '      "licenseConcluded": "%s",\n      "licenseDeclared": "%s",\n      "copyrightText": "NOASSERTION"\n    }' "$3" "$3"
}
cat <<END
{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "name": "xtraq-$tool_version",
  "documentNamespace": "https://spdx.org/spdxdocs/xtraq-$tool_version-$digest",
  "creationInfo": {
    "created": "2026-01-01T00:00:00Z",
    "creators": ["Tool: Scripts/sbom.sh"]
  },
  "documentDescribes": ["SPDXRef-xtraq"],
  "packages": [
END
package xtraq "$tool_version" "$own" NOASSERTION
for part in "${parts[@]}"; do
    IFS='|' read -r name version licence url <<< "$part"
    printf ',\n'
    package "$name" "$version" "$licence" "$url"
done
printf '\n  ],\n  "relationships": [\n'
separator=
for part in "${parts[@]}"; do
    printf '%s    {"spdxElementId": "SPDXRef-xtraq", "relationshipType": "STATIC_LINK", "relatedSpdxElement": "%s"}' \
        "$separator" "$(identifier "${part%%|*}")"
    separator=$',\n'
done
printf '\n  ]\n}\n'
