#!/usr/bin/env bash
# Makes dist/secondop-VERSION.flatpak: no network, no home; files come in by the system's own window.
# Needs make dev, flatpak-builder, and the runtime that the manifest names (flatpak install it once by hand).
#   build.sh --sources  only gathers what it is built from, in build/flatpak/sources/
set -euo pipefail
cd "$(dirname "$0")/../.."
export PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

id=org.secondop.Secondop
sources=build/flatpak/sources
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' secondop_desktop/__init__.py)
released=$(sed -n 's/^RELEASED = "\(.*\)"/\1/p' secondop_desktop/__init__.py)
rm -rf "$sources"
mkdir -p "$sources/wheels" "$sources/program" "$sources/share"
cp packaging/lock/run.txt resources/program/secondop.svg "$sources"
cp packaging/linux/share/* "$sources/share"
packaging/linux/metainfo.sh "$version" "$released" >"$sources/share/$id.metainfo.xml"
# Inside there is another name for the type's icon, as a Flatpak may only bring names of its own.
sed -i "s,<icon name=\"application,<icon name=\"$id.application," "$sources/share/$id.mime.xml"
# One that has hatchling; make dev makes it.
python=${SECONDOP_PYTHON:-.venv/bin/python}
# The Python of the runtime, which is not the one here.
"$python" -m pip download --quiet --dest "$sources/wheels" --no-deps --require-hashes --only-binary=:all: \
    --python-version 3.13 -r packaging/lock/run.txt
"$python" -m hatchling build -t wheel -d "$sources/program"
[ "${1:-}" != --sources ] || exit 0

flatpak-builder --force-clean --repo=build/flatpak/repo build/flatpak/build "packaging/flatpak/$id.json"
mkdir -p dist
flatpak build-bundle build/flatpak/repo "dist/secondop-$version.flatpak" $id
