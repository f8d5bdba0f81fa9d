// Drawing in the browser, as ratios to a plain baseline by hand and beside two libraries, in the same page and run:
//   node tests/bench/charts.mjs [MOST_ROWS]      as `make bench` does, after .ci/bench.sh has built build/bench
// CHARTS is the folder into which tests/bench/charts/package.json was installed; without it the libraries are left out, and
// the table says so. The figures are also written to build/bench/charts.json.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { FLAGS, browserPath } from '../e2e/browser.mjs';

const HERE = 'tests/bench/charts';
const PACKAGES = join(process.env.CHARTS ?? HERE, 'node_modules');
const FILES = {
  '/baseline.js': join(HERE, 'baseline.js'),
  '/measure.js': join(HERE, 'measure.js'),
  '/svg.js': 'public/svg.js',
  '/ours/charts.js': 'build/bench/charts.js',
  '/ours/charts_bg.wasm': 'build/bench/charts_bg.wasm',
  '/d3.js': join(PACKAGES, 'd3/dist/d3.min.js'),
  '/plot.js': join(PACKAGES, '@observablehq/plot/dist/plot.umd.min.js'),
  '/uplot.js': join(PACKAGES, 'uplot/dist/uPlot.iife.min.js'),
  '/uplot.css': join(PACKAGES, 'uplot/dist/uPlot.min.css'),
  '/tokens.css': 'build/tokens.css',
  '/chart.css': 'style/chart.css',
};
const TYPES = { '.woff2': 'font/woff2', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css' };
const LIBRARIES = ['/d3.js', '/plot.js', '/uplot.js'].filter((name) => existsSync(FILES[name]));
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title>
<link rel="stylesheet" href="/tokens.css"><link rel="stylesheet" href="/chart.css">${LIBRARIES.length ? '<link rel="stylesheet" href="/uplot.css">' : ''}
${LIBRARIES.map((name) => `<script src="${name}"></script>`).join('')}
<body style="font-family:var(--font-sans)"><p id="told"></p><div id="place" style="width:736px"></div></html>`;

// Isolated, so that the page's clock tells microseconds.
const HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  try {
    const isFont = /^\/fonts\/[\w.-]+\.woff2$/.test(pathname);
    const body = pathname === '/' ? PAGE : await readFile(isFont ? join('build', pathname) : FILES[pathname]);
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(pathname)] ?? 'text/html' }).end(body);
  } catch {
    response.writeHead(404, HEADERS).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
page.on('pageerror', (reason) => console.error(reason.stack ?? String(reason)));
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const most = Number(process.argv[2] ?? 1_000_000);
try {
  const found = await page.evaluate(async (rows) => (await import('/measure.js')).measure(rows), most);
  const cell = (times, who) => {
    if (times[who] === undefined) return '';
    const ratio = times.baseline && who !== 'baseline' ? ` ${(times[who] / times.baseline).toFixed(2)} ×` : '';
    return `${times[who].toFixed(times[who] < 10 ? 2 : 1)} ms${ratio}`;
  };
  const columns = ['baseline', 'ours', 'uPlot', 'Plot'];
  const lines = [['', ...columns], ...Object.entries(found).map(([task, times]) => [task, ...columns.map((who) => cell(times, who))])];
  const wide = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  for (const line of lines) console.log(line.map((text, at) => (at ? text.padStart(wide[at]) : text.padEnd(wide[at]))).join('  '));
  if (LIBRARIES.length < 3) console.log('uPlot and Observable Plot were not measured: their packages are not installed (CHARTS).');
  await mkdir('build/bench', { recursive: true });
  await writeFile('build/bench/charts.json', `${JSON.stringify(found, undefined, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}
