#!/usr/bin/env bash
# Tries dist/secondop_*.deb in bare systems without Python: build/chroots/SUITE, made once and kept.
#   deb_test.sh [SUITE...]   bookworm and trixie where none is named
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/linux/debian.sh

[ "$(id -u)" -eq 0 ] || { echo "Making a bare system needs root: run it with sudo." >&2; exit 1; }
deb=$(ls -t dist/secondop_*.deb | head -1)
command -v debootstrap >/dev/null || install_debian debootstrap

in_chroot() {
    env -i HOME=/home/ann PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$root" bash -euc "$1"
}

bare_system() {
    root=build/chroots/$1
    if [ ! -e "$root/made" ]; then
        debootstrap --variant=minbase "$1" "$root" "${MIRROR:-}" >"build/chroots/$1.log"
        cp /etc/apt/sources.list.d/* "$root/etc/apt/sources.list.d/" 2>/dev/null || true
        mkdir -p "$root/home/ann"
        touch "$root/made"
    fi
    for place in proc dev; do
        mountpoint -q "$root/$place" || mount --rbind "/$place" "$root/$place"
    done
}

leave() {
    for place in proc dev; do
        mountpoint -q "$root/$place" && umount -Rl "$root/$place"
    done
}

step() {
    echo "  $1"
    in_chroot "$2" >>"build/chroots/$suite.log" 2>&1 || {
        echo "  FAILED: $1 (build/chroots/$suite.log)" >&2
        exit 1
    }
}

mkdir -p build/chroots
suites=("$@")
[ $# -gt 0 ] || suites=(bookworm trixie)
for suite in "${suites[@]}"; do
    bare_system "$suite"
    trap leave EXIT
    cp "$deb" "$root/secondop.deb"
    echo "$suite:"
    step "has no Python" '! command -v python3'
    step "takes the package" 'apt-get update -qq; apt-get install -y -qq --no-install-recommends /secondop.deb'
    step "passes the self-test" 'QT_QPA_PLATFORM=offscreen secondop self-test'
    step "knows a journal by its name and by what is in it" '
        apt-get install -y -qq --no-install-recommends libglib2.0-bin shared-mime-info desktop-file-utils
        secondop sample $HOME/sample.secondop && cp $HOME/sample.secondop $HOME/nameless
        gio info -a standard::content-type $HOME/sample.secondop | grep -q vnd.secondop.journal
        gio info -a standard::content-type $HOME/nameless | grep -q vnd.secondop.journal
        gio mime application/vnd.secondop.journal | grep -q org.secondop.Secondop.desktop'
    step "opens that journal in a window" '
        apt-get install -y -qq --no-install-recommends xvfb x11-utils xauth
        Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 & export DISPLAY=:7
        line=$(sed -n "s/^Exec=//p" /usr/share/applications/org.secondop.Secondop.desktop)
        ${line/\%f/$HOME/sample.secondop} & window=$!
        until xwininfo -root -tree | grep -q "org.secondop.Secondop\|Secondop\""; do
            kill -0 $window; sleep 0.2; done
        kill $window; wait $window || true; kill %1'
    step "keeps settings and journals over a newer package" '
        mkdir -p $HOME/.config/Secondop; ls $HOME/.config/Secondop >$HOME/before
        apt-get install -y -qq --reinstall /secondop.deb
        ls $HOME/.config/Secondop | cmp - $HOME/before; test -s $HOME/sample.secondop'
    step "leaves only the journals when it is purged" '
        apt-get purge -y -qq secondop
        test -z "$(find / -xdev -path /proc -prune -o -iname "*secondop*" -print | grep -v "^/home\|^/[a-z]*/runtime-\|^/secondop.deb\|^/var/cache\|^/made")"
        test -s $HOME/sample.secondop'
    leave
    trap - EXIT
done
echo "The package works in: ${suites[*]}"
