#!/bin/bash
# Checks the stripped release binary: what it links, what it weighs, and that no path of this machine is in it.
# Usage: linkage.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."

stripped=$(mktemp)
trap 'rm -f "$stripped"' EXIT
strip -o "$stripped" "$1"
failed=0
complain() { echo "linkage: $1" >&2; failed=1; }

# Full Foundation, ICU and the dynamic Swift libraries cost start-up time; libc, libm and the loader are all it needs.
while read -r library; do
    case "$library" in
        libc.so.* | libm.so.* | libpthread.so.* | libdl.so.* | ld-linux* | linux-vdso* | "") ;;
        *) complain "it needs $library" ;;
    esac
done < <(ldd "$stripped" | awk '{ n = split($1, part, "/"); print part[n] }')
if nm "$1" | grep -qE ' [TtDdRr] (_?\$s10Foundation[0-9]|_CFRuntime|u_init)'; then
    complain "full Foundation or ICU is in it"
fi
for secret in "$PWD" "$HOME/" "$(hostname)" /usr/src; do
    [ ${#secret} -gt 3 ] || continue
    if grep -qF "$secret" "$stripped"; then
        complain "it holds “$secret”: $(grep -aoF -m1 "$secret" "$stripped" | head -n 1)"
        strings -n 8 "$stripped" | grep -F "$secret" | head -n 3 >&2
    fi
done
bytes=$(stat -c %s "$stripped")
limit=$((32 * 1024 * 1024))
[ "$bytes" -le "$limit" ] || complain "it weighs $bytes bytes, more than $limit"
[ $failed -eq 0 ] && echo "linkage: $((bytes / 1024 / 1024)) MB stripped; nothing but libc and libm is loaded; no path of this machine"
exit $failed
