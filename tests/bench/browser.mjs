// Loading and querying the wage tables as a visitor waits for them, in the built site and real Chromium:
// from the decision to the frame in which its answer stands, files from a server on this machine included.
//   node tests/bench/browser.mjs [RUNS]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from '../e2e/page.mjs';

const RUNS = Number(process.argv[2] ?? 9);
const SITE = process.env.SITE ?? 'dist';
const PACKAGE = 'wages-oews-2025';

const rowsOf = (name) => readFileSync(join(SITE, 'data', PACKAGE, name), 'utf8').trimEnd().split('\n').length - 1;
const manifest = JSON.parse(readFileSync(join(SITE, 'data', PACKAGE, 'datapackage.json'), 'utf8'));

/** Chooses in a list; resolves to the milliseconds until the frame after the one that shows the answer. */
const choose = (page, name, value) => page.evaluate(([id, key]) => new Promise((done) => {
  const select = document.querySelector(`#explore-${id}`);
  const answer = document.querySelector('.explorer-answer');
  const heading = () => answer.querySelector('h2')?.textContent;
  const before = heading();
  const began = performance.now();
  new MutationObserver((_, observer) => {
    if (heading() === before || answer.getAttribute('aria-busy') !== 'false') return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  }).observe(answer, { subtree: true, childList: true, characterData: true, attributes: true });
  select.value = key;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}), [name, value]);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const tell = (what, list, rows) => {
  const middle = median(list);
  const ends = `${Math.min(...list).toFixed(1)}–${Math.max(...list).toFixed(1)}`;
  console.log(`${what}: ${middle.toFixed(1)} ms (${ends}, ${list.length} runs), ${Math.round(rows / middle * 1000).toLocaleString('en')} rows/s`);
};

const site = await openSite({ folder: SITE });
const loads = [];
const queries = [];
let received = new Set();
for (let run = 0; run < RUNS; run += 1) {
  const page = await site.page();
  received = new Set();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.includes(`/${PACKAGE}/`) && pathname.endsWith('.csv')) received.add(pathname.split('/').pop());
  });
  await page.visit('/explore/');
  await page.waitForLoadState('networkidle');
  loads.push(await choose(page, 'package', PACKAGE));
  for (const field of ['occupation_code', 'state']) queries.push(await choose(page, 'by', field));
  await page.done();
}
await site.close();
const all = manifest.resources.filter(({ path }) => received.has(path)).reduce((sum, { path }) => sum + rowsOf(path), 0);
tell(`Load, check and show ${PACKAGE} (${all.toLocaleString('en')} rows in ${received.size} files)`, loads, all);
tell('Another break-down, answered and painted (by occupation, then by state)', queries, rowsOf('state_occupations.csv'));
