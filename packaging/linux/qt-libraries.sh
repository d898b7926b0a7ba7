#!/usr/bin/env bash
# Finds the system libraries that Qt needs and this computer lacks, and installs them where allowed.
#   qt-libraries.sh            what drawing without a screen needs
#   qt-libraries.sh --window   what a window needs besides
#   qt-libraries.sh --list     only names the Debian packages that lack, for a window too
set -euo pipefail
[ "$(uname -s)" = Linux ] || exit 0

here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"
PATH=$PATH:/usr/sbin:/sbin

# Library file, then the Debian package that holds it; the program reads the same list.
list=$here/../../resources/qt-libraries.txt
drawing=$(sed -n 's/^drawing //p' "$list")
window=$(sed -n 's/^window //p' "$list")

if ! ldconfig -p >/dev/null 2>&1; then
    echo "This system has no ldconfig, so the libraries that Qt needs were not checked." >&2
    exit 0
fi

# missing LIST COLUMN : the missing libraries as files (1) or packages (2), on one line.
missing() {
    local known name package
    known=$(ldconfig -p)
    while read -r name package; do
        case "$known" in
            *"$name "*) ;;
            *) [ "$2" = 1 ] && echo "$name" || echo "$package" ;;
        esac
    done <<<"$1" | tr '\n' ' '
}

# provide LIST : true when nothing of it is missing, or no longer.
provide() {
    [ -n "$(missing "$1" 1)" ] || return 0
    # shellcheck disable=SC2046
    install_debian $(missing "$1" 2) && [ -z "$(missing "$1" 1)" ] && return 0
    echo "Qt needs these libraries, which this system lacks: $(missing "$1" 1)" >&2
    return 1
}

if [ "${1:-}" = --list ]; then
    echo "$(missing "$drawing" 2)$(missing "$window" 2)"
    exit 0
fi
provide "$drawing"
if [ "${1:-}" = --window ] && ! provide "$window"; then
    # Under Wayland a window can open without them.
    [ -n "${WAYLAND_DISPLAY:-}" ]
fi
