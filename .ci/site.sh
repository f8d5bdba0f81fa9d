#!/usr/bin/env bash
# The release: built by Trunk into dist/, prerendered by the desk, weighed.
#   PUBLIC_URL=/good-jobs/   when the site lives under a path
#   SITE_ORIGIN=https://…    its host, for addresses that must be whole; the catalogue's own where none is named
#   DIST=dist                where it is written
#   WEIGH=no                 leaves the weighing to whoever calls
. "$(dirname "$0")/env.sh"
PUBLIC_URL="${PUBLIC_URL:-/}"
DIST="${DIST:-dist}"

# The four modules in one call: each is linked by one processor, so that they share those that there are. Trunk
# finds its own done.
compiled() {
  cargo build --release --locked --offline --target wasm32-unknown-unknown --bin site --bin reader --bin embed --bin save
}
# A further entry, as Trunk would make it of what was compiled, into build/NAME.
entry() {
  local name=$1 wasm=target/wasm32-unknown-unknown/release/$1.wasm made=build/$1 flags
  if [ ! "$made/${name}_bg.wasm" -nt "$wasm" ]; then
    mkdir -p "$made"
    wasm-bindgen --target web --no-typescript --out-dir "$made" "$wasm" || return 1
    read -ra flags <<<"$(sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html)"
    wasm-opt -Oz "${flags[@]}" "$made/${name}_bg.wasm" -o "$made/${name}_opt.wasm" || return 1
    mv "$made/${name}_opt.wasm" "$made/${name}_bg.wasm"
  fi
}
# Every page that the explorer is not on is made to start the small module.
reader() { entry reader && node .ci/reader.mjs "$DIST"; }
# What draws an embed that was not published.
embed() { entry embed && node .ci/embed.mjs "$DIST"; }
# What makes files of a chart in the page.
save() { entry save && node .ci/save.mjs "$DIST"; }

step "Four modules compiled (about 5 min when nothing is cached)" -- compiled
step "Release build for $PUBLIC_URL (about 1 min when nothing is cached)" -- \
  trunk build --release --offline --locked --public-url "$PUBLIC_URL" --dist "$DIST"
# The app before anything is prerendered into it: what a static host shows at an address that has no file.
cp "$DIST/index.html" "$DIST/404.html"
step "Prerendering (about 1 min when no picture is kept)" -- cargo run --locked --quiet --bin outcomes -- build \
  --dist "$DIST" --public-url "$PUBLIC_URL" --kept "$CACHE/pictures" ${SITE_ORIGIN:+--origin "$SITE_ORIGIN"}
step "Pages without the explorer start a smaller module" -- reader
step "Embeds of any other view have a module of their own" -- embed
step "What makes files of a chart in the page" -- save
[ "${WEIGH:-}" = no ] || step "Weight of the first page" -- node .ci/weigh.mjs "$DIST"
