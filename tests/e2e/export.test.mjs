// Files for reports, made by the desk and opened by other software: what a person will open them with. And pages on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

const DESK = 'target/debug/outcomes';
const VIEWS = [
  { name: 'map', address: '/explore/?package=good-jobs-challenge&measure=awards&by=state&view=map', says: 'Awards by state' },
  { name: 'bars', address: '/explore/?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar', says: 'Awards by industry' },
  { name: 'made up', address: '/explore/?package=good-jobs-challenge-demo&measure=placed&by=quarter', says: 'Illustrative data' },
];

let site;
let folder;
before(async () => {
  if (!existsSync(DESK)) throw new Error(`${DESK} is not built. Remedy: cargo build --bin outcomes`);
  folder = mkdtempSync(join(tmpdir(), 'outcomes-export-'));
  site = await openSite();
});
after(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
const office = (to, file, out) => run('soffice', `-env:UserInstallation=file://${join(folder, 'office')}`, '--headless', '--convert-to', to, '--outdir', out, file);

/** Files of a view, made by the desk. */
function desk(view, formats, ...more) {
  const out = join(folder, `${view.name.replace(' ', '-')}-${formats}`);
  run(DESK, 'draw', view.address, '--format', formats, '--width', '6.5in', '-o', out, ...more);
  const names = readdirSync(out);
  return { out, of: (ending) => join(out, names.find((name) => name.endsWith(ending))) };
}

/** How much two pictures differ, looked at from afar: the mean difference of grey in cells of a coarse grid, of 255. */
async function apart(one, other) {
  const page = await site.page();
  const address = (path) => `data:image/png;base64,${readFileSync(path).toString('base64')}`;
  const found = await page.evaluate(async (addresses) => {
    const cells = await Promise.all(addresses.map(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(48, 48);
      const pen = canvas.getContext('2d');
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, 48, 48);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, 48, 48);
      const { data } = pen.getImageData(0, 0, 48, 48);
      return Array.from({ length: 48 * 48 }, (_, at) => (data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2]) / 3);
    }));
    const sum = cells[0].reduce((total, level, at) => total + Math.abs(level - cells[1][at]), 0);
    return { mean: sum / cells[0].length, ink: cells[0].filter((level) => level < 250).length };
  }, [address(one), address(other)]);
  await page.context().close();
  return found;
}

for (const view of VIEWS) {
  test(`the pack of a ${view.name} view holds what other programs open`, async () => {
    const pack = desk(view, 'pack').of('.zip');
    run('unzip', '-tq', pack);
    run('python3', '-m', 'zipfile', '-t', pack);
    const out = join(folder, `unpacked-${view.name.replace(' ', '-')}`);
    run('unzip', '-q', pack, '-d', out);
    const [inner] = readdirSync(out);
    const files = readdirSync(join(out, inner));
    const of = (ending) => join(out, inner, files.find((name) => name.endsWith(ending) && !name.startsWith('address')));
    if (view.name === 'made up') assert.match(inner, /^illustrative_/);

    // Hashes by a program that is not ours.
    const manifest = JSON.parse(readFileSync(of('manifest.json'), 'utf8'));
    assert.equal(manifest.files.length + 1, files.length);
    for (const { name, sha256 } of manifest.files) {
      assert.equal(run('sha256sum', join(out, inner, name)).split(' ')[0], sha256, name);
    }

    const about = run('pdfinfo', of('.pdf'));
    assert.match(about, /Tagged:\s+yes/);
    assert.match(about, /Title:\s+\S/);
    assert.match(about, /Pages:\s+1\b/);
    assert.match(about, /Page size:\s+468 x/);
    const said = run('pdftotext', '-layout', of('.pdf'), '-').replace(/\s+/g, ' ');
    assert.ok(said.includes(view.says), said.slice(0, 300));
    assert.match(said, /Source/);
    assert.match(said, /good-jobs\.example\/explore/);
    assert.match(run('pdfinfo', '-struct', of('.pdf')), /Figure/);
    run('pdftoppm', '-r', '72', '-png', '-singlefile', of('.pdf'), join(out, 'page'));
    const same = await apart(of('_web.png'), join(out, 'page.png'));
    assert.ok(same.ink > 100 && same.mean < 8, `PDF and PNG: ${JSON.stringify(same)}`);

    const rows = JSON.parse(run('python3', '-c', [
      'import csv, json, sys, zipfile, xml.etree.ElementTree as tree',
      'rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))',
      'book = zipfile.ZipFile(sys.argv[2])',
      'space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}',
      'sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))',
      'print(json.dumps({"rows": rows, "sheet": len(sheet.findall(".//m:row", space)), "formulas": len(sheet.findall(".//m:f", space)),',
      '  "sheets": len(tree.fromstring(book.read("xl/workbook.xml")).findall(".//m:sheet", space))}))',
    ].join('\n'), of('.csv'), of('.xlsx')));
    const frame = JSON.parse(readFileSync(of('.json'), 'utf8')).frame;
    assert.equal(rows.rows.length, frame.rows.length);
    assert.deepEqual([rows.sheet, rows.formulas, rows.sheets], [frame.rows.length + 1, 0, 2]);
    frame.rows.forEach((row, at) => {
      const { low } = row.cell.quantity ?? {};
      assert.equal(rows.rows[at].low, low ? String(low.at) : '', row.label);
    });

    office('pdf', of('.docx'), out);
    const block = join(out, readdirSync(out).find((name) => name.endsWith('.pdf')));
    const written = run('pdftotext', '-layout', block, '-').replace(/\s+/g, ' ');
    for (const text of [view.says, 'Source', 'good-jobs.example']) assert.ok(written.includes(text), `${text}: ${written.slice(0, 400)}`);
    assert.match(run('pdfimages', '-list', block), /image/, 'the picture is in it');

    office('csv', of('.xlsx'), out);
    const sheet = readFileSync(join(out, readdirSync(out).find((name) => name.endsWith('.csv'))), 'utf8');
    assert.match(sheet, /^key,label/);

    office('png', of('.svg'), out);
    const drawn = join(out, readdirSync(out).find((name) => name.endsWith('.png') && name !== 'page.png'));
    const alike = await apart(of('_web.png'), drawn);
    assert.ok(alike.mean < 6, `LibreOffice and ours: ${JSON.stringify(alike)}`);
  });
}

test('a page prints whole charts with addresses and without controls, on both sizes of paper', async () => {
  const page = await site.page();
  for (const [path, says] of [['/', 'Awards by state served'], [VIEWS[1].address, 'Awards by industry'], ['/states/MD/', 'Maryland']]) {
    await page.visit(path);
    for (const format of ['Letter', 'A4']) {
      const file = join(folder, 'print.pdf');
      writeFileSync(file, await page.pdf({ format, preferCSSPageSize: false }));
      const text = run('pdftotext', '-layout', file, '-');
      assert.ok(text.includes(says), `${path} on ${format}`);
      assert.doesNotMatch(text, /Skip to|Show the table/, `${path} on ${format}`);
      assert.match(text, /good-jobs\.example/, 'where the page is from');
      assert.match(text, /https:\/\/\S+/, 'links are written out');
    }
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 900 });
  await page.visit('/');
  const shown = await page.locator('.chart').first().evaluate((chart) => {
    const box = (name) => chart.querySelector(name).getBoundingClientRect();
    return { wide: box('.chart-wide').width, narrow: box('.chart-narrow').width, page: document.documentElement.scrollWidth };
  });
  assert.ok(shown.wide > 500 && shown.narrow === 0 && shown.page <= 680, JSON.stringify(shown));
  await page.done();
});
