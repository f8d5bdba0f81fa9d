#!/usr/bin/env bash
# The release: built by Trunk into build/app, prerendered into dist/ by the command-line tool, weighed.
#   site.sh modules          compiles the six modules and stops
#   PUBLIC_URL=/good-jobs/   when the site lives under a path
#   SITE_ORIGIN=https://…    its host, for addresses that must be whole; the catalog's own where none is named
#   DIST=dist                where it is written
#   WEIGH=no                 leaves the weighing to the caller
#   APP=built                takes build/app as the last call left it
#   OUTCOMES=PATH            the command-line tool, where it is built already
. "$(dirname "$0")/env.sh"
PUBLIC_URL="${PUBLIC_URL:-/}"
DIST="${DIST:-dist}"

# The six modules in one call: each is linked on one core, so that they share the cores. Trunk finds its own done.
compiled() {
  cargo build --release --locked --offline --target wasm32-unknown-unknown --bin site --bin reader --bin embed --bin save \
    --bin formats --bin parquet
}
if [ "${1:-}" = modules ]; then compiled; exit; fi

# A further entry, as Trunk would make it of what was compiled, into build/NAME.
entry() {
  local name=$1 wasm=target/wasm32-unknown-unknown/release/$1.wasm made=build/$1 flags
  if [ ! "$made/${name}_bg.wasm" -nt "$wasm" ]; then
    mkdir -p "$made"
    wasm-bindgen --target web --no-typescript --out-dir "$made" "$wasm" || return 1
    read -ra flags <<<"$(sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html)"
    wasm-opt -Oz "${flags[@]}" "$made/${name}_bg.wasm" -o "$made/${name}_opt.wasm" || return 1
    # The module of most pages is worth two more rounds, which take half a minute and save 700 bytes with brotli.
    if [ "$name" = reader ]; then
      flags+=(--strip-producers --strip-target-features)
      wasm-opt -Oz "${flags[@]}" "$made/${name}_opt.wasm" -o "$made/${name}_more.wasm" || return 1
      wasm-opt --reorder-locals --coalesce-locals --vacuum -Oz "${flags[@]}" "$made/${name}_more.wasm" -o "$made/${name}_opt.wasm" || return 1
      rm "$made/${name}_more.wasm"
    fi
    mv "$made/${name}_opt.wasm" "$made/${name}_bg.wasm"
  fi
}
# The modules beside Trunk's own: `reader` for pages without the explorer, `embed` for embeds that were not published,
# `save` for files of a chart, `formats` and `parquet` for files that are no CSV. Each takes one core.
entries() {
  local jobs=() job code=0
  for name in reader embed save formats parquet; do entry "$name" & jobs+=($!); done
  for job in "${jobs[@]}"; do wait "$job" || code=1; done
  return "$code"
}
# Trunk writes addresses for a host's root; another base only changes those of index.html.
placed() {
  rm -rf "$DIST"
  mkdir -p "$(dirname "$DIST")"
  cp -R build/app "$DIST"
  node .ci/base.mjs "$DIST/index.html" "$PUBLIC_URL" || return 1
  # The app before anything is prerendered into it: what a static host shows at an address that has no file.
  cp "$DIST/index.html" "$DIST/404.html"
}

if [ "${APP:-}" != built ]; then
  step "Six modules compiled (about 5 min when nothing is cached)" -- compiled
  step "Trunk's release build (about 1 min when nothing is cached)" -- \
    trunk build --release --offline --locked --public-url / --dist build/app
  step "Modules of pages that are read, of embeds and of files (about 1 min when nothing is cached)" -- entries
fi
placed
if [ -z "${OUTCOMES:-}" ]; then
  step "The command-line tool compiled (about 4 min when nothing is cached)" -- cargo build --locked --bin outcomes
  OUTCOMES=target/debug/outcomes
fi
step "Prerendering for $PUBLIC_URL (about 1 min when no picture is cached)" -- "$OUTCOMES" build \
  --dist "$DIST" --public-url "$PUBLIC_URL" --kept "$CACHE/pictures" ${SITE_ORIGIN:+--origin "$SITE_ORIGIN"}
step "Pages without the explorer start a smaller module" -- node .ci/reader.mjs "$DIST"
step "Embeds of any other view have a module of their own" -- node .ci/embed.mjs "$DIST"
step "The module that makes files of a chart" -- node .ci/save.mjs "$DIST"
step "The modules that read files that are no CSV" -- node .ci/formats.mjs "$DIST"
[ "${WEIGH:-}" = no ] || step "Weight of pages" -- node .ci/weigh.mjs "$DIST"
