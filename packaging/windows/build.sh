#!/usr/bin/env bash
# Makes dist/secondop-VERSION-setup.exe. On Windows, in the bash that comes with git; needs NSIS 3.
#   build.sh          freezes and packs
#   build.sh PAYLOAD  only packs a folder that is there, as a test of the script does elsewhere
# SIGNTOOL_SHA1 names the certificate that signs the programs and the installer; without it Windows
# warns of an unknown publisher.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/python.sh
PATH=$PATH:"/c/Program Files (x86)/NSIS"

sign() {
    [ -z "${SIGNTOOL_SHA1:-}" ] || signtool sign //sha1 "$SIGNTOOL_SHA1" //fd SHA256 "$@"
}

payload=${1:-}
if [ -z "$payload" ]; then
    packaging/freeze.sh
    payload=build/frozen/secondop
    sign "$payload"/*.exe
fi
python=$(find_python)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' secondop_desktop/__init__.py)
out=dist/secondop-$version-setup.exe
[ $# -eq 0 ] || out=build/windows/try-setup.exe
"$python" packaging/windows/files.py "$payload" build/windows/files.nsh
mkdir -p dist
# NSIS looks for files from the folder of its script.
root=$(cygpath -m "$PWD" 2>/dev/null || pwd)
makensis -V2 -DVERSION="$version" -DPAYLOAD="$root/$payload" -DFILES="$root/build/windows/files.nsh" \
    -DICON="$root/build/icons/secondop.ico" -DLICENCE="$root/LICENSE" -DOUT="$root/$out" \
    packaging/windows/secondop.nsi
sign "$out"
du -sm "$out" | awk '{ print $2 ": " $1 " MB" }'
