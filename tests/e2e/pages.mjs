// Properties of every page of the release: no accessibility violation that axe can detect, nothing in the console, nothing
// wider than the window; at 360 and 1440 px, in light and dark. The pages are divided into lists of about the same length,
// each of which one test file visits, so that the files run side by side.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';
import { sound } from './sound.mjs';

const DIST = process.env.SITE ?? 'dist';
/** The number of lists: pages-1.test.mjs and so on. */
export const LISTS = 4;

// Pages that are made alike are looked at in their extremes; the others one by one.
const MADE_ALIKE = ['/figures/', '/embed/', '/stories/', '/models/', '/grantees/', '/industries/', '/states/'];

/** The addresses of the pages to visit, each once. */
export function addresses() {
  const files = readdirSync(DIST, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();
  const all = files.filter((name) => /(^|\/)index\.html$/.test(name)).map((name) => `/${name.replace(/index\.html$/, '')}`);
  const some = MADE_ALIKE.flatMap((folder) => {
    const alike = all.filter((address) => address.startsWith(folder) && address !== folder);
    const weight = (address) => readFileSync(join(DIST, address, 'index.html')).length;
    const bySize = alike.sort((a, b) => weight(a) - weight(b));
    return [bySize[0], bySize.at(-1)].filter(Boolean);
  });
  const others = all.filter((address) => MADE_ALIKE.every((folder) => !address.startsWith(folder) || address === folder));
  return [...new Set([...others, ...some])];
}

/** One of the lists, from 1. */
export const list = (number) => addresses().filter((_, index) => index % LISTS === number - 1);

/** Declares the tests of a list. */
export function check(number) {
  let site;
  before(async () => { site = await openSite({ folder: DIST }); });
  after(() => site?.close());
  for (const address of list(number)) {
    for (const width of [360, 1440]) {
      test(`${address} at ${width} px`, async () => {
        const page = await site.page({ viewport: { width, height: 900 } });
        await page.visit(address);
        await sound(page);
        await page.done();
      });
    }
  }
}
