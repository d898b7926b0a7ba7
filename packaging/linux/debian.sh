# shellcheck shell=bash
# Sourced: installs Debian packages where that is allowed, else says which line to run.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# install_debian PACKAGE... : true when they are installed afterwards.
install_debian() {
    if ! command -v apt-get >/dev/null 2>&1; then
        return 1
    fi
    if ! may_install; then
        echo "Run this line once, then start again:" >&2
        echo "    sudo apt-get install --no-install-recommends $*" >&2
        return 1
    fi
    echo "Installing system packages: $*"
    as_root apt-get update -qq </dev/null || echo "The list of packages could not be renewed; trying the one there is." >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" </dev/null >/dev/null
}
