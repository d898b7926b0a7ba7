#!/usr/bin/env bash
# Makes all of a release that this computer can make, in dist/, with SHA256SUMS.
#   release.sh          stops at what stands in the way of a release
#   release.sh --trial  says it, and builds all the same
# Windows and macOS make theirs by packaging/windows/build.sh and packaging/macos/build.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/python packaging/lock/check.py
.venv/bin/python packaging/release.py || [ "${1:-}" = --trial ]
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
.venv/bin/python -m hatchling build -t wheel -t sdist
made="the wheel, the source"
if command -v dpkg-deb >/dev/null; then
    packaging/linux/deb.sh
    made+=", the Debian package"
fi
if [ "$(uname -s)" = Linux ]; then
    packaging/linux/portable.sh
    made+=", the portable archive"
fi
.venv/bin/python packaging/release.py --sums
echo "Made here: $made. Not here: the installers for Windows and macOS; a Flatpak only where flatpak-builder is."
