// A number is traced to its row by clicking: from a chart on a profile, from Explore and from the page of a figure to
// the line of the file, which is fetched and read here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite({ folder: process.env.SITE ?? 'dist' }); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };

/** The line that a link names, as the server gives it. */
async function line(href) {
  const address = new URL(href, site.url);
  const text = await (await fetch(address)).text();
  const at = Number(/^#row=(\d+)$/.exec(address.hash)[1]);
  return text.split(/\r?\n/)[at - 1];
}

/** The rows of a figure's table: (words of the row, value, address of the line). */
const rows = (table) => table.locator('tbody tr').evaluateAll((all) => all.map((row) => ({
  label: row.querySelector('th').textContent,
  value: row.querySelector('td.number').textContent,
  href: row.querySelector('a[href*="#row="]')?.getAttribute('href'),
})));

test('each wage on the page of a state names the line that holds it', async () => {
  const page = await site.page(PHONE);
  await page.visit('/states/MO/');
  const figure = page.locator('.figure', { hasText: 'Median' }).first();
  await figure.locator('.figure-data > summary').first().click();
  const found = (await rows(figure)).filter(({ href }) => href);
  assert.ok(found.length > 2, `${found.length} rows`);
  for (const { value, href } of found) {
    const cells = await line(href);
    assert.match(href, /\/v\/\d+\.\d+\.\d+\//, 'the version that is kept');
    assert.match(cells, /^MO,/);
    assert.ok(cells.split(',').includes(/[\d.]+/.exec(value)[0]), `${value} in ${cells}`);
  }
  await page.done();
});

test('Explore names the line of each number after the question is changed', async () => {
  const page = await site.page();
  await page.visit('/explore/?package=wages-oews-2025&measure=hourly_median&by=state&view=table&f.occupation_code=47-2111');
  const table = page.locator('.figure-table');
  await table.locator('a[href*="#row="]').first().waitFor();
  const found = await rows(table);
  assert.ok(found.length > 40);
  for (const { value, href } of [found[0], found.at(-1)]) {
    const cells = (await line(href)).split(',');
    assert.equal(cells[1], '47-2111');
    assert.ok(cells.includes(/[\d.]+/.exec(value)[0]), `${value} in ${cells}`);
  }
  await page.done();
});

test('a count of awards names the line of each', async () => {
  const page = await site.page();
  await page.visit('/explore/?measure=awards&by=state&view=table&f.state=ID');
  const row = page.locator('.figure-table tbody tr').first();
  await row.waitFor();
  const links = await row.locator('a[href*="#row="]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.equal(links.length, Number(/\d+/.exec(await row.locator('td.number').first().innerText())[0]));
  for (const href of links) assert.ok((await line(href)).length > 10);
  await page.done();
});

test('the page of a figure shows its row without scripts', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(new URL('/figures/good-jobs-challenge-people-placed-25000/', site.url).href);
  const row = page.locator('#row-good-jobs-challenge-people-placed-jff-2026');
  assert.ok(await row.locator('td', { hasText: /^25000$/ }).isVisible());
  const href = await row.locator('a', { hasText: 'figures.csv' }).getAttribute('href');
  assert.match(await line(href), /^good-jobs-challenge-people-placed-jff-2026,.*,25000,/);
  const source = await row.locator('a', { hasText: 'sources.csv' }).getAttribute('href');
  assert.match(await line(source), /^jff-2026,/);
  await page.done();
});

test('a value in a table of figures leads to the page of the figure', async () => {
  const page = await site.page();
  await page.visit('/explore/?measure=people_placed&by=grantee_id&view=table');
  const link = page.locator('.figure-table td.number a').first();
  await link.waitFor();
  const value = await link.innerText();
  await link.click();
  await page.waitForURL(/\/figures\/[^/]+\/$/);
  assert.equal(await page.locator('.claim-value').innerText(), value);
  await page.done();
});

test('a link to a line shows its cells in place; Escape closes it and gives the focus back', async () => {
  const page = await site.page(PHONE);
  await page.visit('/states/MO/');
  const figure = page.locator('.figure', { hasText: 'Median' }).first();
  await figure.locator('.figure-data > summary').first().click();
  const link = figure.locator('a[href*="#row="]').first();
  const value = /[\d.]+/.exec((await rows(figure))[0].value)[0];
  await link.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('#row-box:popover-open');
  await box.locator('table').waitFor();
  assert.match(await box.locator('.term-name').innerText(), /^Row \d+ of state_occupations\.csv$/);
  const shown = await box.locator('tr').evaluateAll((all) => Object.fromEntries(all.map((row) => [row.cells[0].textContent, row.cells[1].textContent])));
  assert.equal(shown.state, 'MO');
  assert.equal(shown.hourly_median, value);
  const cells = (await line(await link.getAttribute('href'))).split(',');
  assert.deepEqual(Object.values(shown).map((cell) => (cell === 'empty' ? '' : cell)), cells);
  assert.equal(await box.locator('a').getAttribute('href').then((href) => new URL(href, site.url).hash), `#row=${/\d+/.exec(await box.locator('.term-name').innerText())[0]}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0);
  await page.keyboard.press('Escape');
  assert.equal(await box.count(), 0);
  assert.ok(await link.evaluate((node) => node === document.activeElement));
  await page.done();
});

test('a cell with commas, quotes and signs stands in the box as it stands in the file', async () => {
  const page = await site.page();
  await page.visit('/figures/good-jobs-challenge-target-placements-53000/');
  const row = page.locator('.source-row').first();
  const expected = await row.locator('tbody tr').evaluateAll((all) => all.map((tr) => [tr.cells[0].textContent, tr.cells[1].textContent]));
  assert.ok(expected.some(([, text]) => text.includes(',')), 'the row has a comma in a cell');
  await row.locator('a', { hasText: 'figures.csv' }).click();
  const box = page.locator('#row-box:popover-open');
  await box.locator('table').waitFor();
  const shown = await box.locator('tr').evaluateAll((all) => all.map((tr) => [tr.cells[0].textContent, tr.cells[1].textContent]));
  assert.deepEqual(shown, expected);
  await page.done();
});

test('the box of a row stands whole in the window, wide or narrow', async () => {
  for (const viewport of [{ width: 1440, height: 740 }, { width: 768, height: 500 }, { width: 360, height: 640 }]) {
    const page = await site.page({ viewport });
    await page.visit('/states/MO/');
    const figure = page.locator('.figure', { hasText: 'Median' }).first();
    await figure.locator('.figure-data > summary').first().click();
    await figure.locator('a[href*="#row="]').first().click();
    const box = page.locator('#row-box:popover-open');
    await box.locator('table').waitFor();
    const { x, y, width, height } = await box.boundingBox();
    const where = JSON.stringify({ viewport, x, y, width, height });
    assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height, where);
    await page.done();
  }
});

test('a file that cannot be read is told in the box', async () => {
  const page = await site.page();
  await page.visit('/states/MO/');
  await page.route('**/state_occupations.csv', (route) => route.abort());
  page.expectFault(/state_occupations/);
  const figure = page.locator('.figure', { hasText: 'Median' }).first();
  await figure.locator('.figure-data > summary').first().click();
  await figure.locator('a[href*="#row="]').first().click();
  const box = page.locator('#row-box:popover-open');
  await box.locator('.row-cells', { hasText: 'could not be read' }).waitFor();
  assert.match(await box.innerText(), /go to row \d+\./);
  await page.done();
});

test('axe finds nothing on the row of a figure, in both schemes', async () => {
  assert.deepEqual(await violations(site, '/figures/good-jobs-challenge-people-placed-25000/', { ...PHONE, schemes: SCHEMES }, async (page) => {
    await page.locator('.source-row a', { hasText: 'sources.csv' }).first().click();
    await page.locator('#row-box:popover-open table').waitFor();
  }), []);
});
