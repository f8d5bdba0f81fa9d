// Files that are no CSV, opened on Explore: what reads them is fetched then and not before, and bad ones end in a message.
// tests/formats makes the files and has the cases of every format.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const opened = (page) => page.locator('.foreign').waitFor({ timeout: 60_000 });
const title = (page) => page.locator('.figure-title');
const rows = (page) => page.locator('.figure tbody tr').evaluateAll((all) =>
  all.map((row) => [row.querySelector('th')?.textContent.trim(), row.querySelector('td.number')?.textContent.trim()].join(' ')).sort());
const made = (name) => ({ name, mimeType: '', buffer: readFileSync(`tests/formats/files/${name}`) });
const fetchedParts = (page) => {
  const parts = [];
  page.on('request', (request) => { if (/\/formats[./]/.test(request.url())) parts.push(new URL(request.url()).pathname); });
  return parts;
};

test('a spreadsheet and JSON open on Explore; what reads them is fetched when they come', async () => {
  const page = await site.page();
  const parts = fetchedParts(page);
  await page.visit('/explore/');
  await page.quiet();
  assert.deepEqual(parts, []);
  const field = page.locator('#opener-files');
  await field.setInputFiles(made('two-sheets.xlsx'));
  await opened(page);
  assert.equal(parts.length, 3, String(parts));
  assert.match(await title(page).textContent(), /People placed by state/i);
  // Each sheet is a table of the package.
  assert.match(await page.locator('#explore-measure').textContent(), /Hourly wage/);
  await page.visit('/explore/');
  await field.setInputFiles(made('records.json'));
  await opened(page);
  assert.match(await title(page).textContent(), /People placed by state/i);
  await page.done();
});

test('a spreadsheet at an address opens, and its cells are its cells', async () => {
  const page = await site.page();
  const book = readFileSync('tests/formats/files/plain.ods');
  await page.route('https://data.example/**', (route) => route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: book }));
  await page.visit(`/explore/?package=${encodeURIComponent('https://data.example/results.ods')}&measure=${encodeURIComponent('People placed')}&by=State&view=table`);
  await opened(page);
  assert.deepEqual((await rows(page)).map((row) => row.replace(/\s+/g, ' ')), ['Maryland 1,200', 'Ohio 85', 'Virginia 340']);
  await page.getByText('Row 4 is hidden in the spreadsheet').waitFor();
  await page.done();
});

test('a Parquet file opens, alone and in an archive, with a module of its own', async () => {
  const page = await site.page();
  const parts = fetchedParts(page);
  const parquet = (name) => readFileSync(`tests/formats/parquet/${name}.parquet`);
  await page.visit('/explore/');
  const field = page.locator('#opener-files');
  await field.setInputFiles({ name: 'placed.parquet', mimeType: '', buffer: parquet('placed-zstd') });
  await opened(page);
  // The script, and one module of two files: spreadsheets are not asked for.
  assert.equal(parts.length, 3, String(parts));
  assert.match(await title(page).textContent(), /People placed by state/i);
  assert.match(await page.locator('.figure').first().textContent(), /1,200/);
  await page.visit('/explore/');
  await field.setInputFiles({ name: 'placed.gz', mimeType: '', buffer: gzipSync(parquet('placed-snappy')) });
  await opened(page);
  assert.match(await title(page).textContent(), /People placed by state/i);
  await page.visit('/explore/');
  await field.setInputFiles({ name: 'lz4.parquet', mimeType: '', buffer: parquet('placed-lz4') });
  await page.getByText('this file is compressed with LZ4, which this site cannot read').waitFor();
  // A length that reaches behind its page stops the module: the message is that of a damaged file.
  const damaged = parquet('lengths-1');
  damaged[7532] = 255;
  await field.setInputFiles({ name: 'damaged.parquet', mimeType: '', buffer: damaged });
  await page.getByText('damaged.parquet: this file cannot be read as Parquet').waitFor();
  await field.setInputFiles({ name: 'again.parquet', mimeType: '', buffer: parquet('placed-none') });
  await opened(page);
  await page.done();
});

test('a bad file ends in a message, and what was shown before stays', async () => {
  const page = await site.page();
  await page.visit('/explore/');
  const half = made('two-sheets.xlsx').buffer.subarray(0, 900);
  await page.locator('#opener-files').setInputFiles({ name: 'half.xlsx', mimeType: '', buffer: half });
  await page.getByText('half.xlsx: this file cannot be read as zip').waitFor();
  await page.locator('#opener-files').setInputFiles({ name: 'old.xls', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') });
  await page.getByText('old.xls: this site cannot read files of the format Excel 97–2003').waitFor();
  assert.equal(await title(page).count(), 1);
  await page.done();
});
