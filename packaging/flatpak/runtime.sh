#!/usr/bin/env bash
# Installs the runtime that the manifest names, from the remote that this computer has, or from the one
# whose description FLATPAK_REMOTE names. The one step of a Flatpak that asks the network.
set -euo pipefail
cd "$(dirname "$0")"
manifest=org.secondop.Secondop.json
told() { sed -n "s/^  \"$1\": \"\(.*\)\",$/\1/p" $manifest; }

[ -z "${FLATPAK_REMOTE:-}" ] || flatpak remote-add --user --if-not-exists given "$FLATPAK_REMOTE"
remote=$(flatpak remotes --columns=name | head -1)
[ -n "$remote" ] || { echo "No remote of Flatpak is set up: name one in FLATPAK_REMOTE." >&2; exit 1; }
version=$(told runtime-version)
flatpak install --user -y "$remote" "$(told runtime)//$version" "$(told sdk)//$version"
