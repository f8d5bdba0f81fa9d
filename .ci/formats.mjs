// Puts the module that unpacks spreadsheets, JSON and archives, build/formats, into formats/, and names it in formats.js.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// The most bytes that the module may have as brotli sends it.
const LIMIT = 260_000;

const dist = process.argv[2];
mkdirSync(join(dist, 'formats'), { recursive: true });
const [glue, wasm] = ['formats.js', 'formats_bg.wasm'].map((name) => readFileSync(join('build/formats', name)));
const app = `app-${createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 16)}`;
writeFileSync(join(dist, 'formats', `${app}.js`), glue);
writeFileSync(join(dist, 'formats', `${app}_bg.wasm`), wasm);
let script = readFileSync(join(dist, 'formats.js'), 'utf8');
for (const [key, name] of [['FORMATS_JS', `${app}.js`], ['FORMATS_WASM', `${app}_bg.wasm`]]) {
  if (!script.includes(`'${key}'`)) throw new Error(`public/formats.js has no place for ${key}`);
  script = script.replace(`'${key}'`, `'${name}'`);
}
writeFileSync(join(dist, 'formats.js'), script);
const packed = [glue, wasm].reduce((sum, bytes) => sum
  + brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length, 0);
console.log(`formats.js starts formats/${app}: ${(packed / 1000).toFixed(1)} of ${LIMIT / 1000} kB with brotli`);
if (packed > LIMIT) {
  console.error('✗ the module that unpacks files is too heavy.\n  Remedy: find what grew (twiggy top), or read that format elsewhere.');
  process.exit(1);
}
