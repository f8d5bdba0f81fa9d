// A chart follows its reader's display settings: dark or light, forced colors, larger text, a user style sheet, reduced
// motion; axe finds nothing while it is used.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { PAGES, SORTS, galleryOf, openChart, visitChart } from './charts.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const SEEN = { 'both schemes': { schemes: SCHEMES }, 'forced colors': { forcedColors: 'active' } };

/** Walks into the first chart, opens its help, and leaves a box open. */
async function use(page) {
  await page.locator('.figure-how summary').first().click();
  await page.locator('.chart-skip').first().focus();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.querySelector('.chart-ring:not([hidden])'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await page.locator('.chart-tip:visible').waitFor();
}

for (const [name, options] of Object.entries(SEEN)) {
  for (const address of [...PAGES, ...SORTS.map(galleryOf)]) {
    test(`axe finds nothing on ${address} while a chart is read, ${name}`, async () => {
      assert.deepEqual(await violations(site, address, { ...options, viewport: { width: 1200, height: 900 } }, use), []);
    });
  }
  test(`axe finds nothing on a phone while a chart is read, ${name}`, async () => {
    assert.deepEqual(await violations(site, '/', { ...options, viewport: { width: 360, height: 740 } }, use), []);
  });
}

test('in forced-colors mode the focus ring and the selected mark use system colors', async () => {
  const chart = await openChart(site, 'bar', { forcedColors: 'active' });
  await chart.enter();
  await chart.press('ArrowRight');
  const { border, highlight, ground } = await chart.ring.evaluate((node) => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const of = (colour) => { probe.style.color = colour; return getComputedStyle(probe).color; };
    return { border: getComputedStyle(node).borderTopColor, highlight: of('Highlight'), ground: of('Canvas') };
  });
  assert.equal(border, highlight);
  assert.notEqual(border, ground);
  await chart.page.done();
});

/** Faults of a page with larger text or other text spacing: elements that overflow, and boxes that cut their text. */
const broken = (page) => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const cut = [...document.querySelectorAll('.chart-tip:not([hidden]) *, .chart-tools *, .figure-summary, .figure-title')]
    .filter((node) => node.getClientRects().length && getComputedStyle(node).overflow === 'hidden' && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1));
  return { wide: Math.max(0, wide), cut: cut.map((node) => node.className || node.nodeName) };
});

test('with text at twice its size, no part of a chart, its tooltip or its help is cut off', async () => {
  for (const width of [360, 1280]) {
    const page = await site.page({ viewport: { width, height: 900 }, bypassCSP: true });
    await page.visit('/');
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    await use(page);
    assert.deepEqual(await broken(page), { wide: 0, cut: [] }, `${width} px`);
    const { x, y, width: w, height: h } = await page.locator('.chart-tip:visible').boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + w <= width + 0.5 && y + h <= 900.5);
    await page.done();
  }
});

test('at 400 percent zoom (320 pixels wide), no chart needs horizontal scrolling', async () => {
  const page = await site.page({ viewport: { width: 320, height: 256 } });
  for (const sort of SORTS) {
    const chart = await visitChart(page, sort);
    await chart.enter();
    await chart.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth <= 0), true, sort);
  }
  await page.done();
});

test("the reader's own style sheet overrides the chart's", async () => {
  const page = await site.page({ bypassCSP: true });
  await page.visit('/');
  await page.addStyleTag({ content: `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
    .drawing .f { fill: rgb(1, 2, 3) !important; }
    .drawing text { font-family: serif !important; }` });
  await use(page);
  assert.deepEqual(await broken(page), { wide: 0, cut: [] });
  const drawn = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.drawing')].find((svg) => svg.getClientRects().length);
    return { fill: getComputedStyle(shown.querySelector('.mark .f')).fill, family: getComputedStyle(shown.querySelector('text')).fontFamily };
  });
  assert.deepEqual(drawn, { fill: 'rgb(1, 2, 3)', family: 'serif' });
  await page.done();
});

test('nothing moves on its own or flashes while a reader uses a chart', async () => {
  const chart = await openChart(site, 'map');
  await chart.enter();
  await chart.press('ArrowRight', 'ArrowRight', 'PageUp');
  const moving = await chart.figure.evaluate((node) => node.getAnimations({ subtree: true }).length);
  assert.equal(moving, 0);
  await chart.page.done();
});
