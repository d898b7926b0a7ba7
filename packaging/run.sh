#!/usr/bin/env bash
# Opens the window on the sample journal; without a screen, writes what it would have shown.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=build/sample
journal=$folder/sample.secondop
# Holds the checksum of a sample that nobody has changed: only such a one is written anew.
mark=$folder/untouched
mkdir -p "$folder"

has_screen() { [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }
untouched() { [ -e "$mark" ] && [ "$(cksum <"$journal")" = "$(cat "$mark")" ]; }
remember() { cksum <"$journal" >"$mark"; }

write_sample() {
    echo "Writing the sample journal"
    .venv/bin/secondop sample "$journal"
    remember
}

open_window() {
    packaging/linux/qt-libraries.sh --window
    [ -e "$journal" ] || write_sample
    echo "Opening $journal"
    exec .venv/bin/secondop "$journal"
}

write_pictures() {
    echo "There is no screen here, so no window can open. Instead of it, $folder/ gets the sample"
    echo "journal, its summary as a PDF and pictures of the main screens."
    export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
    packaging/linux/qt-libraries.sh
    if [ -e "$journal" ] && untouched; then rm "$journal"; fi
    if [ -e "$journal" ]; then
        echo "Keeping $journal, which was changed since it was written"
        rm -f "$mark"
    else
        write_sample
    fi
    echo "Writing the summary"
    .venv/bin/secondop export "$journal" --to "$folder/summary.pdf"
    echo "Writing the pictures"
    .venv/bin/python -m secondop_desktop.window.pictures "$journal" --to "$folder/pictures" --main-only
    if [ -e "$mark" ]; then remember; fi
    echo "Done: $folder/sample.secondop, $folder/summary.pdf and $folder/pictures/"
}

if has_screen; then
    open_window
else
    write_pictures
fi
