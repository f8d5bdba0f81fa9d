// The page of charts: every chart type is there with its texts, one chart of published data and one of made-up data
// that is labeled as such; its color switch works without a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const SORTS = ['bar', 'column', 'stacked', 'line', 'area', 'dot', 'dumbbell', 'slope', 'strip', 'scatter', 'funnel', 'range',
  'bullet', 'multiples', 'map', 'tiles', 'heat', 'spark', 'table'];

test('every sort of chart has its words, an example and a sample that says it is made up', async () => {
  const page = await site.page();
  await page.visit('/charts/');
  assert.deepEqual(await page.locator('.card').evaluateAll((all) => all.map(({ id }) => id)), SORTS);
  assert.deepEqual(await page.locator('.card a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname)), SORTS.map((id) => `/charts/${id}/`));
  for (const id of SORTS) {
    await page.visit(`/charts/${id}/`);
    assert.ok(await page.evaluate(() => document.querySelectorAll('*').length) <= 5000, `${id}: more than 5,000 nodes`);
    const section = page.locator(`#${id}`);
    assert.equal(await page.locator('.chart-words dd').filter({ hasText: /\.$/ }).count(), 2, id);
    assert.equal(await section.locator('figure').count(), 2, id);
    const sample = section.locator('figure').last();
    assert.match(await sample.locator('.illustrative').innerText(), /made up/, id);
    // The band above and the band below the chart say it three times each.
    if (id !== 'table') assert.equal(await sample.locator('.chart-wide text').filter({ hasText: /^Illustrative$/ }).count(), 6, id);
  }
  await page.done();
});

test('each look has a drawing, a word and a meaning', async () => {
  const page = await site.page();
  await page.visit('/charts/');
  const rows = page.locator('.looks tbody tr');
  assert.ok(await rows.count() >= 13);
  for (const row of await rows.all()) {
    assert.match((await row.locator('th').innerText()).trim(), /^\w.*\n/);
    assert.match(await row.locator('.look-meaning').innerText(), /\.$/);
  }
  await page.done();
});

test('the switch of colours works without a script', async () => {
  const page = await site.page({ javaScriptEnabled: false, colorScheme: 'light' });
  await page.goto(new URL('/charts/bar/', site.url).href);
  const colours = () => page.evaluate(() => {
    const of = (selector, name) => getComputedStyle(document.querySelector(selector)).getPropertyValue(name);
    return [of('.gallery', 'background-color'), of('#bar .drawing .bar', 'color')].join(' ');
  });
  const seen = new Set([await colours()]);
  for (const look of ['dark', 'print', 'contrast']) {
    await page.locator(`#look-${look}`).check();
    seen.add(await colours());
  }
  assert.equal(seen.size, 4, [...seen].join('; '));
  await page.locator('#look-own').check();
  assert.ok(seen.has(await colours()));
  await page.leave();
});

for (const look of ['dark', 'contrast']) {
  test(`axe finds nothing with the charts in ${look}`, async () => {
    const chosen = (page) => page.locator(`#look-${look}`).check();
    for (const address of ['/charts/', ...SORTS.map((id) => `/charts/${id}/`)]) {
      assert.deepEqual(await violations(site, address, { colorScheme: 'light' }, chosen), [], address);
    }
  });
}
