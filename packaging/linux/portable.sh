#!/usr/bin/env bash
# Packs the frozen program with all its libraries as dist/secondop-VERSION-linux-ARCH.tar.xz.
set -euo pipefail
cd "$(dirname "$0")/../.."

packaging/freeze.sh
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
version=$(build/freezing/bin/python -c 'import secondop_desktop; print(secondop_desktop.__version__)')
name=secondop-$version-linux-$(uname -m)
mkdir -p dist
tar --create --xz --file "dist/$name.tar.xz" --directory build/frozen --sort=name --owner=0 --group=0 \
    --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --transform "s,^secondop,$name," secondop
du -sm "dist/$name.tar.xz" | awk '{ print $2 ": " $1 " MB" }'
