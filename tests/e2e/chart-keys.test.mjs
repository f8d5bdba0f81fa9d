// A chart is used by keyboard alone: one tab stop, arrow keys for its marks and series, single keys for both ends, the
// rows behind a number, the table, the help, and out again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SORTS, openChart, visitChart } from './charts.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

/** Name and number of each mark, in the order of the keyboard. */
const known = (chart) => chart.marks.evaluateAll((all) => all.map((mark) => ({
  name: mark.getAttribute('aria-label'), series: mark.dataset.series, at: mark.dataset.at,
  value: mark.dataset.value === undefined ? undefined : Number(mark.dataset.value),
})));

/** Acts on the chart of every type in turn, on one page, each in its initial state. */
function ofEverySort(what, act) {
  test(what, async (t) => {
    const page = await site.page();
    for (const sort of SORTS) await t.test(sort, async () => act(await visitChart(page, sort)));
    await page.done();
  });
}

ofEverySort('Tab enters a chart once and the next Tab leaves it, from any mark', async (chart) => {
  for (const walk of [[], ['ArrowRight'], ['ArrowRight', 'End'], ['PageUp', 'Escape']]) {
    await chart.enter();
    await chart.press(...walk, 'Tab');
    const { of, name } = await chart.focus();
    assert.ok(['chart-listen', 'summary'].includes(of), `after ${walk.join(' ') || 'nothing'}, Tab came to ${of} ${name}`);
    await chart.press('Shift+Tab');
    assert.ok(['mark', 'part', 'drawing'].includes((await chart.focus()).of), 'and back in');
    await chart.press('Shift+Tab');
    assert.equal((await chart.focus()).of, 'chart-skip', 'and out again, where it was entered');
  }
});

ofEverySort('each mark is reached by arrows and says its place', async (chart) => {
  const marks = await known(chart);
  await chart.enter();
  const several = new Set(marks.map(({ series }) => series)).size > 1;
  const heard = new Set();
  const listen = async () => { const { of, name } = await chart.focus(); if (of === 'mark') heard.add(name); return of; };
  await chart.press('ArrowRight');
  if (!several) {
    for (let at = 0; at < marks.length; at += 1) { await listen(); await chart.press('ArrowRight'); }
  } else {
    const parts = await chart.svg.locator('.part').count();
    for (let at = 0; at < parts; at += 1) {
      assert.equal(await listen(), 'part');
      const of = Number(/\d+(?= value)/.exec((await chart.focus()).name)[0]);
      for (let mark = 0; mark < of; mark += 1) { await chart.press('ArrowRight'); await listen(); }
      await chart.press('Home', 'ArrowLeft');
      await chart.press('ArrowDown');
    }
  }
  assert.deepEqual([...heard].sort(), [...new Set(marks.map(({ name }) => name))].sort());
  const places = await chart.marks.evaluateAll((all) => all.every((mark) => Number(mark.getAttribute('aria-posinset')) >= 1
    && Number(mark.getAttribute('aria-posinset')) <= Number(mark.getAttribute('aria-setsize'))));
  assert.ok(places);
});

for (const [key, end] of [['PageUp', Math.max], ['PageDown', Math.min]]) {
  ofEverySort(`the ${key === 'PageUp' ? 'highest' : 'lowest'} is at most five keys away, and one key leaves`, async (chart) => {
    const values = (await known(chart)).filter(({ value }) => value !== undefined);
    await chart.enter(); // one key
    await chart.press(key); // two
    const value = await chart.page.evaluate(() => Number(document.activeElement.dataset.value));
    assert.equal(value, end(...values.map((mark) => mark.value)));
    await chart.press('Tab');
    assert.ok(!['mark', 'part', 'drawing'].includes((await chart.focus()).of));
  });
}

