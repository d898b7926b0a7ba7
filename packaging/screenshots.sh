#!/usr/bin/env bash
# Draws every page of a fresh sample journal, at 100 % and 200 %, light and dark.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=build/screenshots
rm -rf "$folder"
mkdir -p "$folder"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
.venv/bin/secondop sample "$folder/sample.secondop"
.venv/bin/python -m secondop_desktop.window.pictures "$folder/sample.secondop" --to "$folder"
echo "The pictures are in $folder/"
