// Properties of every page of the release: no accessibility violation that axe can detect, nothing in the
// console, nothing wider than the window; at 360 and 1440 px, in light and dark.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';
import { sound } from './sound.mjs';

const DIST = process.env.SITE ?? 'dist';
const files = readdirSync(DIST, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();
const addresses = files.filter((name) => /(^|\/)index\.html$/.test(name)).map((name) => `/${name.replace(/index\.html$/, '')}`);

let site;
before(async () => { site = await openSite({ folder: DIST }); });
after(() => site?.close());

// Pages that are made alike are looked at in their extremes; the others one by one.
const MADE_ALIKE = ['/figures/', '/embed/', '/stories/', '/models/', '/grantees/', '/industries/', '/states/'];
const some = MADE_ALIKE.flatMap((folder) => {
  const alike = addresses.filter((address) => address.startsWith(folder) && address !== folder);
  const weight = (address) => readFileSync(join(DIST, address, 'index.html')).length;
  const bySize = alike.sort((a, b) => weight(a) - weight(b));
  return [bySize[0], bySize.at(-1)].filter(Boolean);
});
const others = addresses.filter((address) => MADE_ALIKE.every((folder) => !address.startsWith(folder) || address === folder));

for (const address of [...others, ...some]) {
  for (const width of [360, 1440]) {
    test(`${address} at ${width} px`, async () => {
      const page = await site.page({ viewport: { width, height: 900 } });
      await page.visit(address);
      await sound(page);
      await page.done();
    });
  }
}
