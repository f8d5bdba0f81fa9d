#!/usr/bin/env bash
# Draws every chart of the goldens and shows, as pictures, what is not as it was: build/pictures/report.html.
# Ends with 0 where all are equal, 2 where some differ, 1 where they could not be drawn or compared.
. "$(dirname "$0")/env.sh"
rm -rf build/pictures/after
step "Drawing" -- cargo test --locked --quiet --no-run --test native
# What differs fails these tests; the report tells more of it than they do.
cargo test --locked --quiet --test native scene::goldens >/dev/null 2>&1 || true
cargo test --locked --quiet --test native gallery::every_sort >/dev/null 2>&1 || true
[ -d build/pictures/after/charts ] || fail "Nothing was drawn." "cargo test --test native gallery, and mend what it says."
cargo run --locked --quiet --bin outcomes -- report
