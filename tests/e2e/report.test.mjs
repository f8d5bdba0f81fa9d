// The report page: charts are collected on other pages, reordered, shared, downloaded as one file; an older list and
// the markup of another page are compared with what is published. Nothing is uploaded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { desk } from './hosts.mjs';
import { openSite } from './page.mjs';
import { found } from '../../public/health.js';

const DIST = process.env.SITE ?? 'dist';
const PHONE = { viewport: { width: 360, height: 740 } };
const MAP = '?package=good-jobs-challenge&measure=awards&by=state&view=map';
const BARS = '?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar';

// The share dialog shows its preview in a sandboxed frame; a host sends its files with CORS headers for all origins.
let host, site;
before(async () => { host = await desk(DIST); site = await openSite({ url: host.url }); });
after(async () => { await site?.close(); await host?.close(); });

const shared = (...queries) => `/report/?${queries.map((query) => `v=${encodeURIComponent(query.slice(1))}`).join('&')}`;
const titles = (page) => page.locator('.report-charts li a').allInnerTexts();
const said = (page, part) => page.locator(`${part} .report-said`);

test('a chart is collected where it stands, and the list is moved, kept and emptied by keyboard', async () => {
  const page = await site.page(PHONE);
  await page.visit('/industries/');
  await page.locator('.share-button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add to my report' }).click();
  await dialog.getByText('Added as number 1.').waitFor();
  await page.keyboard.press('Escape');
  await page.visit('/explore/?package=good-jobs-challenge&measure=people_placed&by=published_on&view=line');
  await page.locator('.share-button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add to my report' }).click();
  await page.getByRole('dialog').getByText('Added as number 2.').waitFor();
  await page.getByRole('dialog').getByRole('link', { name: 'Your report' }).click();
  await page.waitForURL(/\/report\//);
  await page.locator('.report-charts li').nth(1).waitFor();
  const [first, second] = await titles(page);
  assert.match(second, /placed/i);
  await page.getByRole('button', { name: /^Move up/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.report-list').getByText('is now number 1').waitFor();
  assert.deepEqual(await titles(page), [second, first]);
  // The focus stays with the chart that has moved.
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Move down/);
  await page.reload();
  await page.locator('.report-charts li').nth(1).waitFor();
  assert.deepEqual(await titles(page), [second, first]);
  await page.getByRole('button', { name: /^Remove/ }).first().click();
  assert.deepEqual(await titles(page), [first]);
  await page.getByRole('button', { name: 'Clear list' }).click();
  await page.getByText('No charts yet.').waitFor();
  await page.done();
});

test('a list is shared as an address and leaves the reader’s own alone', async () => {
  const page = await site.page();
  await page.visit(shared(MAP, BARS));
  await page.locator('.report-charts li img').nth(1).waitFor();
  assert.deepEqual(await titles(page), ['Grants by state served', 'Grants by industry']);
  assert.equal(await page.evaluate(() => localStorage.getItem('good-jobs-report')), null);
  await page.getByRole('button', { name: 'Save as my list' }).click();
  await page.getByText('This is now your list.').waitFor();
  assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem('good-jobs-report')).length), 2);
  assert.equal(new URL(page.url()).search, '');
  // What is in an address is text, whatever it looks like.
  await page.visit(shared('?package=<img src=x onerror=alert(1)>&measure=awards'));
  await page.locator('.report-charts li').waitFor();
  assert.equal(await page.locator('.report-charts img[src="x"]').count(), 0);
  await page.done();
});

