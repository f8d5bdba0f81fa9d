#!/usr/bin/env bash
# The release: built by Trunk into dist/, prerendered by the desk, weighed.
#   PUBLIC_URL=/good-jobs/   when the site lives under a path
#   DIST=dist                where it is written
#   WEIGH=no                 leaves the weighing to whoever calls
. "$(dirname "$0")/env.sh"
PUBLIC_URL="${PUBLIC_URL:-/}"
DIST="${DIST:-dist}"

step "Release build for $PUBLIC_URL (about 2 min when nothing is cached)" -- \
  trunk build --release --offline --locked --public-url "$PUBLIC_URL" --dist "$DIST"
# The app before anything is prerendered into it: what a static host shows at an address that has no file.
cp "$DIST/index.html" "$DIST/404.html"
if [ -n "$(cargo run --locked --quiet --bin outcomes -- help build)" ]; then
  step "Prerendering" -- cargo run --locked --quiet --bin outcomes -- build --dist "$DIST" --public-url "$PUBLIC_URL"
  for page in index.html explore/index.html data/index.html 404.html; do
    [ -s "$DIST/$page" ] || fail "The desk wrote no $page." "see src/publish/build.rs."
  done
else
  say "(the desk has no verb 'build' yet: nothing is prerendered)"
fi
[ "${WEIGH:-}" = no ] || step "Weight of the first page" -- node .ci/weigh.mjs "$DIST"
