#!/usr/bin/env bash
# Measures: loading and querying natively (criterion) and the same in the browser, in rows per second; the bytes of a
# first visit; Lighthouse, whose packages are only fetched here.
. "$(dirname "$0")/env.sh"
step "Natively" -- cargo bench --locked
step "The release" -- env WEIGH=no .ci/site.sh
step "In the browser" -- env CHROME_PATH="$(browser_path)" node tests/bench/browser.mjs
step "Bytes of a first visit" -- env CHROME_PATH="$(browser_path)" node tests/bench/bytes.mjs
lighthouse() {
  mkdir -p "$TOOLS/lighthouse"
  cp tests/bench/lighthouse/package.json tests/bench/lighthouse/package-lock.json "$TOOLS/lighthouse/"
  (cd "$TOOLS/lighthouse" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || return 1
  LIGHTHOUSE="$TOOLS/lighthouse" CHROME_PATH="$(browser_path)" node tests/bench/lighthouse.mjs
}
step "Lighthouse on a simulated slow phone (about 4 min)" -- lighthouse
