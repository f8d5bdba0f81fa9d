// Files for reports, made by the command-line tool and opened by other software, as readers will do. Also printed
// pages.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DESK, drawn, openPack, run } from './files.mjs';
import { openSite } from './page.mjs';

const VIEWS = [
  { name: 'map', address: '/explore/?package=good-jobs-challenge&measure=awards&by=state&view=map', says: 'Grants by state' },
  { name: 'bars', address: '/explore/?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar', says: 'Grants by industry' },
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

for (const view of VIEWS) {
  test(`the pack of a ${view.name} view holds what other programs open`, async () => {
    const { of } = drawn(join(folder, view.name.replace(' ', '-')), view.address, 'pack');
    const inner = await openPack(site, of('.zip'), view.says);
    if (view.name === 'made up') assert.match(inner, /^illustrative_/);
  });
}

test('a page prints whole charts with addresses and without controls, on both sizes of paper', async () => {
  const page = await site.page();
  for (const [path, says] of [['/', 'Grants by state served'], [VIEWS[1].address, 'Grants by industry'], ['/states/MD/', 'Maryland']]) {
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
  const widths = async (address) => {
    await page.visit(address);
    return page.locator('.chart').first().evaluate((chart) => {
      const box = (name) => chart.querySelector(name).getBoundingClientRect();
      return { wide: box('.chart-wide').width, narrow: box('.chart-narrow').width, page: document.documentElement.scrollWidth };
    });
  };
  const one = await widths('/states/MD/');
  assert.ok(one.wide > 500 && one.narrow === 0 && one.page <= 680, JSON.stringify(one));
  // The panels of a dashboard are two in a row, drawn as on a phone: letters of 12 px are at least 8 points.
  const two = await widths('/');
  assert.ok(two.narrow >= 344 * 8 / 9 && two.narrow < 340 && two.wide === 0 && two.page <= 680, JSON.stringify(two));
  await page.done();
});
