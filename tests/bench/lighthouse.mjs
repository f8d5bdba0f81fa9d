// Lighthouse with its mobile profile (a slow phone and line, simulated), the median of several runs a page, beside a
// page of plain text served alike: on a busy machine that page loses points too, and tells how much is noise.
//   node tests/bench/lighthouse.mjs [RUNS] [ADDRESS…]      after `make site`, as `make bench` does
// LIGHTHOUSE is the folder into which tests/bench/lighthouse/package.json was installed, DIST the built site.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { FLAGS, browserPath } from '../e2e/browser.mjs';

const from = (name) => import(pathToFileURL(join(process.env.LIGHTHOUSE, 'node_modules', name)).href);
const { default: lighthouse } = await from('lighthouse/core/index.js');
const { launch } = await from('chrome-launcher/dist/index.js');

const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const PLAIN = 'plain.html';
const [runs = '5', ...given] = process.argv.slice(2);
const addresses = given.length ? given : ['/', '/explore/', '/figures/good-jobs-challenge-people-placed-25000/', '/stories/boston-child-care/'];

const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
await cp(process.env.DIST ?? 'dist', folder, { recursive: true });
await writeFile(join(folder, PLAIN), '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
  + '<title>Plain</title><meta name="description" content="A page of text."></head><body><main><h1>Plain</h1><p>A page of text.</p></main></body></html>\n');
await run('node', ['.ci/compress.mjs', folder]);
const desk = spawn('cargo', ['run', '--quiet', '--locked', '--bin', 'outcomes', '--', 'serve', '--dist', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
const url = await opened(desk);

let missed = 0;
try {
  for (const address of [PLAIN, ...addresses]) {
    const found = [];
    for (let at = 0; at < Number(runs); at += 1) found.push(await one(new URL(address.replace(/^\//, ''), url).href));
    tell(address, found);
  }
} finally {
  desk.kill();
  await rm(folder, { recursive: true, force: true });
}
console.log(missed ? `${missed} of the aims were missed` : 'every aim was met');

/** One run in a browser of its own: the report. */
async function one(address, again = true) {
  const chrome = await launch({ chromePath: browserPath(), chromeFlags: FLAGS, logLevel: 'error' });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(WANTED) });
    // A browser that did not come up measures nothing: it is told, and asked again once.
    if (lhr.runtimeError && again) {
      console.log(`  a run of ${address} gave no measure: ${lhr.runtimeError.code}`);
      return one(address, false);
    }
    return lhr;
  } finally {
    chrome.kill();
  }
}

function tell(address, reports) {
  const sorted = (of) => reports.map(of).sort((a, b) => a - b);
  const middle = (of) => sorted(of)[Math.floor(reports.length / 2)];
  const number = (id) => middle((report) => report.audits[id].numericValue);
  console.log(`\n${address}  (${reports[0].configSettings.formFactor}, throttling ${reports[0].configSettings.throttlingMethod}, ${reports.length} runs)`);
  for (const [id, wanted] of Object.entries(WANTED)) {
    const score = (report) => Math.round((report.categories[id].score ?? 0) * 100);
    const is = middle(score);
    const fails = is < wanted && address !== PLAIN;
    missed += Number(fails);
    console.log(`  ${id.padEnd(15)} ${String(is).padStart(3)}${fails ? ` of ${wanted} wanted` : ''}  (${sorted(score).join(', ')})`);
  }
  console.log(`  first paint ${Math.round(number('first-contentful-paint'))} ms, largest ${Math.round(number('largest-contentful-paint'))} ms, `
    + `blocked ${Math.round(number('total-blocking-time'))} ms, shift ${number('cumulative-layout-shift').toFixed(3)}, ${Math.round(number('total-byte-weight') / 1000)} kB`);
  const last = reports.at(-1);
  const ids = new Set(Object.keys(WANTED).flatMap((id) => last.categories[id].auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id)));
  for (const id of ids) {
    const { score, title, displayValue = '', details } = last.audits[id];
    if (score === null || score >= 0.9) continue;
    const where = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description ?? item.sourceLocation?.url ?? '').filter(Boolean).join(' | ');
    console.log(`    ${id}: ${title} ${displayValue} ${where}`.slice(0, 400));
  }
}

async function run(command, args) {
  const [code] = await once(spawn(command, args, { stdio: 'inherit' }), 'exit');
  if (code) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/** The address that the desk says it serves. */
async function opened(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/http:\/\/\S+/);
    if (found) return found[0];
  }
  throw new Error('the desk did not say where it serves');
}
