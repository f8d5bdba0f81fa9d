// What each kind of page loads without interaction, in bytes as brotli sends them: the document, style sheets, scripts,
// modules, typefaces and data. tests/weights.json holds a limit for each page and what each file weighed when the limit
// was set, so that a failure names what grew or is new.
//   WRITE=1 node --test tests/e2e/weight.test.mjs    sets the limits to what the built site weighs, and 2 % more
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { openSite } from './page.mjs';

const FILE = 'tests/weights.json';
const limits = JSON.parse(readFileSync(FILE, 'utf8'));
const isWriting = process.env.WRITE === '1';
// These are sent as they are.
const PACKED = /\.(woff2|png)$/;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

let site;
before(async () => { site = await openSite(); });
after(async () => {
  if (isWriting) writeFileSync(FILE, `${JSON.stringify(limits, null, 1)}\n`);
  await site?.close();
});

/** A file's name without the hash that each build gives it. */
const nameOf = (url) => new URL(url).pathname.replace(/-[0-9a-f]{16}(?=[_.])/, '');

const packed = new Map();
function weightOf(url, body) {
  const { pathname } = new URL(url);
  if (!packed.has(pathname)) packed.set(pathname, PACKED.test(pathname) ? body.length : brotliCompressSync(body, QUALITY).length);
  return packed.get(pathname);
}

for (const address of Object.keys(limits)) {
  test(`${address} loads no more without a touch than its limit`, async () => {
    // A profile of its own: nothing comes from the cache of a page before.
    const page = await site.page({ extraHTTPHeaders: { 'x-weighed': address } });
    const bodies = [];
    page.on('response', (response) => {
      if (response.status() === 200) bodies.push(response.body().then((body) => [nameOf(response.url()), weightOf(response.url(), body)]));
    });
    await page.visit(address);
    await page.quiet();
    const files = Object.fromEntries((await Promise.all(bodies)).sort(([a], [b]) => (a < b ? -1 : 1)));
    await page.done();
    const total = Object.values(files).reduce((all, bytes) => all + bytes, 0);
    assert.ok(total > 5000, `${total} bytes: nothing was loaded`);
    if (isWriting) {
      limits[address] = { limit: Math.ceil(total * 1.02 / 1000) * 1000, files };
      return;
    }
    const { limit, files: before } = limits[address];
    const grew = Object.entries(files).map(([name, bytes]) => [name, bytes, bytes - (before[name] ?? 0)]).filter(([, , more]) => more > 0)
      .sort((a, b) => b[2] - a[2]).map(([name, bytes, more]) => `${name}: ${bytes} B, ${before[name] ? `${more} more` : 'new'}`);
    assert.ok(total <= limit, `${total} of ${limit} B. What grew: ${grew.join('; ') || 'nothing by itself'}`);
  });
}
