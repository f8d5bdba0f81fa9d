#!/usr/bin/env bash
# Every test, in the order in which a fault is cheapest to find. Stops at the first step that fails.
# What the runners say is kept in build/test/, so that the closing line adds up their own counts.
. "$(dirname "$0")/env.sh"
BEGAN=$SECONDS
LOGS=build/test
rm -rf "$LOGS"
mkdir -p "$LOGS"

# kept NAME COMMAND…: shows the output and keeps it; the exit code is the command's.
kept() {
  local name=$1
  shift
  set +e
  "$@" 2>&1 | tee "$LOGS/$name.log"
  local code=${PIPESTATUS[0]}
  set -e
  return "$code"
}

# What takes one processor and nothing else runs beside the steps that follow: `beside WORDS -- COMMAND…`, and where its
# result is needed, `joined`.
BESIDE=
beside() {
  BESIDE_WORDS=$1
  shift 2
  "$@" >"$LOGS/beside.log" 2>&1 &
  BESIDE=$!
  say "… $BESIDE_WORDS (beside what follows)"
}
joined() {
  local code=0
  wait "$BESIDE" || code=$?
  BESIDE=
  cat "$LOGS/beside.log"
  return "$code"
}
recomputed() {
  cargo run --locked --quiet --bin outcomes -- check
  python3 tests/recompute.py
}

in_browser() {
  local driver
  driver=$(driver_path)
  # The runner's browser: the same flags as tests/e2e/browser.mjs.
  node tests/e2e/browser.mjs webdriver "$(browser_path)" >"$LOGS/webdriver.json"
  CHROMEDRIVER="$driver" \
  WASM_BINDGEN_TEST_WEBDRIVER_JSON="$PWD/$LOGS/webdriver.json" \
  WASM_BINDGEN_TEST_ONLY_WEB=1 \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --locked --profile page --target wasm32-unknown-unknown --test browser
}

end_to_end() {
  CHROME_PATH="$(browser_path)" node .ci/end-to-end.mjs "$LOGS" tests/style/*.test.mjs tests/e2e/*.test.mjs
}

finish() {
  local code=$?
  [ -z "$BESIDE" ] || kill "$BESIDE" 2>/dev/null || true
  node .ci/count.mjs "$LOGS" "$code" "$(spell $((SECONDS - BEGAN)))" || code=1
  exit "$code"
}
trap finish EXIT

step "Formatting" -- cargo fmt --check
step "Generated files are what their sources say" -- node style/build.mjs --check
step "Lints, natively (about 1 min when nothing is cached)" -- cargo clippy --locked --quiet --all-targets -- -D warnings
step "Lints, for the browser (the same)" -- cargo clippy --locked --quiet --target wasm32-unknown-unknown --lib --bin site --bin reader --bin save --bin embed --example charts -- -D warnings
step "Native tests (about 7 min)" -- kept native cargo test --locked --no-fail-fast
beside "Every package held against its promises; answers recomputed from the CSV files by a script of its own" -- recomputed
step "Tests inside the browser (about 1 min when nothing is cached)" -- kept browser in_browser
step "The release, prerendered" -- env WEIGH=no .ci/site.sh
step "The same under a path" -- env WEIGH=no PUBLIC_URL=/good-jobs/ DIST=build/under-path .ci/site.sh
step "Packages are as promised, and answers are what the script has" -- joined
step "End-to-end tests (about 22 min)" -- end_to_end
step "Weight of the first page" -- node .ci/weigh.mjs dist
