#!/bin/sh
# Pins the requirements anew with hashes: production (requirements.txt), demo and dev.
set -eu
cd "$(dirname "$0")/.."
pin() {
    .venv/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o "$2" "$1"
}
pin requirements/production.in requirements.txt
pin requirements/demo.in requirements/demo.txt
pin requirements/dev.in requirements/dev.txt
