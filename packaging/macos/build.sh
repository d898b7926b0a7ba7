#!/usr/bin/env bash
# Makes dist/secondop-VERSION-macos-ARCH.zip, with Secondop.app in it. On a Mac only.
#   CODESIGN_IDENTITY  signs with this identity ("Developer ID Application: ..."), else only for here
#   NOTARY_PROFILE     has Apple look at it (a profile made once by: xcrun notarytool store-credentials)
# An app that Apple has not looked at opens only by the right mouse button and Open, the first time.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/python.sh

packaging/freeze.sh
app=build/frozen/Secondop.app
version=$("$(of_environment build/freezing)" -c 'import secondop_desktop; print(secondop_desktop.__version__)')
zip=dist/secondop-$version-macos-$(uname -m).zip
identity=${CODESIGN_IDENTITY:--}

# Inside out, as --deep would give each library the entitlements of the whole.
hardened=()
[ "$identity" = - ] || hardened=(--options runtime --timestamp)
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -exec \
    codesign --force "${hardened[@]}" --sign "$identity" {} +
codesign --force "${hardened[@]}" --entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --strict "$app"

mkdir -p dist
rm -f "$zip"
ditto -c -k --keepParent "$app" "$zip"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$zip" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$app"
    rm -f "$zip"
    ditto -c -k --keepParent "$app" "$zip"
fi
du -sm "$zip" | awk '{ print $2 ": " $1 " MB" }'
