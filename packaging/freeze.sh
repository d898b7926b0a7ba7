#!/usr/bin/env bash
# Makes the frozen program, a folder that needs no Python: build/frozen/secondop/.
#   freeze.sh           with all libraries (a portable archive, Windows, macOS, Flatpak)
#   freeze.sh --system  without those that a Debian package depends on: build/frozen-system/
# Twice from one commit it comes out the same, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/python.sh

out=build/frozen
if [ "${1:-}" = --system ]; then
    out=build/frozen-system
    export SECONDOP_SYSTEM_LIBRARIES=1
fi
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
# Without this folder in the path: the wheel is frozen, and not what lies here.
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONSAFEPATH=1

# What this commit came to lies there already, unless something was changed since.
commit=$(git rev-parse HEAD)
if [ -z "$(git status --porcelain)" ] && [ "$(cat "$out/commit" 2>/dev/null)" = "$commit" ]; then
    echo "$out/secondop is there"
    exit
fi

# The system's own Python is the better one on Linux: one that was built elsewhere bears the path
# where it was built, and would carry it into the package.
if [ -z "${SECONDOP_PYTHON:-}" ] && suits /usr/bin/python3 && /usr/bin/python3 -c "import ensurepip, venv" 2>/dev/null; then
    export SECONDOP_PYTHON=/usr/bin/python3
fi

# An environment of its own, with what people run, the wheel, and PyInstaller.
make_environment() {
    "$base" -m venv --clear build/freezing
    python=$(of_environment build/freezing)
    install_locked "$python" packaging/lock/run.txt >build/freezing/install.log
    install_locked "$python" packaging/lock/freeze.txt >>build/freezing/install.log
}

base=$(find_python)
stamp=$("$base" -c 'import sys; print(sys.version, sys.base_prefix)' | cat - packaging/lock/run.txt packaging/lock/freeze.txt | cksum)
if [ "$(cat build/freezing/stamp 2>/dev/null)" != "$stamp" ]; then
    echo "Making an environment to freeze from"
    mkdir -p build
    make_environment
    echo "$stamp" >build/freezing/stamp
fi
python=$(of_environment build/freezing)

wheels=build/freezing/wheel
rm -rf "$wheels"
"$python" -m hatchling build -t wheel -d "$wheels" >/dev/null
"$python" -m pip install --quiet --no-index --no-deps --force-reinstall "$wheels"/*.whl
"$python" packaging/licences.py >/dev/null
QT_QPA_PLATFORM=offscreen "$python" packaging/icon.py resources/program/secondop.svg build/icons
rm -rf "$out" "$out-work"
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$out" --workpath "$out-work" \
    packaging/freeze/secondop.spec
# Elsewhere it would break the signature of a library.
if [ "$(uname -s)" = Linux ]; then
    find "$out/secondop" -name '*.so*' -type f -exec strip --strip-unneeded {} + 2>/dev/null || true
fi
"$python" packaging/freeze/list_files.py "$out/secondop/_internal"
du -sm "$out/secondop" | awk -v out="$out" '{ print out "/secondop: " $1 " MB" }'
echo "$commit" >"$out/commit"
