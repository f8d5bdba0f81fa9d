// What a page costs, as brotli sends it: the WASM, its glue and the CSS that it names. The first page must stay under
// the limit, else the build fails; the explorer, which carries its engine, is only told.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// 245.6 kB measured: charts of many lines, withdrawn versions and “More about this chart” took 1.9 kB; the aim is 200.
const LIMIT = 246_000;
const dist = process.argv[2] ?? 'dist';

function weigh(file) {
  const page = readFileSync(join(dist, file), 'utf8');
  const base = page.match(/<base href="([^"]*)"/)?.[1] ?? '/';
  const names = new Set([...page.matchAll(/(?:href|src|data-js|data-wasm)="([^"]+\.(?:wasm|js|css))"/g)]
    .map(([, address]) => (address.startsWith(base) ? address.slice(base.length) : address)));
  if (![...names].some((name) => name.endsWith('.wasm'))) {
    console.error(`✗ ${file} names no WASM`);
    process.exit(1);
  }
  let total = 0;
  console.log(file);
  for (const name of [...names].sort()) {
    const bytes = readFileSync(join(dist, name));
    const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    total += small.length;
    console.log(`${String(bytes.length).padStart(9)} B  ${String(small.length).padStart(8)} B brotli  ${name}`);
  }
  return total;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const first = weigh('index.html');
console.log(`the first page: ${kB(first)} of ${kB(LIMIT)}`);
if (existsSync(join(dist, 'explore/index.html'))) console.log(`the explorer: ${kB(weigh('explore/index.html'))}`);
if (first > LIMIT) {
  console.error('✗ the first page is too heavy.\n  Remedy: find what grew (twiggy top), or move it to a page that needs it.');
  process.exit(1);
}
