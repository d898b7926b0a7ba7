#!/usr/bin/env bash
# Runs the tests with the newest, or the lowest, versions that pyproject.toml allows.
#   bounds.sh newest [TEST...]
#   bounds.sh oldest [TEST...]   of what pyproject.toml names; what that needs is the newest
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/python.sh
. packaging/tried.sh

which=$1
shift
case "$which" in
    newest) resolution=highest ;;
    oldest) resolution=lowest-direct ;;
    *) echo "bounds.sh takes newest or oldest." >&2 && exit 2 ;;
esac

packaging/linux/qt-libraries.sh
make_uv
environment "$which" "$(find_python)"
uv() { build/uv/bin/uv pip "$@" --quiet --no-config --python "build/$which/bin/python"; }
uv compile --resolution "$resolution" --no-header --no-annotate pyproject.toml --extra dev \
    --output-file "build/$which/parts.txt" >/dev/null
echo "The $which versions that pyproject.toml allows are in build/$which/parts.txt"
uv sync "build/$which/parts.txt"
uv install --no-deps --no-build-isolation --editable .
# These compare what is installed with the lock, which says nothing of what is tried here.
parts=tests/test_parts.py::test_what_the_lock_installs_here_is_told_with_its_version
licences=tests/packaging/test_licences.py
tests "$which" --deselect "$parts" --deselect \
    "$licences::test_every_part_of_this_program_has_a_licence_and_a_name_of_its_own" "$@"
