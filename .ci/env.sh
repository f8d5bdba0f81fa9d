# Shared by every script here; sourced, never run.
# Names where tools and caches live, and the words in which scripts speak.
#
# A version is written once, in the file of the tool that reads it: rust-toolchain.toml, Trunk.toml,
# Cargo.toml (wasm-bindgen), package.json. The functions below read it from there.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

CACHE="${GOOD_JOBS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/good-jobs-outcomes}"
TOOLS="$CACHE/tools"
mkdir -p "$TOOLS/bin"

# Intermediate artifacts are shared by all clones; what a build hands out (target/) is this clone's own,
# so that two clones that build at the same time never take each other's result.
export CARGO_BUILD_BUILD_DIR="$CACHE/target"
unset CARGO_TARGET_DIR
# Cargo decides by modification time whether a build is current, and a fresh clone has new times. So:
# - Where the last use of the cache was a whole `make test` of exactly this tree (test.sh wrote its hash at the end) and
#   nothing here is changed, the files get the time of that run: what was built then is current.
# - Otherwise, on a change of clone, the crate is built again: an older file here could differ from what was built there.
# Any other use of the cache forgets the hash.
this_tree() { [ -z "$(git status --porcelain 2>/dev/null || echo no)" ] && git rev-parse 'HEAD^{tree}' 2>/dev/null; }
if [ -z "${GOOD_JOBS_INSIDE:-}" ]; then
  export GOOD_JOBS_INSIDE=1
  if [ -s "$CACHE/built-tree" ] && [ "$(cat "$CACHE/built-tree")" = "$(this_tree)" ]; then
    git ls-files -z | xargs -0 touch -h -r "$CACHE/built-since"
  elif [ "$(cat "$CACHE/built-in" 2>/dev/null || true)" != "$PWD" ]; then
    touch src/lib.rs
  fi
  printf '%s\n' "$PWD" >"$CACHE/built-in"
  rm -f "$CACHE/built-tree"
fi
export PATH="$TOOLS/bin:$PWD/node_modules/.bin:$HOME/.cargo/bin:$PATH"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
export CARGO_NET_RETRY=5

if [ -t 1 ]; then BOLD=$'\e[1m'; PLAIN=$'\e[0m'; else BOLD=''; PLAIN=''; fi

say()  { printf '%s\n' "$*"; }
head_() { printf '\n%s── %s%s\n' "$BOLD" "$*" "$PLAIN"; }

# fail WHAT REMEDY: the only way a script here gives up on its own.
fail() {
  printf '\n%s✗ %s%s\n  Remedy: %s\n' "$BOLD" "$1" "$PLAIN" "$2" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

spell() { # seconds, in words
  local s=$1
  if [ "$s" -lt 60 ]; then printf '%d s' "$s"; else printf '%d min %02d s' $((s / 60)) $((s % 60)); fi
}

# step WORDS -- COMMAND…: names the step, runs it, says how long it took; its failure ends the script.
# What stands in brackets is what to expect, and is not repeated.
step() {
  local words=$1 began=$SECONDS
  shift 2
  head_ "$words"
  if ! "$@"; then
    printf '%s✗ %s (after %s)%s\n' "$BOLD" "${words%% (*}" "$(spell $((SECONDS - began)))" "$PLAIN" >&2
    exit 1
  fi
  say "✓ ${words%% (*} ($(spell $((SECONDS - began))))"
}

rust_version()    { sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml; }
trunk_version()   { sed -n 's/^trunk-version *= *"=\{0,1\}\(.*\)"/\1/p' Trunk.toml; }
bindgen_version() { sed -n 's/^wasm-bindgen *= *"=\(.*\)"/\1/p' Cargo.toml; }
node_minimum()    { sed -n 's/.*"node": *">=\([0-9]*\).*/\1/p' package.json; }

# Where the exact toolchain is not installed under its own name but the default one is of that version, use it.
if has rustup && [[ $'\n'"$(rustup toolchain list 2>/dev/null || true)" != *$'\n'"$(rust_version)-"* ]]; then
  if [[ "$(rustc +stable --version 2>/dev/null || true)" == "rustc $(rust_version) "* ]]; then
    export RUSTUP_TOOLCHAIN=stable
  fi
fi

# The Python environment of tests/attack.py, by its list of versions; `cksum` is on every machine.
solver_home() { printf '%s/python/%s' "$CACHE" "$(cksum <tests/requirements.txt | tr ' ' '-')"; }

# A browser: CHROME_PATH and CHROMEDRIVER when given, else what is installed under a usual name.
browser_path() {
  local name
  if [ -n "${CHROME_PATH:-}" ]; then printf '%s' "$CHROME_PATH"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if has "$name"; then command -v "$name"; return; fi
  done
}
driver_path() {
  if [ -n "${CHROMEDRIVER:-}" ]; then printf '%s' "$CHROMEDRIVER"; return; fi
  if has chromedriver; then command -v chromedriver; fi
}
