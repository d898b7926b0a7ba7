#!/usr/bin/env bash
# Writes the exact parts, with their checksums for every system, that Secondop is installed from.
#   make.sh            keeps what is pinned, and adds what pyproject.toml newly asks for
#   make.sh --upgrade  takes the newest that pyproject.toml allows
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/python.sh

# compile NAME OPTION... : writes packaging/lock/NAME.txt of the parts that the options pick.
compile() {
    local name=$1
    shift
    build/uv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
        --output-file "packaging/lock/$name.txt" "$@" >/dev/null
    echo "packaging/lock/$name.txt is written"
}

make_uv
compile run pyproject.toml --extra build "$@"
compile dev pyproject.toml --extra dev --constraint packaging/lock/run.txt "$@"
compile uv --group lock "$@"
compile freeze --group freeze "$@"
