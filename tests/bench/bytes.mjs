// What a first visit to each kind of page transfers, compressed with brotli as a host would send it: before it can be
// read (the document and its style sheets), before it can be used (until the app has started), and in all.
//   node tests/bench/bytes.mjs [ADDRESS…]      after `make site`
import { brotliCompressSync } from 'node:zlib';
import { openSite } from '../e2e/page.mjs';

const KINDS = ['/', '/record/', '/explore/', '/figures/', '/figures/good-jobs-challenge-people-placed-25000/', '/data/', '/data/wages-oews-2025/', '/embed/awards-by-state/'];
const COMPRESSED = /\.(woff2|png)$/;

const site = await openSite();
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
console.log('before read  before use     in all  page');
for (const address of process.argv.length > 2 ? process.argv.slice(2) : KINDS) {
  const page = await site.page();
  const files = [];
  page.on('response', (response) => files.push(response.body().then((body) => {
    const { pathname } = new URL(response.url());
    const bytes = COMPRESSED.test(pathname) ? body.length : brotliCompressSync(body).length;
    return { kind: response.request().resourceType(), bytes };
  })));
  const sum = async (of) => (await Promise.all(files)).filter(({ kind }) => !of || of.includes(kind)).reduce((all, { bytes }) => all + bytes, 0);
  await page.visit(address);
  const [read, used] = [await sum(['document', 'stylesheet']), await sum()];
  await page.waitForLoadState('networkidle');
  console.log(`${kB(read)}   ${kB(used)}  ${kB(await sum())}  ${address}`);
  await page.leave();
}
await site.close();
