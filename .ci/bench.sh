#!/usr/bin/env bash
# Measures: loading and querying natively (criterion) and the same in the browser, in rows per second; the bytes of a
# first visit; drawing, beside a baseline by hand and two libraries; Lighthouse. Packages of others are only fetched here.
. "$(dirname "$0")/env.sh"
step "Natively" -- cargo bench --locked
step "The release" -- env WEIGH=no .ci/site.sh
step "In the browser" -- env CHROME_PATH="$(browser_path)" node tests/bench/browser.mjs
step "Bytes of a first visit" -- env CHROME_PATH="$(browser_path)" node tests/bench/bytes.mjs
# fetched NAME: the packages of tests/bench/NAME, in a folder of the cache.
fetched() {
  mkdir -p "$TOOLS/$1"
  cp "tests/bench/$1/package.json" "tests/bench/$1/package-lock.json" "$TOOLS/$1/"
  (cd "$TOOLS/$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}
charts() {
  # Without a registry ours is still measured against the baseline.
  fetched charts || say "  The libraries could not be fetched: they are left out"
  cargo build --locked --release --target wasm32-unknown-unknown --example charts || return 1
  wasm-bindgen --target web --no-typescript --out-dir build/bench target/wasm32-unknown-unknown/release/examples/charts.wasm || return 1
  CHARTS="$TOOLS/charts" CHROME_PATH="$(browser_path)" node tests/bench/charts.mjs
}
step "Drawing, beside others (about 5 min when nothing is cached)" -- charts
lighthouse() {
  fetched lighthouse || return 1
  LIGHTHOUSE="$TOOLS/lighthouse" CHROME_PATH="$(browser_path)" node tests/bench/lighthouse.mjs
}
step "Lighthouse on a simulated slow phone (about 4 min)" -- lighthouse
