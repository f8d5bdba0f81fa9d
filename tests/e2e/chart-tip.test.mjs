// The box next to a mark: the same by mouse, touch and keyboard; it can be pointed at, stays open, closes on Escape,
// never extends beyond the window, and a finger that moves only scrolls.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChart, visitChart } from './charts.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** A place on a mark that belongs to no other: its middle, as the pointer finds it. */
const spot = (mark) => mark.evaluate((node) => {
  node.scrollIntoView({ block: 'center' });
  const hits = [...node.querySelectorAll('*')].filter((part) => part.getClientRects().length).map((part) => part.getBoundingClientRect());
  const places = hits.flatMap(({ x, y, width, height }) => [[0.5, 0.5], [0.3, 0.5], [0.5, 0.3], [0.7, 0.7], [0.2, 0.8]].map(([a, b]) => [x + width * a, y + height * b]));
  const [x, y] = places.find(([x, y]) => document.elementFromPoint(x, y)?.closest('.mark') === node) ?? places[0];
  return { x, y };
});
const inside = async (chart) => {
  const { width, height } = chart.page.viewportSize();
  const box = await chart.tip.boundingBox();
  assert.ok(box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5, `${JSON.stringify(box)} in ${width} × ${height}`);
};

/** What a reader does, by each input: read a mark, keep its box, read another, send it away. */
const INPUTS = {
  mouse: {
    options: {},
    read: async (chart, at) => { const { x, y } = await spot(chart.marks.nth(at)); await chart.page.mouse.move(x, y); },
    keep: async (chart) => { await chart.page.mouse.down(); await chart.page.mouse.up(); },
    leave: async (chart) => { await chart.tip.locator('.chart-close').click(); },
  },
  touch: {
    options: PHONE,
    read: async (chart, at) => { const { x, y } = await spot(chart.marks.nth(at)); await chart.page.touchscreen.tap(x, y); },
    keep: async () => {},
    leave: async (chart) => { await chart.tip.locator('.chart-close').tap(); },
  },
  keyboard: {
    options: {},
    read: async (chart, at) => {
      if (!await chart.svg.evaluate((svg) => svg.contains(document.activeElement))) await chart.enter();
      await chart.press('Home');
      for (let step = 0; step < at; step += 1) await chart.press('ArrowRight');
    },
    keep: async () => {},
    leave: async (chart) => { await chart.press('Escape'); },
  },
};

/** The texts of the box for the first two marks of a chart, with one type of input. */
async function heard(chart, input, { read, keep, leave }) {
  // By row, because marks of two drawings may be in different order.
  const names = await chart.marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  const series = await chart.marks.evaluateAll((all) => all.map((mark) => mark.dataset.series));
  const first = names.findIndex((_, at) => series[at] === series[0]);
  const said = [];
  for (const at of [first, first + 1]) {
    await read(chart, at);
    await chart.tip.waitFor({ state: 'visible' });
    await chart.page.waitForFunction((name) => document.querySelector('.mark[data-active]')?.getAttribute('aria-label') === name, names[at]);
    await keep(chart);
    await inside(chart);
    assert.equal(await chart.svg.locator('.mark[data-active]').count(), 1);
    said.push((await chart.tip.innerText()).replace(/[×\s]+/g, ' ').trim());
    await leave(chart);
    await chart.tip.waitFor({ state: 'hidden' });
    assert.equal(await chart.svg.locator('.mark[data-active]').count(), 0);
    if (input === 'keyboard') assert.equal((await chart.focus()).of, 'mark');
  }
  assert.notEqual(said[0], said[1]);
  return said;
}

test('mouse, touch and keyboard show the same text for a mark', async (t) => {
  const by = {};
  for (const [input, how] of Object.entries(INPUTS)) {
    const page = await site.page(how.options);
    by[input] = {};
    for (const sort of ['bar', 'map', 'line', 'strip', 'range']) {
      await t.test(`${sort} by ${input}`, async () => {
        by[input][sort] = await heard(await visitChart(page, sort), input, how);
        assert.deepEqual(by[input][sort], by.mouse[sort]);
      });
    }
    await page.done();
  }
});

