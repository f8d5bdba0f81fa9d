#!/usr/bin/env bash
# Plants the faults of tests/planted.json and sees that the tests catch each (planted.mjs).
. "$(dirname "$0")/env.sh"
export CHROME_PATH
CHROME_PATH=$(browser_path)
[ -d dist ] && [ -d build/under-path ] || fail "The site is not built." "run: make test"
exec node .ci/planted.mjs "$@"
