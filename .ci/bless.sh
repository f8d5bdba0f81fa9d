#!/usr/bin/env bash
# Accepts what changed: goldens and generated files are written anew. Read the difference before committing it.
. "$(dirname "$0")/env.sh"
step "Files generated from packages" -- node style/build.mjs --bless
step "Goldens" -- env BLESS=1 cargo test --locked
head_ "What changed"
git --no-pager diff --stat
