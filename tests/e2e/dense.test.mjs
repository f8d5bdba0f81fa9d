// A chart with very many marks, which only external data have: 20,000 points of an external package. They are painted
// on a canvas, and still each can be pointed at, touched, navigated to, printed and named.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const HOST = 'https://data.example';
const COUNT = 20_000;
// Two cycles without a common length: the points fill the plane evenly. The last two are in its corners.
const POINTS = Array.from({ length: COUNT }, (_, at) => ({ id: `p${at}`, placed: 5 + ((at * 7919) % 991), award: 5 + ((at * 104_729) % 983) }));
POINTS[COUNT - 2] = { id: `p${COUNT - 2}`, placed: 0, award: 0 };
POINTS[COUNT - 1] = { id: `p${COUNT - 1}`, placed: 1000, award: 1000 };
const CSV = `id,placed,award\n${POINTS.map(({ id, placed, award }) => `${id},${placed},${award}`).join('\n')}\n`;
const measure = (name, title) => ({ name, title, type: 'integer', outcomes: { role: 'measure', unit: 'count', adds: 'sum', over_time: 'flow' } });
const MANIFEST = {
  name: 'many', title: 'Many points', version: '1', created: '2026-01-01',
  resources: [{
    name: 't', path: 't.csv', outcomes: { role: 'facts', grain: 'One point' },
    schema: { fields: [{ name: 'id', title: 'Point', type: 'string', outcomes: { role: 'dimension' } }, measure('placed', 'Placed'), measure('award', 'Award')] },
  }],
};
const address = (more = '') => `/explore/?package=${encodeURIComponent(`${HOST}/many/datapackage.json`)}&measure=placed&by=id&view=scatter&x=award${more}`;

async function bring(page) {
  const files = { '/many/datapackage.json': JSON.stringify(MANIFEST), '/many/t.csv': CSV };
  await page.route(`${HOST}/**`, (route) => route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: files[new URL(route.request().url()).pathname] }));
}
/** Opens the chart and waits until it is painted. */
async function open(options) {
  const page = await site.page(options);
  await bring(page);
  await page.visit(address());
  await painted(page);
  return page;
}
/** How many dots of the canvas have a colour, and which colour most of them have; nothing until there is a canvas. */
const ink = (page) => page.evaluate(() => {
  const canvas = [...document.querySelectorAll('.figure-chart canvas')].find((each) => each.getClientRects().length);
  if (!canvas) return undefined;
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height }).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Map();
  let dots = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 64) continue;
    dots += 1;
    // What shines through was multiplied and divided again: neighbours are one colour.
    const colour = [data[at], data[at + 1], data[at + 2]].map((part) => Math.round(part / 8)).join();
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const [colour] = [...colours].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { dots, of: data.length / 4, colour, wide: canvas.width, shown: canvas.getBoundingClientRect().width };
});
async function until(what, is, told) {
  const began = Date.now();
  let last;
  while (Date.now() - began < 30_000) {
    last = await what();
    if (is(last)) return last;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  return assert.fail(`${told}: ${JSON.stringify(last)}`);
}
/** Whether two colours are the same but for rounding. */
const alike = (one, other) => one?.split(',').every((part, at) => Math.abs(part - other.split(',')[at]) <= 1);
const painted = (page) => until(() => ink(page), (found) => found?.dots > 0.02 * found?.of, 'the canvas stays empty');
const tip = (page, text) => page.locator('.chart-tip:not([hidden])').filter({ hasText: text }).waitFor();
/** The position in the chart of the mark with the focus. */
const focused = (page) => page.evaluate(() => {
  const { x, y, width, height } = document.activeElement.getBoundingClientRect();
  const whole = document.activeElement.closest('.dense').getBoundingClientRect();
  return { x: x + width / 2 - whole.x, y: y + height / 2 - whole.y, name: document.activeElement.getAttribute('aria-label') };
});
const shownList = (page) => page.locator('.figure-chart .drawing[role=list]').filter({ visible: true });

/** The position of the chart in the window, which the keyboard may scroll. */
const corner = (page) => page.evaluate(() => {
  const { x, y } = [...document.querySelectorAll('.dense')].find((each) => each.getClientRects().length).getBoundingClientRect();
  return { x, y };
});

/** From numbers to places in the chart, found by walking to the two corners. */
async function scale(page) {
  await shownList(page).focus();
  await page.keyboard.press('PageDown');
  await page.waitForFunction((name) => document.activeElement.getAttribute('aria-label')?.startsWith(name), `p${COUNT - 2}`);
  const low = await focused(page);
  await page.keyboard.press('Escape');
  await shownList(page).focus();
  await page.keyboard.press('PageUp');
  await page.waitForFunction((name) => document.activeElement.getAttribute('aria-label')?.startsWith(name), `p${COUNT - 1}`);
  const high = await focused(page);
  const along = (from, to) => (value) => from + ((to - from) * value) / 1000;
  return { x: along(low.x, high.x), y: along(low.y, high.y) };
}

test('20,000 points are painted as fine as the screen is; the page holds few elements, and the table one page of them', async () => {
  for (const deviceScaleFactor of [1, 2]) {
    const page = await open({ deviceScaleFactor });
    const { wide, shown } = await ink(page);
    assert.ok(Math.abs(wide - shown * deviceScaleFactor) <= 1, `${wide} dots on ${shown} pixels`);
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('.figure-chart *').length,
      rows: document.querySelectorAll('.figure-data tbody tr').length,
      texts: [...document.querySelectorAll('.dense .drawing text')].filter((text) => text.getClientRects().length).map((text) => text.textContent),
    }));
    assert.ok(found.elements < 400, `${found.elements} elements`);
    assert.equal(found.rows, 200);
    assert.ok(found.texts.some((text) => text.includes('Placed')) && found.texts.includes('1,000'), found.texts.join('|'));
    await page.done();
  }
});