test('the box says name, number, sort of statement, date and lines, as the table has them', async () => {
  const page = await site.page();
  await page.visit('/');
  const figure = page.locator('[data-slot=panel-placed] .figure');
  const mark = figure.locator('svg:visible .mark').first();
  await mark.hover();
  const tip = figure.locator('.chart-tip');
  await tip.waitFor({ state: 'visible' });
  const row = figure.locator('.figure-data tbody tr').nth(Number(await mark.getAttribute('data-row')));
  const cells = await row.evaluate((tr) => [...tr.cells].map((cell) => cell.textContent.trim()).filter(Boolean));
  const heads = await figure.locator('.figure-data thead th').allTextContents();
  const words = await tip.evaluate((node) => node.textContent);
  for (const cell of cells) assert.ok(words.includes(cell), `${cell} in ${words}`);
  assert.ok(heads.includes('Date') && heads.includes('Type'));
  const links = await tip.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(links.some((href) => href.includes('#row=')), 'the way to the row');
  assert.ok(await tip.locator('a').evaluateAll((all) => all.every((a) => a.tabIndex === -1)), 'no further stop for Tab');
  await page.done();
});

test('the tooltip stays open while the pointer is on it', async () => {
  for (const sort of ['bar', 'map', 'line']) {
    const chart = await openChart(site, sort);
    const { x, y } = await spot(chart.marks.nth(5));
    await chart.page.mouse.move(x, y);
    await chart.tip.waitFor({ state: 'visible' });
    const said = await chart.tip.innerText();
    const box = await chart.tip.boundingBox();
    const to = { x: Math.min(Math.max(x, box.x + 10), box.x + box.width - 10), y: box.y > y ? box.y + 10 : box.y + box.height - 10 };
    await chart.page.mouse.move(to.x, to.y, { steps: 12 });
    await chart.page.waitForTimeout(600);
    assert.ok(await chart.tip.isVisible(), sort);
    assert.equal(await chart.tip.innerText(), said, `${sort}: it is the box of the same mark`);
    await chart.page.mouse.move(2, 2);
    await chart.tip.waitFor({ state: 'hidden' });
    await chart.page.done();
  }
});

test('the tooltip stays open while the pointer does not move, and Escape closes it from anywhere', async () => {
  const chart = await openChart(site, 'bar');
  const { x, y } = await spot(chart.marks.nth(2));
  await chart.page.mouse.move(x, y);
  await chart.tip.waitFor({ state: 'visible' });
  await chart.page.waitForTimeout(1500);
  assert.ok(await chart.tip.isVisible());
  await chart.press('Escape');
  assert.ok(!await chart.tip.isVisible());
  await chart.page.mouse.move(x + 3, y);
  await chart.page.waitForTimeout(100);
  assert.ok(!await chart.tip.isVisible(), 'it stays away on its mark');
  const other = await spot(chart.marks.nth(4));
  await chart.page.mouse.move(other.x, other.y);
  await chart.tip.waitFor({ state: 'visible' });
  await chart.page.done();
});

test('a click keeps the box over other marks; a click elsewhere sends it away', async () => {
  const chart = await openChart(site, 'bar');
  const one = await spot(chart.marks.nth(1));
  await chart.page.mouse.click(one.x, one.y);
  await chart.tip.locator('.chart-close').waitFor({ state: 'visible' });
  const said = await chart.tip.innerText();
  const other = await spot(chart.marks.nth(4));
  await chart.page.mouse.move(other.x, other.y);
  await chart.page.waitForTimeout(400);
  assert.equal(await chart.tip.innerText(), said);
  await chart.figure.locator('.figure-summary').click();
  assert.ok(!await chart.tip.isVisible());
  await chart.page.done();
});

