// Puts the module that answers unpublished embeds, build/embed, beside them, names it in embed/ask.js, and lays the way
// over marks beside it.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2];
const [glue, wasm] = ['embed.js', 'embed_bg.wasm'].map((name) => readFileSync(join('build/embed', name)));
const hash = createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 16);
writeFileSync(join(dist, 'embed', `app-${hash}.js`), glue);
writeFileSync(join(dist, 'embed', `app-${hash}_bg.wasm`), wasm);
const ask = readFileSync('public/embed/ask.js', 'utf8');
const named = ask.replace('EMBED_JS', `app-${hash}.js`).replace('EMBED_WASM', `app-${hash}_bg.wasm`);
if (named.includes('EMBED_')) throw new Error('public/embed/ask.js names a module that is not built');
writeFileSync(join(dist, 'embed', 'ask.js'), named);
// A sandboxed frame reads what stands in this folder, and no other script of the site.
for (const name of ['chart.js', 'tip.js', 'sound.js']) copyFileSync(join('public', name), join(dist, 'embed', name));
console.log(`embed/ask.js starts app-${hash}`);
