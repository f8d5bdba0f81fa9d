// The app takes over a prerendered page without changing a node, at the root and under a path; links and controls then
// work. Without scripts the page is readable as it is.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';
import { mutations, watchMutations } from './takeover.mjs';

const SITES = [{ folder: 'dist', base: '/' }, { folder: 'build/under-path', base: '/good-jobs/' }];
const sites = new Map();
before(async () => { for (const where of SITES) sites.set(where, await openSite(where)); });
after(async () => { for (const site of sites.values()) await site.close(); });
// One of each kind.
const PAGES = ['', 'explore/', 'data/', 'data/good-jobs-challenge/', 'record/', 'figures/', 'figures/good-jobs-challenge-people-placed-25000/', 'grantees/', 'grantees/washington-student-achievement-council/', 'industries/healthcare/', 'states/', 'states/MO/', 'definitions/', 'find/', 'compare/', 'stories/', 'stories/boston-child-care/', 'models/', 'phases/', 'figures/maryland-department-of-labor-wage-hourly-part-22-32/'];
const prerendered = ({ folder }, address) => {
  const file = `${folder}/${address}index.html`;
  return existsSync(file) && /<main[\s>]/.test(readFileSync(file, 'utf8'));
};

for (const where of SITES) {
  for (const address of PAGES.filter((address) => prerendered(where, address))) {
    for (const tail of ['', '?utm_source=mail', 'index.html']) {
      test(`${where.base}${address}${tail} is taken over without a mutation`, async () => {
        const page = await sites.get(where).page();
        await watchMutations(page);
        await page.visit(address + tail);
        assert.deepEqual(await mutations(page), []);
        await page.done();
      });
    }

    test(`${where.base}${address} is readable without scripts`, async () => {
      const site = sites.get(where);
      const page = await site.page({ javaScriptEnabled: false });
      await page.goto(new URL(address, site.url).href);
      assert.ok(await page.locator('main h1').first().isVisible());
      await page.done();
    });
  }
}
