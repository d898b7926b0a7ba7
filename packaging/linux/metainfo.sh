#!/usr/bin/env bash
# Prints what shops for software are told, with the addresses of packaging/publisher.sh.
#   metainfo.sh VERSION DAY
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/publisher.sh

# url TYPE ADDRESS : the line for it; none without an address.
url() { [ -z "$2" ] || printf '  <url type="%s">%s</url>\n' "$1" "$2"; }

urls=$(url homepage "$HOMEPAGE"; url bugtracker "$BUGTRACKER")
sed "s,@VERSION@,$1,; s,@DATE@,$2,; s,@PICTURES@,$PICTURES," \
    packaging/linux/share/org.secondop.Secondop.metainfo.xml |
    awk -v urls="$urls" '$0 != "  @URLS@" { print; next } urls { print urls }'
