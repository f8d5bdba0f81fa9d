// Gives the pages that neither the explorer nor a comparison is on the smaller module, build/reader, instead of `site`.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2];
const [glue, wasm] = ['reader.js', 'reader_bg.wasm'].map((name) => readFileSync(join('build/reader', name)));
const hash = createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 16);
writeFileSync(join(dist, `reader-${hash}.js`), glue);
writeFileSync(join(dist, `reader-${hash}_bg.wasm`), wasm);

const pages = readdirSync(dist, { recursive: true }).map(String).filter((name) => name.endsWith('.html'));
let changed = 0;
for (const page of pages) {
  const path = join(dist, page);
  const html = readFileSync(path, 'utf8');
  // Only what was prerendered without an explorer: an empty body is for `site` to fill, and a published view
  // on its own starts nothing at all.
  if (!/<main[\s>]/.test(html) || /data-island="?(explorer|compare)/.test(html) || !/data-wasm=/.test(html)) continue;
  const swapped = html.replace(/\bsite-[0-9a-f]+(?=(?:_bg\.wasm|\.js)")/g, `reader-${hash}`);
  if (swapped === html) throw new Error(`${page} names no module to replace`);
  writeFileSync(path, swapped);
  changed += 1;
}
console.log(`${changed} of ${pages.length} pages start reader-${hash}`);
