#!/usr/bin/env bash
# Every check, side by side on the machine's cores (test.mjs). What it is given goes on to test.mjs: --long, --only WORD,
# --list. At the end of a whole run of a clean tree it writes what env.sh needs to take the builds for current.
. "$(dirname "$0")/env.sh"
export GOOD_JOBS_BROWSER GOOD_JOBS_DRIVER GOOD_JOBS_SOLVER
GOOD_JOBS_BROWSER=$(browser_path)
GOOD_JOBS_DRIVER=$(driver_path)
GOOD_JOBS_SOLVER=$(solver_home)/bin/python
# CI compiles the crate once, from nothing: what a later change could reuse would only cost time.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0
before=$(this_tree || true)
since=$(mktemp "$CACHE/since.XXXXXX")
# Files of this clone must be older than what is built from them.
touch -d '1 second ago' "$since"
finish() { rm -f "$since"; }
trap finish EXIT
node .ci/test.mjs "$@"
if [ $# = 0 ] && [ -n "$before" ] && [ "$(this_tree || true)" = "$before" ] && [ -z "$(git ls-files -z | xargs -0 -I{} find {} -maxdepth 0 -newer "$since" -print -quit)" ]; then
  touch -r "$since" "$CACHE/built-since"
  printf '%s\n' "$before" >"$CACHE/built-tree"
fi
