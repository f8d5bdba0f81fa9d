// What the first page costs, as brotli sends it: the WASM, its glue and the CSS that index.html names.
// More than the limit fails the build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 250_000;
const dist = process.argv[2] ?? 'dist';
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const base = page.match(/<base href="([^"]*)"/)?.[1] ?? '/';
const names = new Set([...page.matchAll(/(?:href|src|data-js|data-wasm)="([^"]+\.(?:wasm|js|css))"/g)]
  .map(([, address]) => (address.startsWith(base) ? address.slice(base.length) : address)));

let total = 0;
for (const name of [...names].sort()) {
  const bytes = readFileSync(join(dist, name));
  const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  total += small.length;
  console.log(`${String(bytes.length).padStart(9)} B  ${String(small.length).padStart(8)} B brotli  ${name}`);
}
console.log(`together ${(total / 1000).toFixed(1)} kB of ${LIMIT / 1000} kB`);
if (![...names].some((name) => name.endsWith('.wasm'))) {
  console.error('✗ index.html names no WASM');
  process.exit(1);
}
if (total > LIMIT) {
  console.error('✗ the first page is too heavy.\n  Remedy: find what grew (twiggy top), or move it into a part loaded when asked for.');
  process.exit(1);
}
