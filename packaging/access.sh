#!/usr/bin/env bash
# Walks the real window as a screen reader does: over AT-SPI, on a screen that is not there (Xvfb).
#   access.sh            installs what lacks (Debian), opens the sample journal, walks every screen
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linux/debian.sh

[ "$(uname -s)" = Linux ] || { echo "AT-SPI is there on Linux only." >&2; exit 1; }
ready() {
    command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null &&
        /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null
}
ready || install_debian xvfb dbus dbus-bin dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0
packaging/linux/qt-libraries.sh --window

folder=$(mktemp -d)
screen=
trap 'if [ -n "$screen" ]; then kill "$screen" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
env LC_ALL=C.UTF-8 .venv/bin/secondop sample "$folder/sample.secondop" >/dev/null
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
screen=$!
for _turn in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$folder/display") HOME=$folder XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder
export XDG_RUNTIME_DIR=$folder QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
dbus-run-session -- /usr/bin/python3 packaging/access_walk.py .venv/bin/secondop "$folder/sample.secondop"
