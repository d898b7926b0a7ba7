#!/usr/bin/env bash
# Draws every page of a fresh sample journal, at 100 % and 200 %, light and dark.
#   screenshots.sh         into build/screenshots/
#   screenshots.sh --keep  and from there those that the documents show, into docs/ and resources/
set -euo pipefail
cd "$(dirname "$0")/.."

folder=build/screenshots
rm -rf "$folder"
mkdir -p "$folder"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
.venv/bin/secondop sample "$folder/sample.secondop"
.venv/bin/python -m secondop_desktop.window.pictures "$folder/sample.secondop" --to "$folder"
.venv/bin/secondop export "$folder/sample.secondop" --to "$folder/summary.pdf" >/dev/null
.venv/bin/python packaging/paper_picture.py "$folder/summary.pdf" "$folder/light-100/summary.png"
echo "The pictures are in $folder/"

[ "${1:-}" = --keep ] || exit 0
for kept in docs/pictures/*.png resources/pictures/*.png; do
    name=$(basename "$kept")
    [ "$name" != during.png ] || name=appointment-during.png
    cp "$folder/light-100/$name" "$kept"
    echo "$kept"
done
