// Opens files for reports with other software, as readers will do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const DESK = 'target/debug/outcomes';

export const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
export const office = (to, file, out) => run('soffice', `-env:UserInstallation=file://${join(dirname(out), 'office')}`, '--headless', '--convert-to', to, '--outdir', out, file);

/** Files of a view, written by the command-line tool into `out`. */
export function drawn(out, address, formats, ...more) {
  run(DESK, 'draw', address, '--format', formats, '--width', '6.5in', '-o', out, ...more);
  const names = readdirSync(out);
  return { out, of: (ending) => join(out, names.find((name) => name.endsWith(ending))) };
}

/** How much two pictures differ, looked at from afar: the mean difference of grey in cells of a coarse grid, of 255. */
export async function apart(site, one, other) {
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
  await page.leave();
  return found;
}

/** Fails unless a pack is complete and other programs read the numbers of the view in each of its files; resolves to the name of its folder. */
export async function openPack(site, pack, says) {
  run('unzip', '-tq', pack);
  run('python3', '-m', 'zipfile', '-t', pack);
  const out = `${pack}-unpacked`;
  run('unzip', '-q', pack, '-d', out);
  const [inner] = readdirSync(out);
  const files = readdirSync(join(out, inner));
  const of = (ending) => join(out, inner, files.find((name) => name.endsWith(ending) && !name.startsWith('address')));

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
  assert.ok(said.includes(says), said.slice(0, 300));
  assert.match(said, /Source/);
  assert.match(said, /good-jobs\.example\/explore/);
  assert.match(run('pdfinfo', '-struct', of('.pdf')), /Figure/);
  // As many dots to the inch as the picture for the web has.
  run('pdftoppm', '-r', '96', '-png', '-singlefile', of('.pdf'), join(out, 'page'));
  const same = await apart(site, of('_web.png'), join(out, 'page.png'));
  assert.ok(same.ink > 100 && same.mean < 8, `PDF and PNG: ${JSON.stringify(same)}`);

  const rows = JSON.parse(run('python3', '-c', [
    'import csv, json, sys, zipfile, xml.etree.ElementTree as tree',
    'rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))',
    'book = zipfile.ZipFile(sys.argv[2])',
    'space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}',
    'sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))',
    'print(json.dumps({"rows": rows, "sheet": len(sheet.findall(".//m:row", space)), "formulas": len(sheet.findall(".//m:f", space)),',
    '  "sheets": [sheet.get("name") for sheet in tree.fromstring(book.read("xl/workbook.xml")).findall(".//m:sheet", space)]}))',
  ].join('\n'), of('.csv'), of('.xlsx')));
  const frame = JSON.parse(readFileSync(of('.json'), 'utf8')).frame;
  assert.equal(rows.rows.length, frame.rows.length);
  const data = frame.package.illustrative ? 'Illustrative data' : 'Data';
  assert.deepEqual([rows.sheet, rows.formulas, rows.sheets], [frame.rows.length + 1, 0, [data, 'Chart', 'About']]);
  frame.rows.forEach((row, at) => {
    const { low } = row.cell.quantity ?? {};
    assert.equal(rows.rows[at].low, low ? String(low.at) : '', row.label);
  });

  office('pdf', of('.docx'), out);
  const block = join(out, readdirSync(out).find((name) => name.endsWith('.pdf')));
  const written = run('pdftotext', '-layout', block, '-').replace(/\s+/g, ' ');
  for (const text of [says, 'Source', 'good-jobs.example']) assert.ok(written.includes(text), `${text}: ${written.slice(0, 400)}`);
  assert.match(run('pdfimages', '-list', block), /image/, 'the picture is in it');

  office('csv', of('.xlsx'), out);
  const sheet = readFileSync(join(out, readdirSync(out).find((name) => name.endsWith('.csv'))), 'utf8');
  assert.match(sheet, /^key,label/);

  office('png', of('.svg'), out);
  const picture = join(out, readdirSync(out).find((name) => name.endsWith('.png') && name !== 'page.png'));
  const alike = await apart(site, of('_web.png'), picture);
  assert.ok(alike.mean < 6, `LibreOffice and ours: ${JSON.stringify(alike)}`);
  return inner;
}
