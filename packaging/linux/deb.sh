#!/usr/bin/env bash
# Packs the frozen program as dist/secondop_VERSION_ARCH.deb, for Debian 12 and 13 and Ubuntu 24.04.
# Twice from one commit it comes out the same, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/linux/debian.sh
. packaging/publisher.sh

for tool in dpkg-deb dpkg-shlibdeps strip; do
    command -v $tool >/dev/null || install_debian dpkg-dev binutils
done
# Of the Python that Debian brings, which freeze.sh takes where it can make an environment.
/usr/bin/python3 -c "import ensurepip, venv" 2>/dev/null || install_debian python3-venv || true
# Of Wayland, which Qt's libraries are asked about below; the rest is what Qt always needs.
packaging/linux/qt-libraries.sh
ldconfig -p | grep -q libwayland-cursor || install_debian libwayland-cursor0 libwayland-egl1
packaging/freeze.sh --system
frozen=build/frozen-system/secondop
python=build/freezing/bin/python
share=packaging/linux/share
icon=resources/program/secondop.svg
id=org.secondop.Secondop
version=$($python -c 'import secondop_desktop; print(secondop_desktop.__version__)')
arch=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
day=$($python -c 'import secondop_desktop; print(secondop_desktop.RELEASED)')
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/secondop
usr=$root/usr

put_program() {
    install -d "$usr/bin" "$usr/lib" "$root/DEBIAN"
    cp -r "$frozen" "$usr/lib/secondop"
    ln -s ../lib/secondop/secondop "$usr/bin/secondop"
    ln -s secondop "$usr/bin/secondop-window"
}

put_desktop() {
    local size place
    install -Dm644 $share/$id.desktop "$usr/share/applications/$id.desktop"
    install -d "$usr/share/metainfo"
    packaging/linux/metainfo.sh "$version" "$day" >"$usr/share/metainfo/$id.metainfo.xml"
    install -Dm644 $share/$id.mime.xml "$usr/share/mime/packages/$id.xml"
    for place in apps/$id mimetypes/application-vnd.secondop.journal; do
        install -Dm644 $icon "$usr/share/icons/hicolor/scalable/$place.svg"
        for size in 48 128 256; do
            install -Dm644 build/icons/$size.png "$usr/share/icons/hicolor/${size}x$size/$place.png"
        done
    done
}

put_documents() {
    local doc=$usr/share/doc/secondop
    install -d "$doc" "$usr/share/man/man1" "$usr/share/lintian/overrides"
    $python packaging/linux/manual.py | gzip -9n >"$usr/share/man/man1/secondop.1.gz"
    ln -s secondop.1.gz "$usr/share/man/man1/secondop-window.1.gz"
    gzip -9n <CHANGELOG.md >"$doc/NEWS.gz"
    printf 'secondop (%s) stable; urgency=medium\n\n  * See NEWS.\n\n -- %s  %s\n' "$version" \
        "$MAINTAINER" "$(date -Ru -d "@$SOURCE_DATE_EPOCH")" |
        gzip -9n >"$doc/changelog.gz"
    cp packaging/linux/copyright "$doc/copyright"
    cp packaging/linux/lintian-overrides "$usr/share/lintian/overrides/secondop"
}

set_rights() {
    find "$root" -type d -exec chmod 755 {} +
    find "$usr" -type f -exec chmod 644 {} +
    chmod 755 "$usr/lib/secondop/secondop"
}

# What the libraries that are carried need of the system.
needs() {
    mkdir -p "$work/debian"
    printf 'Source: secondop\n\nPackage: secondop\nArchitecture: any\n' >"$work/debian/control"
    local libs
    libs=$(find "$usr/lib/secondop" -name '*.so*' -type f -printf '%h\n' | sort -u | sed 's/^/-l/')
    # shellcheck disable=SC2086
    (cd "$work" && find secondop/usr/lib/secondop -type f \( -name '*.so*' -o -name secondop \) |
        xargs dpkg-shlibdeps -O --ignore-missing-info $libs 2>"$work/warnings" |
        sed 's/^shlibs:Depends=//')
}

put_control() {
    local depends
    depends=$(needs) || { grep error "$work/warnings" >&2; exit 1; }
    cat >"$root/DEBIAN/control" <<CONTROL
Package: secondop
Version: $version
Architecture: $arch
Maintainer: $MAINTAINER
Installed-Size: $(du -sk --apparent-size "$usr" | cut -f1)
Depends: $depends
Recommends: xdg-utils, shared-mime-info, desktop-file-utils
Section: misc
Priority: optional
${HOMEPAGE:+Homepage: $HOMEPAGE
}Description: health journal for a second medical opinion
 Keeps what matters when somebody asks for a second medical opinion: the
 question, what each doctor said, records, results, medicines and the
 decision. It puts the opinions side by side and prints a summary for a
 doctor; it never diagnoses, ranks or advises.
 .
 Everything stays in one file on this computer.
CONTROL
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
}

put_program
put_desktop
put_documents
set_rights
put_control
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
mkdir -p dist
# Four megabytes less than by the usual settings; to unpack it takes 65 MB of memory.
dpkg-deb --root-owner-group -Zxz -z9 -Sextreme --threads-max=2 --build "$root" "dist/secondop_${version}_$arch.deb"
du -sm "dist/secondop_${version}_$arch.deb" | awk '{ print $2 ": " $1 " MB" }'
