// Gives a page that Trunk wrote for a host's root another base: every address that it names from the root.
//   node .ci/base.mjs PAGE BASE
import { readFileSync, writeFileSync } from 'node:fs';

const [page, base] = process.argv.slice(2);
if (!/^\/(.*\/)?$/.test(base)) throw new Error(`the base ${base} does not begin and end with a slash: set PUBLIC_URL to "/" or to a path such as "/good-jobs/"`);
const html = readFileSync(page, 'utf8');
const placed = html.replace(/\b(href|src|data-js|data-wasm)="\/(?!\/)/g, `$1="${base}`);
if (!placed.includes(`<base href="${base}"`)) throw new Error(`${page} has no <base> for ${base}`);
writeFileSync(page, placed);
