#!/usr/bin/env bash
# Plants the faults of tests/planted.json and sees that the tests catch each (planted.mjs).
. "$(dirname "$0")/env.sh"
export CHROME_PATH
CHROME_PATH=$(browser_path)
# The program of native tests, as it was built last: faults that it reads at run time need no build.
export NATIVE
NATIVE=$(find "$CARGO_BUILD_BUILD_DIR/debug/deps" -maxdepth 1 -name 'native-*' -type f -perm -u+x -printf '%T@ %p\n' | sort -rn | head -1 | cut -d' ' -f2)
[ -n "$NATIVE" ] || fail "The native tests are not built." "run: make test"
[ -d dist ] && [ -d build/under-path ] || fail "The site is not built." "run: make test"
exec node .ci/planted.mjs "$@"
