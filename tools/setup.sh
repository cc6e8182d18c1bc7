#!/bin/sh
# Brings what is missing: system libraries and fonts (apt-get; and what EXTRA names), .venv, the pinned requirements. Safe to run again.
set -eu
cd "$(dirname "$0")/.."
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-liberation chromium ${EXTRA:-}"
"$PYTHON" -c 'import ensurepip' 2>/dev/null || packages="$packages python3-venv"

if command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    for package in $packages; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        echo "Installing:$missing"
        as_root=""
        [ "$(id -u)" = 0 ] || as_root="sudo"
        $as_root apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
else
    echo "No apt-get here: please install Pango, HarfBuzz (subset), Noto CJK and Liberation fonts, and set CHROMIUM=; see README.md" >&2
fi

"$PYTHON" - <<'PY'
import sys
if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed; say which one with make PYTHON=python3.11")
PY
files="requirements.txt requirements/demo.txt requirements/dev.txt"
# shellcheck disable=SC2086
wanted=$(cat $files | sha256sum | cut -d' ' -f1)
if [ "$(cat .venv/.requirements 2>/dev/null || true)" != "$wanted" ]; then
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements.txt -r requirements/demo.txt -r requirements/dev.txt
    echo "$wanted" > .venv/.requirements
fi
