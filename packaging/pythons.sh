#!/usr/bin/env bash
# Runs the tests on every Python that Secondop is for and that is here, with the locked versions.
#   pythons.sh [TEST...]                  on each
#   pythons.sh --only VERSION [TEST...]   on one
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/python.sh
. packaging/tried.sh

# found VERSION : a Python of that version, on the path or where pyenv keeps them.
found() {
    local candidate
    for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python; do
        if suits "$candidate" && "$candidate" -c "import sys, venv, ensurepip
sys.exit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# try_on VERSION [TEST...] : installs what the lock names, and runs the tests.
try_on() {
    local version=$1 name=python$1 base
    shift
    base=$(found "$version")
    echo "Python $version:"
    environment "$name" "$base"
    install_locked "build/$name/bin/python" packaging/lock/dev.txt >"build/$name/install.log"
    install_itself "build/$name/bin/python" >>"build/$name/install.log"
    "build/$name/bin/python" packaging/translations.py check
    tests "$name" "$@"
}

# By a call of its own, as a function asked whether it went well does not stop where it fails.
if [ "${1:-}" = --only ]; then
    shift
    try_on "$@"
    exit
fi

packaging/linux/qt-libraries.sh
absent="" failed=""
for version in 3.11 3.12 3.13 3.14; do
    if ! found "$version" >/dev/null; then
        absent+=" $version"
    elif ! packaging/pythons.sh --only "$version" "$@"; then
        failed+=" $version"
    fi
done
[ -z "$absent" ] || echo "Not tried, as it is not on this computer: Python$absent"
[ -z "$failed" ] || { echo "The tests failed on Python$failed" >&2 && exit 1; }
