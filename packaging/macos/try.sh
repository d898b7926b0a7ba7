#!/usr/bin/env bash
# Tries dist/secondop-*-macos-*.zip on this Mac: self-test, what the app says of itself, a double click.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto -x -k "$(ls -t dist/secondop-*-macos-*.zip | head -1)" "$folder"
app=$folder/Secondop.app
program=$app/Contents/MacOS/secondop

echo "passes the self-test"
QT_QPA_PLATFORM=offscreen "$program" self-test
echo "is signed, and says which files are its own"
codesign --verify --strict "$app"
plutil -lint "$app/Contents/Info.plist"
plutil -extract CFBundleDocumentTypes.0.LSItemContentTypes.0 raw "$app/Contents/Info.plist" | grep -qx org.secondop.journal
echo "opens the journal of a double click"
"$program" sample "$folder/sample.secondop"
open -a "$app" "$folder/sample.secondop"
for _ in $(seq 60); do
    [ -e "$folder/.sample.secondop.lock" ] && break
    sleep 1
done
[ -e "$folder/.sample.secondop.lock" ]
osascript -e "quit app \"Secondop\""
