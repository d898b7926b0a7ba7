#!/usr/bin/env bash
# Makes .venv and installs in it what the lock names, and Secondop; again only when the lock,
# pyproject.toml or a translation (which an installation compiles) has changed since.
#   setup.sh         to run it
#   setup.sh --dev   to work on it as well
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linux/debian.sh
. packaging/python.sh

python=.venv/bin/python
log=.venv/install.log
lock=packaging/lock/run.txt
size="120 MB"
stamp=.venv/installed
if [ "${1:-}" = --dev ]; then
    lock=packaging/lock/dev.txt
    size="160 MB"
    stamp=.venv/installed-dev
fi

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
    echo "Installing Secondop and the parts it stands on into .venv."
    echo "The first time this fetches about $size and takes a few minutes:"
    { install_locked $python "$lock" && install_itself $python; } | narrate || {
        echo "The installation stopped; what was done is in $log." >&2
        return 1
    }
}

changed() {
    [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ] || [ "$lock" -nt "$stamp" ] ||
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
