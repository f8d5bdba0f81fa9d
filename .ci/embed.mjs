// Puts the module that answers unpublished embeds, build/embed, beside them, names it in embed/ask.js, and puts beside it
// what makes a chart answer: the site's scripts, and the rules of style/chart.css that they need.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2];
const [glue, wasm] = ['embed.js', 'embed_bg.wasm'].map((name) => readFileSync(join('build/embed', name)));
const hash = createHash('sha256').update(glue).update(wasm).digest('hex').slice(0, 16);
writeFileSync(join(dist, 'embed', `app-${hash}.js`), glue);
writeFileSync(join(dist, 'embed', `app-${hash}_bg.wasm`), wasm);
const script = (name) => readFileSync(join(dist, 'embed', name), 'utf8');
const ask = script('ask.js');
const named = ask.replace('EMBED_JS', `app-${hash}.js`).replace('EMBED_WASM', `app-${hash}_bg.wasm`);
if (!named.includes(hash) || named.includes('EMBED_')) throw new Error('public/embed/ask.js names a module that is not built');
writeFileSync(join(dist, 'embed', 'ask.js'), named);
// A sandboxed frame reads what stands in this folder, and no other script of the site.
for (const name of ['chart.js', 'nodes.js', 'tip.js', 'sound.js']) copyFileSync(join(dist, name), join(dist, 'embed', name));

// The rules between the two comments; what the tokens are called there has its value from build/tokens.css, colors from the
// theme of the embed (style/embed-live.css).
const shared = /\/\* Also in embeds\. \*\/([^]*?)\/\* End of what is also in embeds\. \*\//.exec(readFileSync('style/chart.css', 'utf8'))?.[1];
if (!shared) throw new Error('style/chart.css does not say which rules are also in embeds');
const own = readFileSync('style/embed-live.css', 'utf8');
const tokens = new Map([...readFileSync('build/tokens.css', 'utf8').matchAll(/(--[\w-]+):\s*([^;}]+)/g)].map(([, name, value]) => [name, value]).reverse());
const known = new Set([...own.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
const used = new Set([...shared.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
// Named by the document of every embed (src/publish/prerender/embed/style.rs).
for (const name of ['--ink', '--ground', '--grid', '--axis', '--soft', '--bar']) known.add(name);
const sizes = [...used].filter((name) => !known.has(name)).map((name) => {
  if (!/^--(space|text|leading|weight|radius)-/.test(name) || !tokens.has(name)) throw new Error(`embeds have no ${name}`);
  return `${name}: ${tokens.get(name)}`;
});
const rules = `:root { ${sizes.join('; ')} }\n${own}\n${shared}`.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').trim();
const live = script('live.js').replace("'LIVE_RULES'", () => JSON.stringify(rules));
if (live.includes('LIVE_RULES')) throw new Error('public/embed/live.js has no place for its rules, or two');
writeFileSync(join(dist, 'embed', 'live.js'), live);
console.log(`embed/ask.js starts app-${hash}`);