/** Points at a position given in the chart's numbers, and compares the box with the file. */
async function pointed(page, to, [award, placed]) {
  const place = (point) => [to.x(point.award), to.y(point.placed)];
  const [x, y] = place({ award, placed });
  // The chart is taller than the window: the place is brought to its middle.
  const before = await corner(page);
  await page.evaluate((at) => { scrollBy({ top: at - innerHeight / 2, behavior: 'instant' }); }, before.y + y);
  const from = await corner(page);
  await page.mouse.move(from.x + x, from.y + y);
  // Of several as near as one another any will do.
  const far = (point) => Math.hypot(place(point)[0] - x, place(point)[1] - y);
  const least = Math.min(...POINTS.map(far));
  const near = POINTS.filter((point) => far(point) <= least + 0.75);
  const box = page.locator('.chart-tip:not([hidden])');
  const [said] = await until(
    () => box.locator('.chart-tip-name').allTextContents(),
    (texts) => near.some(({ id }) => id === texts[0]),
    `none of ${near.map(({ id }) => id)} at ${award}, ${placed}`,
  );
  const point = near.find(({ id }) => id === said);
  assert.equal(await box.locator('.chart-tip-value').textContent(), String(point.placed));
  assert.match(await box.locator('.chart-tip-rest').textContent(), new RegExp(`^Award \\(number\\)${point.award}Data row`));
  const line = page.locator('.chart-tip a').first();
  assert.equal(await line.getAttribute('href'), `${HOST}/many/t.csv#row=${POINTS.indexOf(point) + 2}`);
}

// Each place on a page of its own: a box that is up may be pointed at itself, and covers what lies under it.
for (const place of [[500, 500], [121, 877], [900.5, 77.5]]) {
  test(`the pointer finds the nearest of all points at ${place}, and its box says what the file says of it`, async () => {
    const page = await open();
    const to = await scale(page);
    await page.keyboard.press('Escape');
    await page.quiet();
    await pointed(page, to, place);
    await page.done();
  });
}

test('a click keeps the box while the pointer goes on; the mark that it is of stays', async () => {
  const page = await open();
  const to = await scale(page);
  await page.keyboard.press('Escape');
  await page.quiet();
  await pointed(page, to, [333, 41]);
  await page.mouse.down();
  await page.mouse.up();
  await page.locator('.chart-tip[data-pinned]').waitFor();
  const kept = await page.locator('.chart-tip').textContent();
  const from = await corner(page);
  await page.mouse.move(from.x + to.x(700), from.y + to.y(700), { steps: 5 });
  assert.equal(await page.locator('.chart-tip[data-pinned]').textContent(), kept);
  assert.equal(await page.locator('.dense .mark[data-active]').count(), 1);
  await page.done();
});

test('a finger finds a point', async () => {
  const page = await open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const canvas = page.locator('.figure-chart canvas').filter({ visible: true });
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  await page.touchscreen.tap(x + width * 0.6, y + height * 0.4);
  await tip(page, /^p\d+/);
  assert.equal(await page.locator('.chart-tip[data-pinned]').count(), 1);
  await page.done();
});

