#!/usr/bin/env bash
# Installs what the app needs: `setup.sh dev` to build and serve it, `setup.sh test` for a browser too.
# Every part looks first whether it is there, so that a second run costs a second.
. "$(dirname "$0")/env.sh"
WHAT="${1:-test}"
BEGAN=$SECONDS

prerequisites() {
  has rustup || fail "rustup is not installed." "install it from https://rustup.rs and open a new shell."
  has cc || fail "There is no C compiler (cc)." "Debian, Ubuntu: apt-get install build-essential; macOS: xcode-select --install."
  has node || fail "Node is not installed." "install Node $(node_minimum) or newer (https://nodejs.org or your package manager)."
  has npm || fail "npm is not installed." "install it beside Node (Debian: apt-get install npm)."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$(node_minimum)" ] || fail "Node $(node --version) is too old." "install Node $(node_minimum) or newer."
}

rust_toolchain() {
  local version root
  version=$(rust_version)
  if [[ "$(rustc --version 2>/dev/null || true)" != "rustc $version "* ]]; then
    head_ "Rust $version (about 1 min)"
    rustup toolchain install "$version" --profile minimal --component rustfmt --component clippy \
      --target wasm32-unknown-unknown \
      || fail "Rust $version could not be installed." "check the network, then: rustup toolchain install $version"
  fi
  root=$(rustc --print sysroot)
  if [ ! -d "$root/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    head_ "The wasm32 target of Rust (about 20 s)"
    rustup target add wasm32-unknown-unknown \
      || fail "The wasm32 target could not be installed." "check the network, then: rustup target add wasm32-unknown-unknown"
  fi
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    head_ "rustfmt and clippy (about 10 s)"
    rustup component add rustfmt clippy \
      || fail "rustfmt or clippy could not be installed." "check the network, then: rustup component add rustfmt clippy"
  fi
}

# cargo_tool CRATE VERSION BINARY WORDS [FLAGS…]: taken where it is installed in the right version, else built once into
# the cache. A tool that runs for seconds is not optimized, except the crates of wasm-bindgen that read and write
# modules: without optimization they take longer than the build of the tool saves.
cargo_tool() {
  local crate=$1 version=$2 binary=$3 words=$4 hot=()
  shift 4
  if [ "$("$TOOLS/bin/$binary" --version 2>/dev/null || true)" = "$binary $version" ]; then return; fi
  if [ "$("$binary" --version 2>/dev/null || true)" = "$binary $version" ]; then return; fi
  local name
  for name in walrus wasmparser wasm-encoder wasm-bindgen-cli-support wasm-bindgen-wasm-interpreter leb128; do
    hot+=(--config "profile.release.package.$name.opt-level=2")
  done
  [ "$crate" = wasm-bindgen-cli ] || hot=()
  step "$crate $version, built from source ($words on 2 cores; once)" -- \
    env CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL=0 \
    CARGO_TARGET_DIR="$CACHE/tools-build" CARGO_BUILD_BUILD_DIR="$CACHE/tools-build" \
    cargo install --locked --root "$TOOLS" "$crate" --version "$version" "${hot[@]}" "$@"
}

# Packages are installed once per lock file into the cache; node_modules here only points there.
npm_packages() {
  local key home
  key=$(node -p '
    const lock = require("fs").readFileSync("package-lock.json");
    require("crypto").createHash("sha256").update(lock).digest("hex").slice(0, 16)')
  home="$CACHE/node/$key"
  if [ ! -f "$home/complete" ]; then
    head_ "npm packages (about 20 s; once)"
    rm -rf "$home"
    mkdir -p "$home"
    cp package.json package-lock.json "$home/"
    (cd "$home" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error) \
      || fail "npm packages could not be installed." "check the network and 'npm config get registry', then run this again."
    touch "$home/complete"
  fi
  if [ "$(readlink node_modules 2>/dev/null)" != "$home/node_modules" ]; then
    rm -rf node_modules
    ln -s "$home/node_modules" node_modules
  fi
}

# Crates are fetched here, once per lock file; the builds then need no network.
crates() {
  local key
  key=$(cksum <Cargo.lock | tr -d ' ')
  if [ -f "$CACHE/fetched/$key" ]; then return; fi
  head_ "Crates (about 30 s; once)"
  cargo fetch --locked --target "$(rustc -vV | sed -n 's/^host: //p')" --target wasm32-unknown-unknown \
    || fail "Crates could not be fetched." "check the network, then: cargo fetch --locked (if it asks for another Cargo.lock, commit that)"
  mkdir -p "$CACHE/fetched"
  touch "$CACHE/fetched/$key"
}

browser() {
  if [ -n "$(browser_path)" ] && [ -n "$(driver_path)" ]; then return; fi
  if has apt-get && [ "$(id -u)" = 0 ]; then
    head_ "Chromium and its driver, by apt-get (about 1 min; once)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver; } >/dev/null \
      || fail "Chromium could not be installed." "apt-get update && apt-get install chromium chromium-driver, and read what it says."
  fi
  [ -n "$(browser_path)" ] || fail "No Chromium was found." "install Chromium or Chrome (Debian: sudo apt-get install chromium chromium-driver) or set CHROME_PATH."
  [ -n "$(driver_path)" ] || fail "No chromedriver was found." "install the one of your Chromium's version (Debian: sudo apt-get install chromium-driver) or set CHROMEDRIVER."
}

# A host as people run it, for tests/e2e/hosting.test.mjs.
web_server() {
  PATH="$PATH:/usr/sbin:/usr/local/sbin"
  if has nginx; then return; fi
  if has apt-get && [ "$(id -u)" = 0 ]; then
    head_ "nginx, by apt-get (about 10 s; once)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light; } >/dev/null \
      || fail "nginx could not be installed." "apt-get update && apt-get install nginx-light, and read what it says."
  fi
  has nginx || fail "No nginx was found." "install it with your package manager (Debian: sudo apt-get install nginx-light; macOS: brew install nginx)."
}

# For tests/recompute.py, which checks answers without any of our code; its standard library is enough.
python() {
  if has python3; then return; fi
  if has apt-get && [ "$(id -u)" = 0 ]; then
    head_ "Python 3, by apt-get (about 30 s; once)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3; } >/dev/null \
      || fail "Python 3 could not be installed." "apt-get install python3, and read what it says."
  fi
  has python3 || fail "Python 3 is not installed." "install python3 with your package manager."
}

# SciPy with the solver HiGHS for tests/attack.py, in an environment of its own: 150 MB. Once per list of versions.
solver() {
  local home
  home=$(solver_home)
  if [ -f "$home/complete" ]; then return; fi
  if ! python3 -c 'import ensurepip' 2>/dev/null && has apt-get && [ "$(id -u)" = 0 ]; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv; } >/dev/null || true
  fi
  head_ "SciPy, by pip (about 20 s; once)"
  rm -rf "$home"
  { python3 -m venv "$home" && "$home/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: -r tests/requirements.txt; } \
    || fail "SciPy could not be installed." "use Python 3.11 or newer with venv (Debian: sudo apt-get install python3-venv), check the network and 'pip config list', then run this again."
  touch "$home/complete"
}

# What people open a report's files with, for tests/e2e/export.test.mjs.
other_software() {
  if has soffice && has pdftotext && has unzip; then return; fi
  if has apt-get && [ "$(id -u)" = 0 ]; then
    head_ "LibreOffice without its windows, poppler and unzip, by apt-get (about 1 min; once)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      poppler-utils unzip libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-draw-nogui; } >/dev/null \
      || fail "LibreOffice or poppler could not be installed." "apt-get update && apt-get install poppler-utils unzip libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-draw-nogui, and read what it says."
  fi
  has soffice || fail "No LibreOffice (soffice) was found." "install it with your package manager (Debian: sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-draw-nogui)."
  has pdftotext || fail "No pdftotext was found." "install poppler with your package manager (Debian: sudo apt-get install poppler-utils; macOS: brew install poppler)."
  has unzip || fail "No unzip was found." "install it with your package manager (Debian: sudo apt-get install unzip)."
}

# Data packages of others, for tests/e2e/external.test.mjs; 20 MB.
strangers() {
  node .ci/third-party-packages.mjs "$CACHE" || fail "Packages of others could not be fetched." "check the network and 'npm config get registry', then run this again."
}

prerequisites
rust_toolchain
crates
npm_packages
cargo_tool wasm-bindgen-cli "$(bindgen_version)" wasm-bindgen "about 1 min" --no-default-features
cargo_tool trunk "$(trunk_version)" trunk "about 3 min" --no-default-features
node style/build.mjs
if [ "$WHAT" != dev ]; then
  python
  solver
  browser
  web_server
  other_software
  strangers
fi
say "✓ set up ($(spell $((SECONDS - BEGAN))); tools and caches in $CACHE)"
