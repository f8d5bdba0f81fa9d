// The app takes over a prerendered page without changing a node; without scripts the page is readable as it is.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

/** Makes the page keep in `window.mutations` what changes, from before any module has run. */
export const watchMutations = (page) => page.addInitScript(() => {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    window.mutations = [];
    // Setting an attribute to its old value is no visible change.
    const isChange = ({ type, target, attributeName, oldValue }) => type !== 'attributes' || target.getAttribute(attributeName) !== oldValue;
    const name = (node) => `${node.nodeName.toLowerCase()}${node.id ? `#${node.id}` : ''}`;
    new MutationObserver((records) => records.filter(isChange).forEach(({ type, target, attributeName, addedNodes, removedNodes }) =>
      window.mutations.push(`${type} of ${name(target)} ${attributeName ?? ''} +${[...addedNodes].map(name)} -${[...removedNodes].map(name)}`)))
      .observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });
  });
});

/** What has changed since, once the page has nothing left to do. */
export async function mutations(page) {
  await page.quiet();
  return page.evaluate(() => window.mutations);
}

// One of each kind.
const PAGES = ['', 'explore/', 'data/', 'data/good-jobs-challenge/', 'data/good-jobs-challenge/changes/1.3.0/', 'accessibility/', 'use/', 'share-your-story/', 'publish-your-data/', 'record/', 'figures/', 'figures/good-jobs-challenge-people-placed-25000/', 'grantees/', 'grantees/washington-student-achievement-council/', 'industries/healthcare/', 'states/', 'states/MO/', 'definitions/', 'find/', 'compare/', 'stories/', 'stories/boston-child-care/', 'models/', 'phases/', 'figures/maryland-department-of-labor-wage-hourly-part-22-32/'];

/** Declares the tests of a built site: `folder` is served below `base`. */
export function checkTakeover({ folder, base }) {
  let site;
  before(async () => { site = await openSite({ folder, base }); });
  after(() => site?.close());
  const isPrerendered = (address) => {
    const file = `${folder}/${address}index.html`;
    return existsSync(file) && /<main[\s>]/.test(readFileSync(file, 'utf8'));
  };
  for (const address of PAGES.filter(isPrerendered)) {
    for (const tail of ['', '?utm_source=mail', 'index.html']) {
      test(`${base}${address}${tail} is taken over without a mutation`, async () => {
        const page = await site.page();
        await watchMutations(page);
        await page.visit(address + tail);
        assert.deepEqual(await mutations(page), []);
        await page.done();
      });
    }

    test(`${base}${address} is readable without scripts`, async () => {
      const page = await site.page({ javaScriptEnabled: false });
      await page.goto(new URL(address, site.url).href);
      assert.ok(await page.locator('main h1').first().isVisible());
      await page.done();
    });
  }
}