test('Up and Down go between series at the same place', async () => {
  const chart = await openChart(site, 'line');
  const marks = await known(chart);
  await chart.enter();
  await chart.press('ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  const here = await chart.page.evaluate(() => ({ ...document.activeElement.dataset }));
  assert.equal(here.series, '1');
  await chart.press('ArrowUp');
  const there = await chart.page.evaluate(() => ({ ...document.activeElement.dataset }));
  assert.equal(there.series, '0');
  const away = (at) => Math.abs(Number(at) - Number(here.at));
  const nearest = Math.min(...marks.filter(({ series }) => series === '0').map(({ at }) => away(at)));
  assert.equal(away(there.at), nearest, 'the same time, or the nearest that was published');
  await chart.page.done();
});

test('Enter opens the data rows of a number; Escape returns the focus', async () => {
  const chart = await openChart(site, 'map');
  await chart.enter();
  const one = await chart.marks.evaluateAll((all) => all.findIndex((mark) => Number(mark.dataset.value) === 1));
  await chart.press('Home');
  for (let at = 0; at < one; at += 1) await chart.press('ArrowRight');
  const { name } = await chart.focus();
  await chart.press('Enter');
  const box = chart.page.locator('#row-box:popover-open');
  await box.locator('table').waitFor();
  await chart.press('Escape');
  assert.equal(await box.count(), 0);
  assert.deepEqual(await chart.focus(), { of: 'mark', name });
  // Several lines: a choice, gone through by arrows.
  const two = await chart.marks.evaluateAll((all) => all.findIndex((mark) => Number(mark.dataset.value) === 2));
  await chart.press('Home');
  for (let at = 0; at < two; at += 1) await chart.press('ArrowRight');
  await chart.press('Enter');
  assert.equal((await chart.focus()).of, 'tip');
  const first = (await chart.focus()).name;
  await chart.press('ArrowRight');
  assert.notEqual((await chart.focus()).name, first);
  await chart.press('Enter');
  await box.locator('table').waitFor();
  await chart.press('Escape', 'Escape');
  assert.equal((await chart.focus()).of, 'mark');
  await chart.page.done();
});

test('Escape first closes the tooltip and then leaves the chart', async () => {
  const chart = await openChart(site, 'bar');
  await chart.enter();
  await chart.press('ArrowRight');
  assert.ok(await chart.tip.isVisible());
  await chart.press('Escape');
  assert.ok(!await chart.tip.isVisible());
  assert.equal((await chart.focus()).of, 'mark');
  await chart.press('Escape');
  assert.equal((await chart.focus()).of, 'chart-listen');
  await chart.press('Shift+Tab');
  assert.equal((await chart.focus()).of, 'mark', 'who comes back is where he was');
  await chart.page.done();
});

test('one key opens the table and closes it again', async () => {
  const chart = await openChart(site, 'bar');
  await chart.enter();
  await chart.press('ArrowRight');
  const here = await chart.focus();
  await chart.press('t');
  assert.equal((await chart.focus()).of, 'table-scroll');
  assert.ok(await chart.figure.locator('.figure-data table').isVisible());
  await chart.press('t');
  assert.ok(!await chart.figure.locator('.figure-data table').isVisible());
  assert.deepEqual(await chart.focus(), here);
  assert.match(await chart.live.textContent(), /Closed/);
  await chart.page.done();
});

test('one key opens the help, which explains how to use the chart with each input device', async () => {
  const chart = await openChart(site, 'line');
  await chart.enter();
  await chart.press('?');
  const help = chart.figure.locator('.figure-how');
  const words = await help.innerText();
  for (const input of [/With a mouse/, /With a finger/, /With a keyboard/, /With a screen reader/, /Listen/]) assert.match(words, input);
  assert.match(words, /Time runs from left to right/, 'how this sort of chart is read');
  assert.equal((await chart.focus()).of, 'summary');
  await chart.press('?');
  assert.equal((await chart.focus()).of, 'drawing');
  const hint = await chart.svg.evaluate((svg) => document.getElementById(svg.getAttribute('aria-describedby')).textContent);
  assert.match(hint, /Press \?/, 'the chart itself points to it');
  await chart.page.done();
});

test('single-key shortcuts can be turned off and stay off', async () => {
  const chart = await openChart(site, 'bar');
  await chart.enter();
  await chart.press('?');
  const keys = chart.figure.locator('.chart-keys');
  assert.equal(await keys.getAttribute('aria-pressed'), 'true');
  await keys.focus();
  await chart.press('Enter');
  assert.equal(await keys.getAttribute('aria-pressed'), 'false');
  assert.match(await chart.live.textContent(), /are off/);
  await chart.again();
  await chart.enter();
  await chart.press('t', '?');
  assert.equal((await chart.focus()).of, 'drawing');
  await chart.press('ArrowRight');
  assert.equal((await chart.focus()).of, 'mark', 'arrows are no single keys');
  await chart.page.done();
});

test('single keys can be switched off where storage is denied', async () => {
  const page = await site.page();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  await page.visit('/');
  const figure = page.locator('.figure', { has: page.locator('.chart') }).first();
  await figure.locator('.figure-how summary').click();
  await figure.locator('.chart-keys').click();
  await page.waitForFunction(() => document.querySelector('.chart-keys').getAttribute('aria-pressed') === 'false');
  await page.done();
});

test('the chart ignores keys of the browser and assistive technology, and all keys without focus', async () => {
  const chart = await openChart(site, 'bar');
  await chart.enter();
  await chart.press('ArrowRight');
  const here = await chart.focus();
  const taken = (init) => chart.page.evaluate((of) => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...of })), init);
  for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'Enter', 't', '?']) {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) assert.equal(await taken({ key, [held]: true }), false, `${held} ${key}`);
  }
  for (const key of ['Tab', 'h', 'k', 'F6', 'CapsLock', 'Insert']) assert.equal(await taken({ key }), false, key);
  assert.deepEqual(await chart.focus(), here);
  await chart.page.evaluate(() => document.activeElement.blur());
  for (const key of ['ArrowDown', 't', '?', 'Home', 'Enter']) assert.equal(await taken({ key }), false, `${key} outside`);
  await chart.page.done();
});