test('all charts come as one file, and its list is held against newer numbers', async () => {
  const page = await site.page();
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET' || !request.url().startsWith(site.url)) if (!/^(blob|data):/.test(request.url())) sent.push(request.url()); });
  await page.visit(shared(MAP, BARS));
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), page.getByRole('button', { name: 'Download report' }).click()]);
  assert.match(file.suggestedFilename(), /^report_charts-2_\d{4}-\d\d-\d\d\.zip$/);
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  execFileSync('unzip', ['-q', await file.path(), '-d', folder]);
  const kept = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  assert.equal(kept.charts.length, 2);
  for (const chart of kept.charts) assert.ok(chart.numbers.length > 10 && chart.files.some(({ name }) => name.endsWith('.docx')));
  assert.equal(readFileSync(join(folder, 'bibliography.txt'), 'utf8').trim().split('\n').length, 2);
  // One document has a picture with its alternative text, a caption and a table for each chart.
  const unzip = (how, path, ...names) => execFileSync('unzip', [how, path, ...names], { encoding: 'utf8' });
  const report = join(folder, 'report.docx');
  assert.equal(unzip('-Z1', report).match(/^word\/media\/.+\.png$/gm).length, 2);
  const written = unzip('-p', report, 'word/document.xml');
  const parts = [/<wp:docPr [^>]*descr="[^"]+"/g, /<w:pStyle w:val="Caption"\/>/g, / SEQ Figure /g, /<w:tblHeader\/>/g];
  for (const part of parts) assert.equal(written.match(part)?.length, 2, String(part));
  for (const name of unzip('-Z1', await file.path()).trim().split('\n')) assert.ok(name.length <= 60, name);
  const row = readFileSync(join(folder, 'figures-cited.csv'), 'utf8').split('\r\n').find((line) => line.includes('Ohio'));
  assert.match(row, /3 grants/);

  const choose = (list) => page.locator('.report-old input').setInputFiles({ name: 'manifest.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) });
  await choose(kept);
  await said(page, '.report-old').getByText('Charts checked: 2.').waitFor({ timeout: 30_000 });
  assert.deepEqual(await page.locator('.report-since > li').evaluateAll((all) => all.map((one) => one.dataset.verdict)), ['same', 'same']);
  // The same list as it would be had a number been another then, and a question that has no answer.
  const older = structuredClone(kept);
  older.charts[0].numbers.find(({ label }) => label === 'Ohio').value = '2 grants';
  older.charts[1].address = older.charts[1].address.replace('measure=awards', 'measure=withdrawn_measure');
  await choose(older);
  await page.getByText('Ohio: was 2 grants, now 3 grants').waitFor({ timeout: 30_000 });
  const [changed, gone] = await page.locator('.report-since > li').evaluateAll((all) => all.map((one) => one.dataset.verdict));
  assert.deepEqual([changed, gone], ['changed', 'gone']);
  await choose({ nothing: true });
  await page.getByText('manifest.json is not a report file').waitFor();
  assert.deepEqual(sent, []);
  await page.done();
});

test('what a text holds is found, whatever its markup', () => {
  const text = `<p>https://a.example/embed/x/</p><IFRAME title='A "b"' src="https://a.example/embed/y/?a=1&amp;b=2"></IFRAME>
    <good-jobs-chart view=z query="?measure=awards"><a href="https://a.example/embed/z/"><img src='https://a.example/embed/z/picture.png' alt="Z > Y"></a></good-jobs-chart>
    <script src="https://a.example/embed/host.js"></script>`;
  assert.deepEqual(found(text).map(({ way }) => way), ['frame', 'element', 'link', 'picture', 'address']);
  assert.equal(found(text)[0].address, 'https://a.example/embed/y/?a=1&b=2');
  assert.equal(found(text)[0].title, 'A "b"');
  assert.equal(found(text)[3].title, 'Z > Y');
  assert.deepEqual(found('nothing here'), []);
  // No text takes long to read.
  const began = performance.now();
  for (const part of ['a="', '<a "', '<a ', "<img '"]) found(`<iframe ${part.repeat(20_000)}`);
  assert.ok(performance.now() - began < 5_000);
});

test('charts on a page are checked: those without a title, of older data, with names of old and of nothing', async () => {
  const page = await site.page(PHONE);
  await page.visit('/report/');
  const { views } = JSON.parse(readFileSync(join(DIST, 'embed', 'share.json'), 'utf8'));
  const [{ versions }] = JSON.parse(readFileSync(join(DIST, 'data', 'catalog.json'), 'utf8')).packages.filter(({ name }) => name === 'good-jobs-challenge');
  const id = views.find(({ query }) => query === BARS).id;
  const old = versions.at(-1).version;
  const lines = [
    `<iframe src="${site.url}embed/${id}/" title="Awards"></iframe>`,
    `<iframe src="${site.url}embed/${id}/?at=${old}"></iframe>`,
    `<a href="${site.url}embed/no-such-view/">a link</a>`,
    `${site.url}explore/${BARS}`,
    'https://elsewhere.example/embed/x/',
  ];
  await page.locator('.report-health textarea').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await said(page, '.report-health').getByText('Charts checked: 5. Charts with problems: 2.').waitFor({ timeout: 60_000 });
  const rows = page.locator('.report-health-table tbody tr');
  const state = (at) => rows.nth(at).locator('td').last().innerText();
  assert.match(await state(0), /Works\./);
  assert.match(await state(0), /newest/);
  assert.match(await state(1), /has no title/);
  assert.match(await state(1), new RegExp(`Fixed to version ${old.replaceAll('.', '\\.')}.*is newer`));
  assert.match(await state(2), /There is no published view “no-such-view”/);
  assert.match(await state(3), /Works\./);
  assert.match(await state(4), /This address is not on this site/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it fits a phone');
  await page.locator('.report-health textarea').fill('nothing');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('We found no address in this text.').waitFor();
  await page.done();
});

test('without scripts the page says so; with them it has no violation in either theme', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(new URL('/report/', site.url).href);
  await page.getByText('The report page needs JavaScript').waitFor();
  await page.done();
  const prepare = (page) => page.locator('.report-charts li img').nth(1).waitFor();
  assert.deepEqual(await violations(site, shared(MAP, BARS), { ...PHONE, schemes: SCHEMES }, prepare), []);
});
