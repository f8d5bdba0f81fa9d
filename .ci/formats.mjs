// Puts the modules that read files that are no CSV, build/formats and build/parquet, into formats/, and names them in formats.js.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// The most bytes that each module may have as brotli sends it.
const LIMITS = { formats: 260_000, parquet: 200_000 };

const dist = process.argv[2];
mkdirSync(join(dist, 'formats'), { recursive: true });
let script = readFileSync(join(dist, 'formats.js'), 'utf8');
let isTooHeavy = false;
for (const [module, limit] of Object.entries(LIMITS)) {
  const [glue, wasm] = [`${module}.js`, `${module}_bg.wasm`].map((name) => readFileSync(join('build', module, name)));
  const app = `app-${createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 16)}`;
  writeFileSync(join(dist, 'formats', `${app}.js`), glue);
  writeFileSync(join(dist, 'formats', `${app}_bg.wasm`), wasm);
  for (const [kind, name] of [['JS', `${app}.js`], ['WASM', `${app}_bg.wasm`]]) {
    const key = `'${module.toUpperCase()}_${kind}'`;
    if (!script.includes(key)) throw new Error(`public/formats.js has no place for ${key}`);
    script = script.replace(key, `'${name}'`);
  }
  const packed = [glue, wasm].reduce((sum, bytes) => sum
    + brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length, 0);
  console.log(`formats.js starts formats/${app} (${module}): ${(packed / 1000).toFixed(1)} of ${limit / 1000} kB with brotli`);
  isTooHeavy ||= packed > limit;
}
writeFileSync(join(dist, 'formats.js'), script);
if (isTooHeavy) {
  console.error('✗ a module that reads files is too heavy.\n  Remedy: find what grew (twiggy top), or read that format elsewhere.');
  process.exit(1);
}