test('the keyboard walks the parts, and in a part its points from left to right; Enter leads to the row of the file', async () => {
  const page = await open();
  const name = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const next = async (key, is) => { await page.keyboard.press(key); return until(name, is, key); };
  await shownList(page).focus();
  const isPart = (text) => /^[\d,]+ of 20,000:/.test(text ?? '');
  const first = await next('ArrowDown', isPart);
  await tip(page, first);
  const second = await next('ArrowDown', (text) => isPart(text) && text !== first);
  const isPoint = (text) => /^p\d+/.test(text ?? '');
  const one = await next('ArrowRight', isPoint);
  await tip(page, one.match(/^p\d+/)[0]);
  const left = await focused(page);
  const two = await next('ArrowRight', (text) => isPoint(text) && text !== one);
  assert.ok((await focused(page)).x >= left.x - 0.5);
  assert.equal(await next('ArrowLeft', (text) => text === one), one);
  const place = await page.evaluate(() => [document.activeElement.ariaPosInSet, document.activeElement.ariaSetSize]);
  assert.equal(place[0], '1');
  // As many as the name of the part says; the same position has the same name.
  assert.equal(Number(place[1]).toLocaleString('en'), second.match(/^[\d,]+/)[0]);
  await next('End', (text) => isPoint(text) && text !== one && text !== two);
  assert.equal(await page.evaluate(() => document.activeElement.ariaPosInSet), place[1]);
  await next('Home', (text) => text === one);
  await next('ArrowLeft', (text) => text === second);
  const again = await next('ArrowRight', (text) => text === one);
  await page.keyboard.press('Enter');
  const row = page.locator('.row-cells');
  await row.filter({ hasText: again.match(/^p\d+/)[0] }).waitFor();
  await page.done();
});

test('the colours follow the scheme and the reader’s own; on paper the points are elements', async () => {
  const page = await open();
  const light = (await ink(page)).colour;
  const mark = () => page.evaluate(() => {
    const probe = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    probe.setAttribute('class', 'bar');
    document.querySelector('.dense .drawing').append(probe);
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3);
    probe.remove();
    return parts.map((part) => Math.round(part / 8)).join();
  });
  assert.ok(alike(light, await mark()), light);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await mark();
  assert.ok(!alike(dark, light), dark);
  await until(async () => (await ink(page)).colour, (colour) => alike(colour, dark), `not ${dark}`);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  const forced = await mark();
  await until(async () => (await ink(page)).colour, (colour) => alike(colour, forced), `not ${forced}`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await until(async () => (await ink(page)).colour, (colour) => alike(colour, light), `not ${light}`);

  const paths = () => page.locator('.dense .marks path').count();
  assert.equal(await paths(), 0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await until(paths, (count) => count > 0, 'nothing to print');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.dense canvas').filter({ visible: true }).count(), 0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await until(paths, (count) => count === 0, 'still there');
  await page.done();
});

test('the table is turned page by page, and to any row', async () => {
  const page = await open();
  await page.locator('.figure-data > summary').click();
  const first = page.locator('.figure-data tbody tr').first().locator('th');
  await page.getByText('Rows 1 to 200 of 20,000').waitFor();
  const before = await first.textContent();
  await page.getByRole('button', { name: 'Next rows' }).click();
  await page.getByText('Rows 201 to 400 of 20,000').waitFor();
  await until(() => first.textContent(), (text) => text !== before, 'the same rows');
  await page.getByLabel('Go to row').fill('19999');
  await page.getByLabel('Go to row').press('Enter');
  await page.getByText('Rows 19,801 to 20,000 of 20,000').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Next rows' }).isDisabled(), true);
  await page.done();
});

test('another question takes the chart away, and it can be asked again', async () => {
  const page = await open();
  await page.locator('input[name=view][value=table]').check();
  await page.locator('.figure-table').waitFor();
  assert.equal(await page.locator('.dense').count(), 0);
  await page.goBack();
  await painted(page);
  const { x, y, width, height } = await page.locator('.figure-chart canvas').filter({ visible: true }).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await tip(page, /^p\d+/);
  await page.done();
});

test('axe finds nothing, with a point under the keyboard and the table open', async () => {
  const found = await violations(site, '/explore/', { schemes: SCHEMES }, async (page) => {
    await bring(page);
    await page.visit(address());
    await painted(page);
    await page.locator('.figure-data > summary').click();
    await shownList(page).focus();
    await page.keyboard.press('PageUp');
    await tip(page, `p${COUNT - 1}`);
  });
  assert.deepEqual(found, []);
});