test('a skip link moves the focus past the chart and keeps the query in the address', async () => {
  const chart = await openChart(site, 'bar');
  const before = chart.page.url();
  const skip = chart.figure.locator('.chart-skip');
  await skip.focus();
  const { width, height } = await skip.boundingBox();
  assert.ok(width > 40 && height > 20, 'it is seen where it has the focus');
  await chart.press('Enter');
  assert.equal(await chart.page.evaluate(() => document.activeElement.className), 'figure-summary');
  assert.equal(chart.page.url(), before);
  await chart.page.done();
});

test('a changed filter is announced', async () => {
  const page = await site.page();
  await page.visit('/explore/');
  const told = page.locator('.explorer [role=status][aria-live=polite]');
  await page.waitForFunction(() => document.querySelector('.explorer-answer')?.getAttribute('aria-busy') === 'false');
  const before = await told.textContent();
  const filter = page.locator('details.filter', { has: page.locator('summary', { hasText: 'Round' }) }).first();
  await filter.locator('summary').click();
  await filter.locator('input[type=checkbox]').first().check();
  await page.waitForFunction((old) => { const said = document.querySelector('.explorer [role=status][aria-live=polite]').textContent; return said !== old && /\d/.test(said); }, before);
  assert.match(await told.textContent(), /\d/);
  await page.done();
});

test('a two-pixel ring with a contrast of 4.5 to 1 shows the keyboard focus in a chart', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const chart = await openChart(site, 'map', { colorScheme });
    await chart.enter();
    await chart.press('PageUp');
    const ring = await chart.ring.evaluate((node) => {
      const { borderTopWidth, borderTopColor, outlineColor, outlineWidth } = getComputedStyle(node);
      return { borderTopWidth, borderTopColor, outlineColor, outlineWidth };
    });
    assert.equal(ring.borderTopWidth, '2px');
    assert.equal(ring.outlineWidth, '2px');
    const light = (colour) => {
      const [r, g, b] = /(\d+), (\d+), (\d+)/.exec(colour).slice(1).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [light(ring.borderTopColor), light(ring.outlineColor)].sort((a, b) => a - b);
    assert.ok((high + 0.05) / (low + 0.05) >= 4.5, `${colorScheme}: ${JSON.stringify(ring)}`);
    const [around, own] = [await chart.ring.boundingBox(), await chart.page.evaluate(() => { const { x, y, width, height } = document.activeElement.getBoundingClientRect(); return { x, y, width, height }; })];
    assert.ok(around.x <= own.x && around.y <= own.y && around.x + around.width >= own.x + own.width && around.y + around.height >= own.y + own.height, 'it stands around the mark');
    await chart.page.done();
  }
});

test('where the width changes, the same mark keeps the focus', async () => {
  const chart = await openChart(site, 'map', { viewport: { width: 1300, height: 900 } });
  await chart.enter();
  await chart.press('PageUp');
  const here = await chart.focus();
  await chart.page.setViewportSize({ width: 400, height: 800 });
  await chart.page.waitForFunction(() => document.activeElement.closest('.chart-narrow'));
  assert.deepEqual(await chart.focus(), here);
  await chart.page.done();
});