test('a swipe scrolls the page; a tap keeps the tooltip open', async () => {
  const chart = await openChart(site, 'map', PHONE);
  const { x, y } = await spot(chart.marks.nth(8));
  const devtools = await chart.page.context().newCDPSession(chart.page);
  const before = await chart.page.evaluate(() => scrollY);
  const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x, y }]);
  for (let by = 10; by <= 160; by += 10) await touch('touchMove', [{ x, y: y - by }]);
  await touch('touchEnd', []);
  await chart.page.waitForFunction((old) => scrollY > old + 60, before);
  assert.ok(!await chart.tip.isVisible());
  // A tap on a page that still runs on only stops it.
  await chart.page.evaluate(() => new Promise((rests) => {
    let [last, since] = [scrollY, performance.now()];
    const look = (now) => {
      if (scrollY !== last) [last, since] = [scrollY, now];
      if (now - since > 300) rests(); else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }));
  const again = await spot(chart.marks.nth(8));
  await chart.page.touchscreen.tap(again.x, again.y);
  await chart.tip.waitFor({ state: 'visible' });
  await inside(chart);
  // It is pinned, and the page still scrolls under it.
  const kept = await chart.page.evaluate(() => scrollY);
  await touch('touchStart', [{ x: again.x, y: again.y }]);
  for (let by = 10; by <= 120; by += 10) await touch('touchMove', [{ x: again.x, y: again.y - by }]);
  await touch('touchEnd', []);
  await chart.page.waitForFunction((old) => scrollY !== old, kept);
  assert.ok(await chart.tip.isVisible());
  const close = chart.tip.locator('.chart-close');
  const { width, height } = await close.boundingBox();
  assert.ok(width >= 44 && height >= 44, `${width} × ${height}: as large as a finger`);
  await chart.page.done();
});

test('a finger that slides a little on a mark pins nothing', async () => {
  const chart = await openChart(site, 'map', PHONE);
  const { x, y } = await spot(chart.marks.nth(8));
  const ends = (to) => chart.page.evaluate(([x, y, to]) => {
    const at = document.elementFromPoint(x, y);
    at.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch', clientX: x, clientY: y }));
    at.dispatchEvent(new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch', clientX: x + to, clientY: y }));
  }, [x, y, to]);
  await chart.marks.nth(3).tap({ force: true });
  await chart.tip.waitFor({ state: 'visible' });
  await chart.tip.locator('.chart-close').tap();
  await ends(14);
  assert.ok(!await chart.tip.isVisible());
  await ends(2);
  assert.ok(await chart.tip.isVisible());
  await chart.page.done();
});

for (const width of [320, 360, 768, 1440]) {
  test(`no tooltip is cut off by the window or covers its own mark, at ${width} px`, async () => {
    const page = await site.page({ viewport: { width, height: 700 } });
    for (const sort of ['bar', 'map', 'strip']) {
      const chart = await visitChart(page, sort);
      const count = await chart.marks.count();
      await chart.enter();
      await chart.press('ArrowRight');
      for (let at = 0; at < count; at += Math.max(1, Math.floor(count / 8))) {
        await inside(chart);
        const [box, own] = [await chart.tip.boundingBox(), await chart.ring.boundingBox()];
        const apart = box.y >= own.y + own.height - 3 || box.y + box.height <= own.y + 3 || box.x >= own.x + own.width || box.x + box.width <= own.x;
        assert.ok(apart, `${sort} ${at}: the box ${JSON.stringify(box)} hides the mark ${JSON.stringify(own)}`);
        for (let step = 0; step < Math.max(1, Math.floor(count / 8)); step += 1) await chart.press('ArrowRight');
      }
      await chart.press('Escape', 'Escape');
    }
    await page.done();
  });
}

test('what is said of a chart goes when the chart is drawn anew', async () => {
  const chart = await openChart(site, 'bar');
  await chart.enter();
  await chart.press('ArrowRight');
  assert.ok(await chart.tip.isVisible());
  await chart.svg.evaluate((svg) => svg.replaceWith(svg.cloneNode(true)));
  await chart.tip.waitFor({ state: 'hidden' });
  await chart.page.done();
});
