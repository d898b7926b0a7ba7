#!/usr/bin/env bash
# Tries a package in the bare system that this runs in, as root: a chroot or a container.
#   try_deb.sh DEB
set -euo pipefail
deb=$1
export HOME=/home/ann LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
export XDG_RUNTIME_DIR=/run/user/0
rm -rf $HOME
mkdir -p $HOME && mkdir -p -m 700 $XDG_RUNTIME_DIR
log=/try_deb.log
: >$log
id=org.secondop.Secondop

# step SAID FUNCTION : in a shell of its own that stops at the first failure, as one asked by || would not.
step() {
    local status
    echo "  $1"
    set +e
    (set -ex; "$2") >>$log 2>&1
    status=$?
    set -e
    [ $status -eq 0 ] && return
    tail -30 $log >&2
    echo "  FAILED: $1" >&2
    exit 1
}

# Reads to the end, as who writes into a pipe that was left would fail.
has() { grep "$@" >/dev/null; }

install() { apt-get install -y -qq --no-install-recommends "$@"; }

# waits SECONDS COMMAND... : true once it is; false after so many.
waits() {
    local left=$1
    shift
    until "$@"; do
        left=$((left - 1))
        [ $left -gt 0 ] || return 1
        sleep 1
    done
}

# clicked FILE : does what the file manager does for a double click, in a process of its own: who
# starts it with & knows that process, and can wait until it has written its settings and ended.
clicked() {
    local line
    line=$(sed -n 's/^Exec=//p' /usr/share/applications/$id.desktop)
    exec ${line/\%f/$1}
}

closed() { kill "$1" || true; wait "$1" || true; }

has_no_python() { [ -z "$(command -v python3)" ]; }

# The same package under a lower number, as there is none before the first. A try that failed may
# have left one there.
takes_the_one_before() {
    apt-get update -qq
    dpkg --purge secondop
    rm -rf /before
    dpkg-deb -R "$deb" /before
    sed -i 's/^Version: .*/Version: 0.0.1/' /before/DEBIAN/control
    dpkg-deb -Znone -b /before /before.deb
    install /before.deb
    rm -r /before /before.deb
}

passes_the_self_test() { QT_QPA_PLATFORM=offscreen secondop self-test; }

knows_a_journal() {
    install libglib2.0-bin shared-mime-info desktop-file-utils
    secondop sample $HOME/sample.secondop
    cp $HOME/sample.secondop $HOME/nameless
    for file in sample.secondop nameless; do
        gio info -a standard::content-type $HOME/$file | has vnd.secondop.journal
    done
    gio mime application/vnd.secondop.journal | has $id.desktop
}

opens_it_under_x() {
    install xvfb x11-utils xauth
    Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 &
    local screen=$!
    stands() { DISPLAY=:7 xwininfo -root | has "root window"; }
    waits 60 stands
    DISPLAY=:7 clicked $HOME/sample.secondop &
    local window=$!
    shows() { DISPLAY=:7 xwininfo -root -tree | has 'Secondop"'; }
    waits 60 shows
    waits 60 test -e $HOME/.sample.secondop.lock
    second_start_reaches_it
    closed $window
    closed $screen
}

# Another journal goes to the window that is open, and the second program ends by itself.
second_start_reaches_it() {
    secondop new $HOME/other.secondop --person Ann
    DISPLAY=:7 timeout 20 secondop $HOME/other.secondop
    waits 30 test -e $HOME/.other.secondop.open
}

opens_it_under_wayland() {
    install weston
    local backend=headless
    if weston --version | has " 1[0-2]"; then backend=headless-backend.so; fi
    weston --backend=$backend --socket=wayland-7 --idle-time=0 >/dev/null 2>&1 &
    local screen=$!
    waits 30 test -S $XDG_RUNTIME_DIR/wayland-7
    rm -f $HOME/.other.secondop.open
    QT_QPA_PLATFORM=wayland WAYLAND_DISPLAY=wayland-7 WAYLAND_DEBUG=client clicked $HOME/sample.secondop 2>/wayland.log &
    local window=$!
    waits 60 grep -q "set_app_id(\"$id\")" /wayland.log
    waits 60 test -e $HOME/.sample.secondop.open
    closed $window
    closed $screen
}

keeps_settings_over_an_upgrade() {
    test "$(dpkg-query -Wf '${Version}' secondop)" = 0.0.1
    local settings=$HOME/.config/Secondop/settings.json
    grep -q sample.secondop $settings
    cp $settings /before.json
    install "$deb"
    test "$(dpkg-query -Wf '${Version}' secondop)" != 0.0.1
    cmp $settings /before.json
    QT_QPA_PLATFORM=offscreen secondop list $HOME/sample.secondop person
}

leaves_only_the_journals() {
    apt-get purge -y -qq secondop
    local left
    left=$(find / -xdev \( -path /proc -o -path /home -o -path /run -o -path /var/cache \) -prune -o -iname '*secondop*' -print | grep -v "^$deb$" || true)
    echo "left behind: $left"
    test -z "$left"
    test -s $HOME/sample.secondop
    test -s $HOME/other.secondop
}

step "has no Python" has_no_python
step "takes the package" takes_the_one_before
step "passes the self-test" passes_the_self_test
step "knows a journal by its name and by what is in it" knows_a_journal
step "opens it by a double click under X, and another one in the same window" opens_it_under_x
step "opens it under Wayland, as the program of its desktop file" opens_it_under_wayland
step "keeps settings and journals over an upgrade" keeps_settings_over_an_upgrade
step "leaves only the journals when it is purged" leaves_only_the_journals
