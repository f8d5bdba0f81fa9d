// What a figure shares is what it shows: the query behind Share, Download and “Your report” of every figure is answered anew
// by the command-line tool, and its rows are compared with those that the page carries.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { DESK } from './files.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const VIEWS = new Map(JSON.parse(readFileSync('public/data/views.json', 'utf8')).views.map(({ id, query }) => [id, query]));
const decode = (text) => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&');
/** The answers to addresses, each as the figure that a page carries. */
function answered(addresses) {
  const input = addresses.map((address) => `${address}\n`).join('');
  const lines = execFileSync(DESK, ['answer', '-'], { input, encoding: 'utf8', maxBuffer: 1 << 30 }).trim().split('\n');
  assert.equal(lines.length, addresses.length);
  return lines.map((line) => JSON.parse(line));
}
/** What a reader sees of a frame. That a filter was chosen by default is a note; in an address the filter is written out. */
const seen = ({ measure, by, series, filters, rows, total, coverage, sources, caveats }) => ({
  measure, by, series, filters, rows, total, coverage, sources, caveats: caveats.filter((caveat) => !caveat.fixed_at),
});
const FOLDERS = new Map(JSON.parse(readFileSync('public/data/catalog.json', 'utf8')).packages.map(({ name, path }) => [name, dirname(path)]));
const files = new Map();
/** A frame's rows with each line number replaced by that line of its file: a part of a large table has numbers of its own. */
function records({ package: { name, file }, rows }) {
  const path = join('public/data', FOLDERS.get(name), file);
  if (!files.has(path)) files.set(path, readFileSync(path, 'utf8').split(/\r?\n/));
  const named = (value) => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || !value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, key === 'lines' ? of.map((line) => files.get(path)[line - 1]) : named(of)]));
  };
  return named(rows);
}
/** Fails for each figure whose address answers with other rows than it shows; figures are `{ frame, query, view, where }`. */
function same(figures) {
  const answers = answered(figures.map(({ query }) => query));
  for (const [at, { frame, where, view, query }] of figures.entries()) {
    const answer = answers[at].frame;
    assert.ok(answer, `${where}: ${query} is refused: ${JSON.stringify(answers[at].refusal)}`);
    if (answer.package.file !== frame.package.file) [answer, frame].forEach((either) => Object.assign(either, { rows: records(either) }));
    assert.deepEqual(seen(answer), seen(frame), `${where}: ${query}`);
    // The published view, whose embed and pictures the dialog offers, asks the same.
    if (view && VIEWS.has(view)) {
      const [listed] = answered([VIEWS.get(view)]);
      assert.deepEqual(seen(listed.frame).rows, frame.rows, `${where}: view ${view}`);
    }
  }
}

test('every share button of a prerendered page or answer leads to the rows above it', async () => {
  const figures = [];
  let samples = 0;
  for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !path.endsWith('.html') || path.startsWith(join('dist', 'embed'))) continue;
    const text = readFileSync(path, 'utf8');
    const islands = [...text.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json)).filter(Boolean);
    const carried = islands.map(({ figure }) => figure).filter(Boolean);
    const shares = [...text.matchAll(/<button[^>]*data-query="([^"]*)"(?: data-view="([^"]*)")?[^>]*class="share-button"/g)];
    // The explorer and comparisons carry their figures in another way; a test of theirs opens what they share.
    if (islands.some((island) => island.explorer || island.compare)) continue;
    const asking = carried.filter(({ frame }) => frame.query.package);
    samples += carried.length - asking.length;
    assert.equal(shares.length, asking.length, `${path}: as many share buttons as figures that can be asked for again`);
    shares.forEach(([, query, view], at) => figures.push({ frame: asking[at].frame, query: decode(query), view, where: path }));
  }
  assert.ok(figures.length > 400, `${figures.length} figures`);
  assert.ok(samples > 15, `${samples} made-up samples, which offer no sharing`);
  same(figures);
  console.log(`${figures.length} figures share what they show; ${samples} samples cannot be shared`);
});

test('under two filters and a range of periods the panels of a dashboard share what they show', async () => {
  const page = await site.page();
  const states = [
    '/?f.state=OH&f.industry_id=manufacturing', '/?f.state=MO~KS', '/?f.cohort_id=fy2024&f.state=TX', '/?f.industry_id=healthcare~energy-and-resilience',
    '/dashboard/good-jobs-challenge-demo/?f.industry_id=healthcare',
    // An older version shares that version, not the newest.
    '/dashboard/?package=good-jobs-challenge&at=1.3.0', '/dashboard/?package=good-jobs-challenge&at=1.3.0&f.state=MO',
  ];
  const figures = [];
  for (const address of states) {
    await page.visit(address);
    await page.waitForFunction(() => document.querySelector('.dashboard') && !document.querySelector('.dashboard[aria-busy]')
      && !document.documentElement.dataset.asked);
    for (const { json, query, view } of await page.locator('.dashboard .figure:has(.share-button)').evaluateAll((all) => all.map((figure) => {
      const { dataset } = figure.querySelector('.share-button');
      const slot = figure.closest('[data-slot]');
      const json = slot.querySelector('[data-figure-json]')?.dataset.figureJson ?? slot.querySelector('script[type="application/json"]')?.textContent;
      return { json, query: dataset.query, view: dataset.view };
    }))) if (json) figures.push({ frame: JSON.parse(json).figure.frame, query, view, where: address });
  }
  assert.ok(figures.length >= 4 * states.length, `${figures.length} figures`);
  same(figures);
  await page.done();
});
