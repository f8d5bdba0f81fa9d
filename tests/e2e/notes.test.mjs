// Caveats once: the words of notes that a visitor sees without opening anything, on one page of each sort, within a limit;
// and numbers on cards on one line.
// Counted are subtitles and findings of charts, notes, what tiles cover, and sentences on cards. Not counted are sources,
// dates, controls, numbers, tables, the text of stories, and what is listed under “Figures not published”.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

// Half of the words that each page had before its notes were shortened.
const LIMITS = {
  '/': 179,
  '/states/MO/': 41,
  '/grantees/city-of-springfield-missouri/': 173,
  '/stories/missouri-commercial-drivers/': 149,
  '/explore/': 68,
};

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

/** The visible notes of a page, each as its words. */
const notes = () => {
  const always = '.figure-subtitle, .figure-summary, .figure-notes li, .note, .tile-scope, .page-head .aside, :is(.band, .opener) > p:not([class])';
  const sentences = [...document.querySelectorAll('main :is(.card-meta, .card-date, .aside):not(.card-name + *)')].filter((of) => of.textContent.trim().endsWith('.'));
  const found = new Set([...document.querySelectorAll(`main :is(${always})`), ...sentences]);
  const of = new Map();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let note = node.parentElement;
    if (!note.checkVisibility({ visibilityProperty: true })) continue;
    while (note && !found.has(note)) note = note.parentElement;
    if (note) of.set(note, `${of.get(note) ?? ''}${node.textContent}`);
  }
  return [...of.values()].map((text) => text.split(/[\s·÷]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).join(' ')).filter(Boolean);
};

for (const [path, limit] of Object.entries(LIMITS)) {
  test(`${path} has at most ${limit} words of notes that are always visible`, async () => {
    const page = await site.page({ viewport: { width: 1440, height: 900 } });
    await page.visit(path);
    await page.quiet();
    const all = await page.evaluate(notes);
    const count = all.reduce((sum, note) => sum + note.split(' ').length, 0);
    assert.ok(count > limit / 3, `only ${count} words were found, so notes are not where this test looks`);
    assert.ok(count <= limit, `${count} words of notes:\n${all.map((note) => `${note.split(' ').length}  ${note}`).join('\n')}`);
    await page.done();
  });
}

/** Numbers on cards that are on more than one line, and tiles whose unit is not below the number. */
const faults = () => [...document.querySelectorAll('main :is(.tile-value, .card-value, .stage-value, .story-number-value)')].flatMap((card) => {
  if (!card.checkVisibility()) return [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: number, index } of node.data.matchAll(/[$~]?\d[\d,.]*[+%KM]?/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + number.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(`${number} of “${card.textContent}” is on ${lines.size} lines`);
    }
  }
  const [number, unit] = ['.tile-number', '.tile-unit'].map((of) => card.querySelector(of)?.getBoundingClientRect());
  if (number && unit && unit.top < number.bottom - number.height / 2) found.push(`the unit of “${card.textContent}” is beside its number`);
  return found;
});

for (const width of [320, 360, 480, 768, 1024, 1440]) {
  test(`no card breaks a number over two lines, and the unit of a tile is below it (${width} px)`, async () => {
    const page = await site.page({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    for (const path of Object.keys(LIMITS)) {
      await page.goto(new URL(path, site.url).href);
      assert.deepEqual(await page.evaluate(faults), [], path);
    }
    await page.done();
  });
}
