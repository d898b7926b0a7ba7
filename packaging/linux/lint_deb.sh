#!/usr/bin/env bash
# Judges dist/secondop_*.deb: lintian, and the validators of what a desktop is told.
set -euo pipefail
cd "$(dirname "$0")/../.."

deb=$(ls -t dist/secondop_*.deb | head -1)
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
dpkg-deb -x "$deb" "$unpacked"
share=$unpacked/usr/share
echo "lintian:"
# Not with --show-overrides: what is overridden would then fail it too.
lintian --fail-on error,warning --info "$deb"
echo "overridden in it, and why:"
cat packaging/linux/lintian-overrides
echo "appstreamcli:" # versions before 1.0 do not know <developer> yet, and say so as an information
appstreamcli validate --no-net "$share"/metainfo/*.xml
# Its hint to stand under Science or Education too is not taken: people look under Office.
echo "desktop-file-validate:"
desktop-file-validate "$share"/applications/*.desktop
echo "man:"
if command -v man >/dev/null; then
    LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$share/man/man1/secondop.1.gz" >/dev/null
fi
echo "paths of this folder, where it was built:"
! grep -rlF "$PWD" "$unpacked/usr"
echo "none"
