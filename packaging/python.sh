# shellcheck shell=bash
# Sourced: finds a Python that suits, and installs into one exactly what a lock names.

# What pip was told for other work, such as to keep below a version, does not count here.
export PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; }

# find_python : the one that SECONDOP_PYTHON names, if any, else one on the path.
find_python() {
    local candidate
    for candidate in ${SECONDOP_PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "Secondop needs Python 3.11 to 3.14; install one of them and start again." >&2
    return 1
}

# install_locked PYTHON LOCK : no other version, no other file, and nothing built here.
install_locked() {
    "$1" -m pip install --progress-bar off --require-hashes --only-binary=:all: -r "$2"
}

# install_itself PYTHON : this folder, as it lies here.
install_itself() {
    "$1" -m pip install --progress-bar off --no-index --no-deps --no-build-isolation --editable .
}

# make_uv : build/uv/ with the uv that packaging/lock/uv.txt names.
make_uv() {
    local base
    if ! cmp -s packaging/lock/uv.txt build/uv/installed; then
        base=$(find_python)
        "$base" -m venv --clear build/uv
        install_locked build/uv/bin/python packaging/lock/uv.txt >build/uv/install.log
        cp packaging/lock/uv.txt build/uv/installed
    fi
}

# of_environment FOLDER : its Python, which Windows keeps elsewhere.
of_environment() {
    if [ -x "$1/Scripts/python.exe" ]; then
        echo "$1/Scripts/python.exe"
    else
        echo "$1/bin/python"
    fi
}
