#!/usr/bin/env bash
# Lists the name of every test, one a line, sorted, in build/test/names.txt: native, in the browser, end to end. Needs the
# built site (dist/ and build/under-path/), since pages decide which end-to-end tests there are.
#   names.sh              writes the list and compares it with tests/names/before.txt
. "$(dirname "$0")/env.sh"
export GOOD_JOBS_BROWSER
GOOD_JOBS_BROWSER=$(browser_path)
mkdir -p build/test
[ -d dist ] && [ -d build/under-path ] || fail "The site is not built." "run: .ci/test.sh --only 'site under a path'"

cargo_names() { sed -n "s/^\(.*\): test$/$1 \1/p"; }
{
  cargo test --locked --quiet --lib --test native -- --list 2>/dev/null | cargo_names native
  sed -n 's/^ *\(async \)\{0,1\}fn \([a-z_0-9]*\)().*/\2/p' tests/browser.rs | sed 's/^/browser /'
  for file in tests/style/*.test.mjs tests/e2e/*.test.mjs; do
    CHROME_PATH="$GOOD_JOBS_BROWSER" node --import ./.ci/list-tests.mjs "$file" | sed "s|^|$(basename "$file" .test.mjs): |"
  done
} | sort -u >build/test/names.txt
say "$(wc -l <build/test/names.txt) tests: build/test/names.txt"
node .ci/names.mjs
