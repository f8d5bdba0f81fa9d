#!/usr/bin/env bash
# Measures: loading and querying natively (criterion) and the same in the browser, in rows per second.
. "$(dirname "$0")/env.sh"
step "Natively" -- cargo bench --locked
step "The release" -- env WEIGH=no .ci/site.sh
step "In the browser" -- env CHROME_PATH="$(browser_path)" node tests/bench/browser.mjs
step "Bytes of a first visit" -- env CHROME_PATH="$(browser_path)" node tests/bench/bytes.mjs
