# shellcheck shell=bash
# Sourced: runs the tests in environments of their own under build/, beside .venv.

# environment NAME PYTHON : a fresh build/NAME/ for that Python.
environment() {
    mkdir -p build
    "$2" -m venv --clear "build/$1"
}

# tests NAME [TEST...] : all tests but the long ones, or those named, in build/NAME/.
tests() {
    local name=$1
    shift
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PATH="$PWD/build/$name/bin:$PATH" \
        "build/$name/bin/python" -m pytest -n 2 --dist worksteal -m "not long" "$@"
}
