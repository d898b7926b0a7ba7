#!/usr/bin/env bash
# Measures how long the frozen program takes to paint its window, against the one from source, in one run.
#   start_times.sh [TIMES]
set -euo pipefail
cd "$(dirname "$0")/.."

times=${1:-7}
frozen=build/frozen-system/secondop/secondop
[ -x "$frozen" ] || frozen=build/frozen/secondop/secondop
[ -x "$frozen" ] || { echo "Make it first: make frozen" >&2; exit 1; }
exec .venv/bin/python packaging/start_times.py "$times" "$frozen"
