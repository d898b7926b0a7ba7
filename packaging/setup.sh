#!/usr/bin/env bash
# Makes .venv and installs Secondop in it, and again only when pyproject.toml or a translation
# (which an installation compiles) has changed since.
#   setup.sh         to run it
#   setup.sh --dev   to work on it as well
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linux/debian.sh

python=.venv/bin/python
log=.venv/install.log
target=.
size="120 MB"
stamp=.venv/installed
if [ "${1:-}" = --dev ]; then
    target=".[dev]"
    size="160 MB"
    stamp=.venv/installed-dev
fi

suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "Secondop needs Python 3.11 to 3.14; install one of them and start again." >&2
    return 1
}

make_venv() {
    local base version
    base=$(find_python)
    version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        # Asked for together, so that who has to ask for them does so once.
        # shellcheck disable=SC2046
        install_debian "python$version-venv" $(packaging/linux/qt-libraries.sh --list) || {
            echo "Python $version is here without its venv part, which Secondop is installed with." >&2
            return 1
        }
    fi
    echo "Making .venv with Python $version"
    "$base" -m venv --clear .venv
}

# Says one short line for each part that is fetched; the whole of it is in the log.
narrate() {
    awk -v log_file="$log" '
        { print > log_file }
        /^Collecting / { sub(/[^A-Za-z0-9_.-].*/, "", $2); print "  " $2; fflush() }
        /^Installing collected packages/ { print "  unpacking"; fflush() }'
}

install() {
    export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
    echo "Installing Secondop and the parts it stands on into .venv."
    echo "The first time this fetches about $size and takes a few minutes:"
    $python -m pip install --progress-bar off --editable "$target" | narrate || {
        echo "The installation stopped; what was done is in $log." >&2
        return 1
    }
}

changed() {
    [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ] ||
        [ -n "$(find resources/locale -name '*.po' -newer "$stamp")" ]
}

if ! { suits $python && $python -m pip --version >/dev/null 2>&1; }; then
    make_venv
fi
if changed; then
    install
    touch .venv/installed "$stamp"
    echo "Installed."
fi
