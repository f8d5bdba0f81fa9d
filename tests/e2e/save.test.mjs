// Chart files made in the page: fetched on request, identical to those of the command-line tool, opened by other
// software.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { DESK, drawn, openPack, run } from './files.mjs';
import { openSite } from './page.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
// Views of Explore, whose figures may change and are passed by the module; other figures are read from the page.
const VIEWS = [
  { name: 'map', asked: '?package=good-jobs-challenge&measure=awards&by=state&view=map' },
  { name: 'bar', asked: '?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar' },
  { name: 'line', asked: '?package=registered-apprenticeship&measure=active_apprentices&by=fiscal_year&series=coverage&view=line' },
  { name: 'range', asked: '?package=wages-oews-2025&measure=hourly_median&by=occupation_code&view=range&f.state=MO&f.occupation_code=47-2111~49-9021~53-3032~29-2061~51-4121' },
  { name: 'made up', asked: '?package=good-jobs-challenge-demo&measure=placed&by=quarter&view=bar' },
];
const MADE = /\/(save\.js|nodes\.js|save\/|geo\/)/;

let site;
let folder;
before(async () => {
  if (!existsSync(DESK)) throw new Error(`${DESK} is not built. Remedy: cargo build --bin outcomes`);
  folder = mkdtempSync(join(tmpdir(), 'outcomes-save-'));
  site = await openSite();
});
after(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Opens Explore and waits until the answer that the address asks for is shown. */
async function visit(page, asked) {
  await page.visit(`/explore/${asked}`);
  await settled(page);
}
const settled = (page) => page.waitForFunction(() => !document.documentElement.dataset.asked
  && document.querySelector('.explorer-answer')?.getAttribute('aria-busy') === 'false', undefined, { timeout: 30_000 });

const dialogOf = (page) => page.locator('dialog.save-dialog');
const told = (page) => page.locator('.save-told');
const act = (page, what) => page.locator(`.save-dialog [data-make="${what}"]`);

/** Opens the dialog of a figure and waits until what makes files is there. */
async function open(page, figure = page.locator('.figure').first()) {
  await figure.locator('.save-button').click();
  await told(page).getByText('Ready.').waitFor({ timeout: 60_000 });
}

/** Presses a button of the dialog; resolves to the file it makes. */
async function saved(page, what) {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act(page, what).click()]);
  const path = join(folder, `${what}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  await told(page).getByText(`Downloaded: ${file.suggestedFilename()}`).waitFor();
  return path;
}

/** Presses a button that copies; resolves to the text on the clipboard. */
async function copied(page, what) {
  await act(page, what).click();
  await told(page).getByText('Copied:').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Compares the files of the open dialog with those of the command-line tool for the same question. */
async function sameAsDesk(page, name, asked) {
  const desk = drawn(join(folder, `desk-${name.replace(' ', '-')}`), asked, 'svg,csv,json,xlsx,pdf');
  for (const what of ['svg', 'csv', 'json', 'xlsx', 'pdf']) {
    const own = readFileSync(await saved(page, what));
    const other = desk.of(`.${what}`);
    assert.ok(own.equals(readFileSync(other)), `${name}: the page's ${what} is not the desk's ${other}`);
  }
}

for (const { name, asked } of VIEWS) {
  test(`a ${name} view of Explore gives the bytes of the desk`, async () => {
    const page = await site.page();
    await visit(page, asked);
    await open(page);
    await sameAsDesk(page, name, asked);
    await page.done();
  });
}

for (const [address, name] of [['/', 'first page'], ['/industries/', 'industries']]) {
  test(`a published figure of the page ${address} gives the bytes of the desk`, async () => {
    const page = await site.page();
    await page.visit(address);
    const figure = page.locator('.island-figure .figure', { has: page.locator('.share-button[data-view]') }).first();
    const id = await figure.locator('.share-button').getAttribute('data-view');
    const { query } = JSON.parse(readFileSync('public/data/views.json', 'utf8')).views.find((view) => view.id === id);
    await open(page, figure);
    await sameAsDesk(page, name, query);
    await page.done();
  });
}

test('nothing is fetched before somebody asks, and then nothing is sent', async () => {
  const page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.visit('/');
  await page.locator('.save-button').first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const before = asked.filter((request) => MADE.test(request.url())).map((request) => request.url());
  assert.deepEqual(before, [], 'a reader pays nothing');
  const seen = asked.length;
  // The chart is no map, so no outlines are fetched.
  await open(page, page.locator('.figure', { has: page.locator('.save-button') }).filter({ hasText: 'by industry' }).first());
  const files = [];
  for (const what of ['png-web', 'png-2x', 'png-print', 'svg', 'pdf', 'csv', 'xlsx', 'json', 'docx', 'pack']) files.push(basename(await saved(page, what)).slice(what.length + 1));
  for (const what of ['copy-word', 'copy-picture', 'link', 'alt', 'apa', 'chicago', 'mla', 'bibtex']) await copied(page, what).catch((reason) => { throw new Error(`${what}: ${reason.message}`); });
  const stem = files[3].replace(/\.svg$/, '');
  // What, by what, as of when.
  assert.match(stem, /^grants_by-industry(_[a-z0-9-]+)*_\d{4}-\d{2}-\d{2}$/);
  assert.deepEqual(files, ['_web.png', '_2x.png', '_print.png', '.svg', '.pdf', '.csv', '.xlsx', '.json', '.docx', '.zip'].map((end) => stem + end));
  const later = asked.slice(seen).filter((request) => !/^(blob|data):/.test(request.url()));
  for (const request of later) {
    assert.ok(request.url().startsWith(site.url), request.url());
    assert.equal(request.method(), 'GET', request.url());
    assert.equal(request.postData(), null, request.url());
    assert.equal(new URL(request.url()).search, '', request.url());
  }
  assert.equal(later.filter((request) => /\.wasm$/.test(request.url())).length, 1, 'fetched once');
  assert.ok(!later.some((request) => /\/geo\//.test(request.url())), 'no outlines without a map');
  await page.done();
});

test('a pack from the page holds what other programs open', async () => {
  for (const [asked, says] of [[VIEWS[0].asked, 'Grants by state'], [VIEWS[4].asked, 'Illustrative data']]) {
    const page = await site.page();
    await visit(page, asked);
    await open(page);
    const pack = await saved(page, 'pack');
    const inner = await openPack(site, pack, says);
    assert.equal(/^illustrative_/.test(inner), says === 'Illustrative data', inner);
    await page.done();
  }
});

test('pictures are as wide as was asked for, in inches, centimetres and pixels', async () => {
  const page = await site.page();
  await page.visit('/industries/');
  await open(page);
  const [width, unit] = [page.locator('.save-width input'), page.locator('.save-width select')];
  const sizeOf = (path) => {
    const bytes = readFileSync(path);
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    const said = bytes.indexOf('pHYs');
    return { wide: bytes.readUInt32BE(16), perMetre: bytes.readUInt32BE(said + 4) };
  };
  await width.fill('5');
  for (const [what, wide, dpi] of [['png-web', 480, 96], ['png-2x', 960, 192], ['png-print', 1500, 300]]) {
    assert.deepEqual(sizeOf(await saved(page, what)), { wide, perMetre: Math.round(dpi / 0.0254) }, what);
  }
  // The same width in another unit stays the same width.
  await unit.selectOption('cm');
  assert.equal(await width.inputValue(), '12.7');
  await width.fill('16');
  const { wide } = sizeOf(await saved(page, 'png-print'));
  assert.ok(Math.abs(wide - 16 / 2.54 * 300) <= 2, String(wide));
  await width.fill('wide');
  await act(page, 'svg').click();
  await told(page).getByText('This width is not valid. Enter 3 to 25 inches').waitFor();
  assert.equal(await width.getAttribute('aria-invalid'), 'true');
  await unit.selectOption('px');
  await width.fill('640');
  await page.locator('.save-live input').check();
  const live = readFileSync(await saved(page, 'svg'), 'utf8');
  assert.match(live, /<svg[^>]* width="640"/);
  assert.match(live, /<text[^>]*>[^<]*Grants by industry/);
  await page.locator('.save-live input').uncheck();
  const outlines = readFileSync(await saved(page, 'svg'), 'utf8');
  assert.doesNotMatch(outlines, /<text/);
  assert.match(outlines, /<title>Grants by industry/);
  await page.done();
});

test('what is copied is a block for Word, a picture, words and citations', async () => {
  const page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.visit('/industries/');
  await open(page);
  const plain = await copied(page, 'copy-word');
  assert.match(plain, /Grants by industry[\s\S]*\t/);
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text());
  assert.match(html, /<img[^>]+src="data:image\/png;base64,/);
  assert.match(html, /alt="[^"]{20,}"/);
  assert.match(html, /<table/);
  assert.match(html, /Source/);
  await copied(page, 'copy-picture');
  const size = await page.evaluate(async () => {
    const image = await createImageBitmap(await (await navigator.clipboard.read())[0].getType('image/png'));
    return image.width;
  });
  assert.equal(size, 1248, 'twice the width on a screen');
  const link = await copied(page, 'link');
  assert.match(link, /^https:\/\/good-jobs\.example\/explore\/\?.*at=/);
  assert.ok((await copied(page, 'alt')).length > 20);
  for (const [style, like] of [['apa', /\(\d{4}\)\. .*\[Chart\]/], ['chicago', /“.*\.”/], ['mla', /“.*\.”/], ['bibtex', /^@misc\{/]]) {
    const text = await copied(page, style);
    assert.match(text, like, style);
    assert.ok(text.includes('good-jobs.example'), style);
    // What was copied is on the page, too, where copying is refused.
    assert.equal(await page.locator('.save-text').inputValue(), text.replaceAll('\r\n', '\n'));
  }
  await page.done();
});

test('what is saved is what is shown after the question was changed on the page', async () => {
  const page = await site.page();
  await visit(page, VIEWS[1].asked);
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor();
  await open(page);
  await page.keyboard.press('Escape');
  const before = page.url();
  await page.locator('#explore-by').selectOption('lead_type');
  await page.waitForFunction((old) => location.href !== old, before);
  await settled(page);
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor({ state: 'detached' });
  const title = await page.locator('.figure-title').textContent();
  await open(page);
  const svg = readFileSync(await saved(page, 'svg'), 'utf8');
  assert.match(svg, /<title>/);
  assert.ok(svg.includes(`<title>${title}`), `${title}: ${svg.slice(0, 400)}`);
  await page.done();
});

test('numbers of somebody else name their address in every file, those of a file on this device have no link', async () => {
  const page = await site.page();
  const host = 'https://data.example';
  const manifest = { name: 'p', resources: [{ name: 't', path: 't.csv' }] };
  await page.route(`${host}/**`, (route) => route.fulfill({
    status: 200, headers: { 'access-control-allow-origin': '*' },
    body: route.request().url().endsWith('.json') ? JSON.stringify(manifest) : 'state,placed\nVA,30\nMD,9\n',
  }));
  await page.visit(`/explore/?package=${encodeURIComponent(`${host}/p/datapackage.json`)}&measure=placed&by=state&view=bar`);
  await page.locator('.foreign').waitFor({ timeout: 60_000 });
  await open(page);
  const svg = readFileSync(await saved(page, 'svg'), 'utf8');
  assert.match(svg, /<desc>[^<]*data\.example/);
  const pdf = await saved(page, 'pdf');
  assert.match(basename(pdf), /^pdf-foreign_/);
  assert.match(run('pdftotext', pdf, '-').replace(/\s+/g, ' '), /data\.example/);
  assert.match(readFileSync(await saved(page, 'csv'), 'utf8'), /data\.example/);
  assert.match(readFileSync(await saved(page, 'json'), 'utf8'), /data\.example/);
  await page.done();

  const own = await site.page();
  await own.visit('/explore/');
  await own.locator('.explorer').evaluate((explorer) => {
    const data = new DataTransfer();
    data.items.add(new File(['state,placed\nVA,30\nMD,9\n'], 'placed.csv', { type: 'text/csv' }));
    explorer.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await own.locator('.foreign').waitFor({ timeout: 60_000 });
  await open(own);
  await act(own, 'link').click();
  await told(own).getByText('there is no link to them.').waitFor();
  assert.doesNotMatch(readFileSync(await saved(own, 'json'), 'utf8'), /"link": "/);
  await own.done();
});

test('where a part cannot be fetched the page says so, and the next try works', async () => {
  const page = await site.page();
  page.expectFault(/request failed: .*_bg\.wasm/);
  page.expectFault(/ERR_FAILED|Failed to load resource/);
  await page.visit('/industries/');
  await page.route('**/save/*.wasm', (route) => route.abort('failed'));
  await page.locator('.save-button').first().click();
  await told(page).getByText('The download tools did not load. Check your connection and try again. The chart and its table do not change.').waitFor();
  await page.unroute('**/save/*.wasm');
  assert.match(readFileSync(await saved(page, 'csv'), 'utf8'), /key,label/);
  await page.done();

  // A build without the dialog's own parts, as `make dev` serves it.
  const bare = await site.page();
  bare.expectFault(/answered 404: .*words\.json/);
  bare.expectFault(/console error: Failed to load resource/);
  await bare.route('**/save/words.json', (route) => route.fulfill({ status: 404, body: '' }));
  await bare.visit('/industries/');
  await bare.locator('.save-button').first().click();
  await bare.getByRole('alert').getByText('The download tools did not load.').waitFor();
  assert.equal(await dialogOf(bare).count(), 0);
  await bare.done();
});

