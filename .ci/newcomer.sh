#!/usr/bin/env bash
# A newcomer's first hour: this checkout's commit, cloned into an empty folder, and the README's two commands.
#   EMPTY_CACHE=1   with an empty cache too: everything is built from nothing (about half an hour)
. "$(dirname "$0")/env.sh"
HERE=$PWD
if [ -n "$(git status --porcelain)" ]; then say "(changes that are not committed are not in the clone)"; fi
PLACE=$(mktemp -d "${TMPDIR:-/tmp}/newcomer.XXXXXX")
dev=''
finish() {
  local code=$?
  if [ -n "$dev" ]; then kill -- "-$dev" 2>/dev/null || true; fi
  rm -rf "$PLACE"
  exit "$code"
}
trap finish EXIT
if [ -n "${EMPTY_CACHE:-}" ]; then export GOOD_JOBS_CACHE="$PLACE/cache"; fi

step "Clone" -- git clone --quiet "$HERE" "$PLACE/clone"
cd "$PLACE/clone"
commands=$(sed -n 's/^    \(make [a-z]*\)$/\1/p' README.md)
[ "$commands" = $'make dev\nmake test' ] || fail "README.md does not show the two commands." "keep 'make dev' and 'make test' there, indented by four spaces, alone on their lines."

# setsid: the server and all that it starts end together.
opens() {
  local address='' began=$SECONDS
  setsid make dev >"$PLACE/dev.log" 2>&1 &
  dev=$!
  while [ -z "$address" ] || ! node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$address"; do
    if ! kill -0 "$dev" 2>/dev/null; then cat "$PLACE/dev.log"; return 1; fi
    if [ $((SECONDS - began)) -gt 2400 ]; then cat "$PLACE/dev.log"; say "no answer after 40 min"; return 1; fi
    sleep 1
    address=$(sed -n 's/.*Open \(http:[^ ]*\) .*/\1/p' "$PLACE/dev.log")
  done
  grep '^✓' "$PLACE/dev.log"
  say "answers at $address after $(spell $((SECONDS - began)))"
  .ci/setup.sh test >/dev/null || return 1
  CHROME_PATH="$(browser_path)" node tests/e2e/opens.mjs "$address" src/lib.rs || return 1
  kill -- "-$dev" 2>/dev/null || true
  wait "$dev" 2>/dev/null || true
  dev=''
}
step "make dev, until the app shows in a browser" -- opens
step "make test" -- make test
