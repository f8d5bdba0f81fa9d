// A chart of many marks that the page draws: one picture per part until a reader uses it, then every mark with its
// name. The picture does not change, and the first input is answered at once.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chartOn } from './charts.mjs';
import { apart } from './files.mjs';
import { openSite } from './page.mjs';

const HEAT = '/explore/?package=wages-oews-2025&measure=hourly_median&by=state&series=occupation_code&view=heat&f.occupation_code=15-1232~29-1141~31-1131~47-2111~47-2152~49-9021~51-4041~53-3032';
const SCATTER = '/explore/?package=wages-oews-2025&measure=industry_occupations.hourly_median&by=occupation_code&view=scatter&level=detailed&x=industry_occupations.employment';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

async function open(address, options = { viewport: { width: 1000, height: 1000 } }) {
  const page = await site.page(options);
  await page.visit(address);
  await page.locator('.chart svg[data-asleep]:visible').waitFor();
  return chartOn(page, page.locator('.figure').first());
}
const asleep = (chart) => chart.svg.evaluate((svg) => svg.hasAttribute('data-asleep'));

for (const [name, address] of [['a heat table', HEAT], ['a scatter plot', SCATTER]]) {
  test(`${name} looks the same before and after its marks are there, and says the same parts`, async () => {
    const chart = await open(address);
    const folder = mkdtempSync(join(tmpdir(), 'asleep-'));
    const [before, after] = ['before.png', 'after.png'].map((file) => join(folder, file));
    const parts = () => chart.svg.locator('.part').evaluateAll((all) => all.map((part) => part.getAttribute('aria-label')));
    const said = await parts();
    await chart.svg.screenshot({ path: before });
    assert.ok(said.length > 3 && said.every(Boolean), `${said.length} parts`);
    assert.equal(await chart.marks.count(), 0);
    await chart.svg.dispatchEvent('chart-wake');
    assert.equal(await asleep(chart), false);
    assert.ok(await chart.marks.count() > 400, `${await chart.marks.count()} marks`);
    assert.deepEqual(await parts(), said);
    await chart.svg.screenshot({ path: after });
    const { mean, ink } = await apart(site, before, after);
    assert.ok(ink > 100 && mean < 0.2, `the pictures differ by ${mean}`);
    rmSync(folder, { recursive: true });
    await chart.page.done();
  });
}

test('the first movement of the pointer shows the mark that is under it', async () => {
  const chart = await open(HEAT);
  const { x, y, width } = await chart.svg.boundingBox();
  const place = [x + width / 2, y + 200];
  await chart.page.mouse.move(...place);
  await chart.tip.waitFor({ state: 'visible' });
  const under = await chart.page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest('.mark').getAttribute('aria-label'), place);
  const told = await chart.svg.locator('.mark[data-active]').getAttribute('aria-label');
  assert.equal(told, under);
  await chart.page.done();
});

test('the first tap of a finger pins the mark that is under it', async () => {
  const chart = await open(HEAT, PHONE);
  await chart.svg.evaluate((svg) => svg.scrollIntoView({ block: 'start' }));
  const { x, y, width } = await chart.svg.boundingBox();
  await chart.page.touchscreen.tap(x + width / 2, y + 300);
  await chart.tip.waitFor({ state: 'visible' });
  assert.equal(await chart.svg.locator('.mark[data-active]').count(), 1);
  await chart.page.done();
});

test('by keyboard the chart is entered once, its parts and then their marks', async () => {
  const chart = await open(HEAT);
  await chart.enter();
  assert.deepEqual([(await chart.focus()).of, await asleep(chart)], ['drawing', false]);
  // An occupation, the first of its states, one state.
  for (const item of ['part', 'part', 'mark']) {
    await chart.press('Enter');
    const { of, name } = await chart.focus();
    assert.equal(of, item);
    assert.ok(name.length > 5, name);
  }
  await chart.page.done();
});

test('a chart that is drawn anew while it is awake sleeps again, and wakes again', async () => {
  const chart = await open(HEAT);
  await chart.enter();
  assert.equal(await asleep(chart), false);
  // On a phone the list is in the sheet.
  const button = chart.page.locator('.sheet-button').first();
  const isSheet = await button.isVisible();
  if (isSheet) await button.click();
  await chart.page.locator('.explore-more > summary').click();
  await chart.page.locator('#explore-sort').selectOption('name');
  await chart.page.locator('.chart svg[data-asleep]:visible').waitFor();
  if (isSheet) await chart.page.keyboard.press('Escape');
  await chart.enter();
  assert.equal(await asleep(chart), false);
  await chart.page.done();
});