test('the dialog passes axe in both themes and fits a phone, with touch targets of the required size', async () => {
  const opened = async (page) => { await open(page); };
  assert.deepEqual(await violations(site, '/industries/', { schemes: SCHEMES }, opened), []);
  assert.deepEqual(await violations(site, '/industries/', { schemes: SCHEMES, ...PHONE }, opened), []);
  const page = await site.page(PHONE);
  await page.visit('/industries/');
  await open(page);
  const found = await page.evaluate(() => {
    const dialog = document.querySelector('.save-dialog');
    const controls = [...dialog.querySelectorAll('button, select, input[type=text], .save-live')];
    const small = controls.map((node) => [node.textContent.trim() || node.value, node.getBoundingClientRect()])
      .filter(([, box]) => box.height < 44 || box.left < 0 || box.right > innerWidth).map(([name, box]) => `${name}: ${JSON.stringify(box)}`);
    return { small, page: document.documentElement.scrollWidth, dialog: dialog.scrollWidth - dialog.clientWidth, count: controls.length };
  });
  assert.deepEqual(found.small, []);
  assert.ok(found.count > 20 && found.page <= 360 && found.dialog <= 0, JSON.stringify(found));
  await page.done();
});

test('the dialog is used by keyboard; without scripts there is no button that does nothing', async () => {
  const page = await site.page();
  await page.visit('/industries/');
  const button = page.locator('.save-button').first();
  await button.focus();
  await page.keyboard.press('Enter');
  await told(page).getByText('Ready.').waitFor({ timeout: 60_000 });
  // The Tab key never moves the focus to the page behind the dialog.
  for (let at = 0; at < 30; at += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => (document.activeElement === document.body ? 'browser' : document.activeElement.closest('dialog') ? 'dialog' : document.activeElement.outerHTML));
    assert.ok(['dialog', 'browser'].includes(where), where);
  }
  await act(page, 'csv').focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.classList.contains('save-button'));
  assert.ok(await button.evaluate((node) => node === document.activeElement));
  await page.done();
  const off = await site.page({ javaScriptEnabled: false });
  await off.goto(new URL('industries/', site.url).href);
  assert.equal(await off.locator('.save-button').first().isVisible(), false);
  await off.leave();
});
