#!/usr/bin/env bash
# Tries dist/secondop_*.deb in bare systems without Python: build/chroots/SUITE, made once and kept.
#   deb_test.sh [SUITE...]   bookworm, trixie and noble where none is named
# DEBIAN_MIRROR and UBUNTU_MIRROR say where the systems come from; without them Debian's is that of
# this computer, and debootstrap's own else. A system that cannot be got is named, and left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/linux/debian.sh

[ "$(id -u)" -eq 0 ] || { echo "Making a bare system needs root: run it with sudo." >&2; exit 1; }
deb=$(ls -t dist/secondop_*.deb | head -1)
command -v debootstrap >/dev/null || install_debian debootstrap

# The mirror of this computer, where it runs Debian too.
debian_mirror() {
    [ -z "${DEBIAN_MIRROR:-}" ] || { echo "$DEBIAN_MIRROR"; return; }
    sed -n 's/^URIs: *\([^ ]*debian\/\{0,1\}\)$/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -1
}

# made SUITE : makes the bare system, if it is not there yet; true when it is.
made() {
    root=build/chroots/$1
    [ -e "$root/made" ] && return
    local options=(--variant=minbase) mirror script=()
    mirror=$(debian_mirror)
    if [ "$1" = noble ]; then
        mirror=${UBUNTU_MIRROR:-}
        options+=(--components=main,universe)
        [ -e /usr/share/keyrings/ubuntu-archive-keyring.gpg ] || options+=(--no-check-gpg)
        # An older debootstrap does not know the name; the steps are those of every Ubuntu.
        [ -e /usr/share/debootstrap/scripts/noble ] || script=(gutsy)
    fi
    if ! debootstrap "${options[@]}" "$1" "$root" "$mirror" "${script[@]}" >"build/chroots/$1.log" 2>&1; then
        rm -rf "$root"
        return 1
    fi
    cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    touch "$root/made"
}

enter() {
    for place in proc dev; do
        mountpoint -q "$root/$place" || mount --rbind "/$place" "$root/$place"
    done
}

leave() {
    for place in proc dev; do
        mountpoint -q "$root/$place" && umount -Rl "$root/$place"
    done
}

mkdir -p build/chroots
suites=("$@")
[ $# -gt 0 ] || suites=(bookworm trixie noble)
tried="" absent=""
for suite in "${suites[@]}"; do
    if ! made "$suite"; then
        absent+=" $suite"
        continue
    fi
    trap leave EXIT
    enter
    cp "$deb" "$root/secondop.deb"
    cp packaging/linux/try_deb.sh "$root/try_deb.sh"
    cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    echo "$suite:"
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" bash /try_deb.sh /secondop.deb
    leave
    trap - EXIT
    tried+=" $suite"
done
[ -z "$absent" ] || echo "Not tried, as it could not be got:$absent"
[ -n "$tried" ] && echo "The package works in:$tried"
