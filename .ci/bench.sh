#!/usr/bin/env bash
# Measures: loading and querying natively (criterion) and the same in the browser, in rows per second.
. "$(dirname "$0")/env.sh"
if grep -q '^\[\[bench\]\]' Cargo.toml; then
  step "Natively" -- cargo bench --locked
else
  say "(no native benchmark yet)"
fi
if [ -f tests/bench/browser.mjs ]; then
  step "The release" -- .ci/site.sh
  step "In the browser" -- env CHROME_PATH="$(browser_path)" node tests/bench/browser.mjs
else
  say "(no browser benchmark yet)"
fi
