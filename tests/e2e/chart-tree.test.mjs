// What a screen reader receives from a chart: Chromium's own accessibility tree, by name, role, level and order. It has
// each mark of the drawing and each row of the table, and nothing that is only visual.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { all, axTree } from './axtree.mjs';
import { PAGES, SORTS, chartOn, galleryOf, openChart, visitChart } from './charts.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

/** Compares the tree of one figure with its drawing and its table; resolves to the differences. */
async function faults(chart) {
  const wrong = [];
  const must = (holds, what) => { if (!holds) wrong.push(what); };
  const tree = await axTree(chart.page, chart.figure);
  must(tree.role === 'figure', `the figure is a ${tree.role}`);
  must(tree.name.trim().length > 0, 'the figure has no name: its caption');
  must(all(tree, 'heading').length === 1, 'one heading');
  const [whole, ...more] = [...all(tree, 'list'), ...all(tree, 'listbox')].filter(({ description }) => description);
  must(whole && !more.length, `${1 + more.length} lists`);
  if (!whole) return wrong;
  must(whole.name.split(/\s+/).length > 4, `the whole is called “${whole.name}”`);
  must(/Press \?/.test(whole.description), 'no word on how to operate it');
  const marks = await chart.marks.evaluateAll((drawn) => drawn.map((mark) => ({ name: mark.getAttribute('aria-label'), row: mark.dataset.row, at: Number(mark.getAttribute('aria-posinset')), of: Number(mark.getAttribute('aria-setsize')), series: mark.dataset.series })));
  const parts = await chart.svg.locator('.part').count();
  // Marks that filter a dashboard are options, their series groups; others are a list.
  const isChoice = whole.role === 'listbox';
  const items = isChoice ? [...all(whole, 'option'), ...all(whole, 'group').filter(({ name }) => name)] : all(whole, 'listitem');
  if (marks.length <= 200) {
    must(items.length === marks.length + parts, `${items.length} items for ${marks.length} marks and ${parts} parts`);
    const names = items.map(({ name }) => name);
    must(marks.every(({ name }) => names.includes(name)), 'a mark has no item');
    const order = items.filter(({ name }) => marks.some((mark) => mark.name === name)).map(({ name }) => name);
    must(JSON.stringify(order) === JSON.stringify(marks.map(({ name }) => name)), 'marks are read in another order than they are walked');
  } else {
    must(items.length === await chart.svg.locator('.part').evaluateAll((found) => found.filter((part) => !part.closest('[aria-hidden]')).length), 'marks beyond 200 are not summarised');
    must(items.every(({ name }) => /\d/.test(name)), 'a part does not say how much it holds');
  }
  must(isChoice || await chart.svg.locator('.mark:not([aria-level]), .part:not([aria-level])').count() === 0, 'an item has no level');
  must(items.every(({ name }) => name.trim()), 'an item has no name');
  for (const series of new Set(marks.map((mark) => mark.series))) {
    const places = marks.filter((mark) => mark.series === series);
    must(places.every(({ at, of }, i) => at === i + 1 && of === places.length), `places of series ${series}: ${places.map(({ at, of }) => `${at}/${of}`).slice(0, 3)}`);
  }
  // Words that are drawn are not read twice, and nothing else in the drawing is left for eyes alone.
  must(!all(whole, 'StaticText').length, 'drawn words are read besides the names');
  const closed = [chart.figure.locator('.figure-data'), chart.figure.locator('.figure-how')];
  const setOpen = (isOpen) => Promise.all(closed.map((part) => part.evaluate((node, to) => { node.open = to; }, isOpen)));
  await setOpen(true);
  const open = await axTree(chart.page, chart.figure);
  const rows = all(open, 'row').length;
  const drawn = await chart.figure.locator('.figure-data tr').count();
  must(rows === drawn && rows > 1, `${rows} rows read of ${drawn}`);
  const shown = new Set(marks.map(({ row }) => row).filter((row) => row !== undefined)).size;
  must(await chart.figure.locator('.figure-data tbody tr').count() >= shown, 'the table lacks a row that is drawn');
  await setOpen(false);
  must(all(open, 'DisclosureTriangle').some(({ name }) => name === 'More about this chart'), 'no “more about this chart”');
  must(all(open, 'StaticText').some(({ name }) => name === 'How to read this chart'), 'no “how to read”');
  return wrong;
}

for (const width of [400, 1200]) {
  test(`a screen reader moves through chart, series and marks and reads name and position, at ${width} px`, async (t) => {
    const page = await site.page({ viewport: { width, height: 900 } });
    for (const sort of SORTS) {
      await t.test(sort, async () => { assert.deepEqual(await faults(await visitChart(page, sort)), []); });
    }
    await page.done();
  });
}

for (const address of [...PAGES, ...SORTS.map(galleryOf)]) {
  test(`every chart of ${address} has caption, summary, tree, help and table`, async () => {
    const page = await site.page();
    await page.visit(address);
    const figures = page.locator('.figure', { has: page.locator('.chart') });
    const count = await figures.count();
    assert.ok(count > 0);
    for (let at = 0; at < count; at += 1) {
      const chart = chartOn(page, figures.nth(at));
      if (await chart.svg.getAttribute('role') === 'img') continue; // a sentence: there is nothing to draw
      assert.deepEqual(await faults(chart), [], `${address} figure ${at}: ${await chart.figure.locator('.figure-title').innerText()}`);
      assert.ok((await chart.figure.locator('.figure-summary').innerText()).split(/\s+/).length > 3, 'a summary');
    }
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], 'identifiers that stand twice');
    await page.done();
  });
}

test('what is folded, as charts of more than two hundred marks are, unfolds where it is entered', async () => {
  const chart = await openChart(site, 'line');
  await chart.svg.evaluate((svg) => svg.querySelectorAll('.part').forEach((part) => {
    part.querySelector('[role=list]').setAttribute('aria-hidden', 'true');
  }));
  const closed = all(await axTree(chart.page, chart.svg), 'listitem');
  assert.equal(closed.length, await chart.svg.locator('.part').count());
  assert.ok(closed.every(({ name }) => /\d+ values?/.test(name)));
  await chart.enter();
  await chart.press('ArrowRight', 'ArrowDown', 'ArrowRight');
  assert.equal((await chart.focus()).of, 'mark');
  const open = all(await axTree(chart.page, chart.svg), 'listitem');
  assert.ok(open.length > closed.length, 'its marks are read');
  await chart.press('PageUp');
  assert.equal(await chart.page.evaluate(() => document.activeElement.closest('[aria-hidden=true]')), null, 'what has the focus is never hidden');
  await chart.page.done();
});

test('a value without a number says why, and is no zero', async () => {
  const page = await site.page();
  const without = [];
  for (const sort of SORTS) {
    await page.visit(galleryOf(sort));
    without.push(...await page.locator('.mark[data-row]:not([data-value])').evaluateAll((found) => found.map((mark) => mark.getAttribute('aria-label'))));
  }
  assert.ok(without.length > 4, `${without.length} marks`);
  for (const name of without) assert.doesNotMatch(name, /: 0\b/);
  await page.done();
});
