// What must hold of every page that is open, in one load: nothing that axe-core finds in either color scheme, and nothing
// wider than the window. That nothing was logged or refused is held by `page.done()`.
import assert from 'node:assert/strict';
import { SCHEMES, violationsOn } from './axe.mjs';

/** Fails unless the open page has all of these properties. */
export async function sound(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the window`);
  assert.deepEqual(await violationsOn(page, SCHEMES), []);
}
