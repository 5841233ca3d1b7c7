#!/bin/sh
# Finds a recent Python (or installs Debian's, if allowed) and runs prepare.py.
# Usage: prepare.sh run|test|lint|docs|app|check-app. Set PYTHON=… to choose the Python.
set -eu
cd "$(dirname "$0")/.."

good() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if good "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ] && command -v apt-get >/dev/null 2>&1; then
    install="apt-get install --yes --no-install-recommends python3 python3-venv"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install
    elif sudo -n true 2>/dev/null; then
        sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive $install
    fi
    python=$(find_python)
fi
if [ -z "$python" ]; then
    echo "vschaos studio needs Python 3.11 or newer, but none was found." >&2
    echo "Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv), or set its path: make PYTHON=/path/to/python3 …" >&2
    exit 1
fi
exec "$python" scripts/prepare.py "$@"
