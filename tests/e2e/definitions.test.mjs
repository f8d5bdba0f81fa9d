// A term with a definition opens it in place, by keyboard, pointer and touch; without scripts it is a link to the page
// of all definitions.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite({ folder: process.env.SITE ?? 'dist' }); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
const open = (page) => page.locator('.term-box:popover-open');
const places = (page) => page.evaluate(() => [...document.querySelectorAll('main *')]
  .filter((node) => node.getClientRects().length)
  .map((node) => { const { x, y, width, height } = node.getBoundingClientRect(); return [x, y + scrollY, width, height].map(Math.round).join(); }));

test('Enter opens a definition, Escape closes it, the focus returns', async () => {
  const page = await site.page(PHONE);
  await page.visit('/record/');
  const word = page.locator('.record th .term', { hasText: 'Placement rate' });
  await word.focus();
  const before = await places(page);
  await page.keyboard.press('Enter');
  await open(page).waitFor();
  assert.match(await open(page).innerText(), /share who were placed/);
  assert.ok(await open(page).locator('a[href*="/data/"]').count(), 'the definition names its source');
  assert.deepEqual(await places(page), before, 'nothing is moved');
  assert.ok(await open(page).evaluate((box) => box.contains(document.activeElement)));
  await page.keyboard.press('Escape');
  assert.equal(await open(page).count(), 0);
  assert.ok(await word.evaluate((node) => node === document.activeElement));
  assert.equal(new URL(page.url()).pathname, '/record/');
  await page.done();
});

test('a touch opens a definition, a touch elsewhere closes it', async () => {
  const page = await site.page({ ...PHONE, hasTouch: true });
  await page.visit('/states/MO/');
  await page.locator('.term', { hasText: 'Median' }).first().tap();
  await open(page).waitFor();
  const box = await open(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740, JSON.stringify(box));
  await page.touchscreen.tap(180, 10);
  assert.equal(await open(page).count(), 0);
  await page.done();
});

test('the button in a definition closes it; a second word closes the first', async () => {
  const page = await site.page();
  await page.visit('/record/');
  await page.locator('th .term', { hasText: 'Goal' }).click();
  await open(page).waitFor();
  await open(page).getByRole('button', { name: 'Close' }).click();
  assert.equal(await open(page).count(), 0);
  await page.locator('th .term', { hasText: 'Enrolled' }).click();
  await page.locator('th .term', { hasText: 'Wage' }).click();
  assert.equal(await open(page).count(), 1);
  assert.match(await open(page).innerText(), /Wage of those placed/);
  await page.done();
});

test('with a key for a new tab the link is a link', async () => {
  const page = await site.page();
  await page.visit('/record/');
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('th .term', { hasText: 'Goal' }).click({ modifiers: ['ControlOrMeta'] }),
  ]);
  assert.match(tab.url(), /\/definitions\/#target$/);
  assert.equal(await open(page).count(), 0);
  await tab.close();
  await page.done();
});

test('without scripts a word leads to its definition', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(new URL('/record/', site.url).href);
  assert.equal(await page.locator('.term-box').first().isVisible(), false);
  await page.locator('th .term', { hasText: 'Placed in' }).click();
  assert.match(page.url(), /\/definitions\/#placement$/);
  const entry = page.locator('#placement');
  assert.ok(await entry.isVisible());
  assert.match(await entry.innerText(), /sectoral partnership/);
  await page.done();
});

test('an open definition is not printed', async () => {
  const page = await site.page();
  await page.visit('/record/');
  await page.locator('th .term', { hasText: 'Goal' }).click();
  await open(page).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.term-box').filter({ visible: true }).count(), 0);
  await page.done();
});

test('axe finds nothing with a definition open, in both schemes', async () => {
  const opened = async (page) => {
    await page.locator('.record th .term').first().click();
    await open(page).waitFor();
  };
  assert.deepEqual(await violations(site, '/record/', { ...PHONE, schemes: SCHEMES }, opened), []);
  assert.deepEqual(await violations(site, '/definitions/', { ...PHONE, schemes: SCHEMES }), []);
});

test('the page of definitions names pages that use a word, and they do', async () => {
  const page = await site.page();
  await page.visit('/definitions/');
  const links = await page.locator('#placement-rate .used-on a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(links.length > 2, links.join());
  await page.visit(links[0]);
  assert.ok(await page.locator('main a[data-term="placement-rate"]').count());
  await page.done();
});
