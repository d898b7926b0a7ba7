#!/usr/bin/env bash
# Builds all of dist/ a second time, from a clean clone in another folder, and compares, bit for bit.
#   twice.sh [PART...]   wheel, sdist, deb and portable where none is named
set -euo pipefail
cd "$(dirname "$0")/.."

parts=("$@")
[ $# -gt 0 ] || parts=(wheel sdist deb portable)
there=build/twice/another-place
rm -rf "$there"
git clone --quiet . "$there"
# The parts are those of the lock, whose checksums are looked at when they are installed: once is enough.
mkdir -p "$there/build"
ln -s "$PWD/build/freezing" "$there/build/freezing"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

build() {
    case $1 in
        wheel | sdist) "$OLDPWD/.venv/bin/python" -m hatchling build -t "$1" ;;
        deb) packaging/linux/deb.sh ;;
        portable) packaging/linux/portable.sh ;;
    esac
}

cd "$there"
for part in "${parts[@]}"; do
    build "$part" >/dev/null
done
differs=0
for made in dist/*; do
    first=$OLDPWD/$made
    if cmp -s "$made" "$first"; then
        echo "the same twice: $(sha256sum "$made")"
    else
        echo "differs: $made" >&2
        differs=1
    fi
done
exit $differs
