// Comparisons: selected by keyboard, stored in an address, with a warning where the numbers cannot be ranked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
const heads = (page) => page.locator('table.compare thead th').allTextContents();

test('a choice made by keyboard changes the address, and Back returns to the previous one', async () => {
  const page = await site.page(PHONE);
  await page.visit('/compare/?of=states&items=MO~VA');
  await page.locator('table.compare thead th', { hasText: 'Missouri' }).waitFor();
  assert.deepEqual(await heads(page), ['Missouri', 'Virginia']);
  await page.getByLabel('Column 3').focus();
  await page.keyboard.type('Puerto');
  await page.keyboard.press('Enter');
  // A list that scripts do not watch is sent by its button.
  await page.waitForURL(/items=PR/, { timeout: 2000 }).catch(async () => { await page.getByRole('button', { name: 'Compare' }).click(); });
  await page.locator('table.compare thead th', { hasText: 'Puerto Rico' }).waitFor();
  assert.deepEqual(await heads(page), ['Missouri', 'Virginia', 'Puerto Rico']);
  await page.goBack();
  await page.started();
  await page.waitForFunction(() => [...document.querySelectorAll('table.compare thead th')].map((head) => head.textContent).join() === 'Missouri,Virginia');
  assert.deepEqual(await heads(page), ['Missouri', 'Virginia']);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.done();
});

test('the chosen ones are named among all, and the drawing speaks', async () => {
  const page = await site.page();
  await page.visit('/compare/?of=occupations&items=47-2111~47-2152');
  await page.locator('table.compare thead th', { hasText: 'Electricians' }).waitFor();
  const strip = page.locator('svg.drawing:visible');
  const texts = await strip.locator('text').allTextContents();
  assert.ok(texts.some((text) => /Electricians/.test(text)), texts.join());
  assert.match(await strip.getAttribute('aria-label'), /^Dot strip/);
  await page.done();
});

test('from a profile to a comparison that warns', async () => {
  const page = await site.page(PHONE);
  await page.visit('/grantees/maryland-department-of-labor/');
  await page.getByRole('link', { name: 'Compare with others' }).click();
  await page.started();
  await page.locator('table.compare thead th', { hasText: 'Maryland' }).waitFor();
  assert.match(await page.locator('table.compare').innerText(), /not published/);
  const near = page.locator('section', { has: page.getByRole('heading', { name: 'Suggested comparisons' }) });
  await near.getByRole('link').first().click();
  await page.started();
  await page.waitForFunction(() => document.querySelectorAll('table.compare thead th').length === 3);
  assert.match(await page.locator('table.compare').innerText(), /Not ranked/);
  await page.done();
});

test('without scripts the example and the form are there', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(new URL('compare/', site.url).href);
  assert.ok(await page.locator('table.compare').isVisible());
  assert.ok(await page.getByRole('button', { name: 'Compare' }).isVisible());
  await page.done();
});

test('a key that nobody knows is told, and the rest is compared', async () => {
  const page = await site.page();
  await page.visit('/compare/?of=states&items=XX~MO');
  await page.getByText('“XX” cannot be compared here').waitFor();
  assert.ok((await heads(page)).includes('Missouri'));
  await page.done();
});

test('no violation, in both schemes', async () => {
  const wait = (page) => page.locator('table.compare thead th', { hasText: 'Missouri' }).waitFor();
  assert.deepEqual(await violations(site, '/compare/?of=states&items=MO~VA~PR', { ...PHONE, schemes: SCHEMES }, wait), []);
});
