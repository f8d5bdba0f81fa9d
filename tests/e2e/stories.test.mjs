// Stories in the release: readable without scripts, taken over without a mutation, each statement with a link to its
// source, each with its own picture; sharing, the printable sheet, the card, the lists.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { all, axTree } from './axtree.mjs';
import { openSite } from './page.mjs';
import { sound } from './sound.mjs';
import { mutations, watchMutations } from './takeover.mjs';

const DIST = process.env.SITE ?? 'dist';
const ids = readdirSync(join(DIST, 'stories'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
const read = (path) => readFileSync(join(DIST, path), 'utf8');

let site;
before(async () => { site = await openSite({ folder: DIST }); });
after(() => site?.close());

test('there are stories, with the three of the founding article among them', () => {
  for (const id of ['hampton-roads', 'miami-tech-works', 'alaska-primary-care', 'boston-child-care', 'maryland-women-in-construction', 'washington-palmer-pathways', 'missouri-commercial-drivers']) {
    assert.ok(ids.includes(id), id);
  }
});

test('every story has a preview picture of its own, and what a reader takes along', () => {
  const pictures = new Map();
  for (const id of ids) {
    const html = read(`stories/${id}/index.html`);
    const [, picture] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
    assert.ok(picture?.endsWith(`/pictures/stories/${id}.png`), `${id}: ${picture}`);
    const bytes = readFileSync(join(DIST, `pictures/stories/${id}.png`));
    const same = [...pictures].find(([, other]) => other.equals(bytes));
    assert.equal(same, undefined, `${id} has the picture of ${same?.[0]}`);
    pictures.set(id, bytes);
    for (const file of [`pictures/newsletter/stories/${id}.png`, `pictures/qr/stories/${id}.svg`, `stories/${id}/sheet/index.html`, `embed/story-${id}/index.html`]) {
      assert.ok(existsSync(join(DIST, file)), file);
    }
  }
});

test('the card for other sites asks for nothing and holds no script', () => {
  for (const id of ids) {
    const html = read(`embed/story-${id}/index.html`);
    assert.ok(!/<script/i.test(html), id);
    assert.match(html, /default-src 'none'/);
    assert.ok(!/(src|srcset)="http/.test(html), id);
  }
});

for (const id of ids) {
  test(`the story ${id} reads without scripts, and each paragraph leads to a source or a figure`, async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(new URL(`stories/${id}/`, site.url).href);
    assert.ok(await page.locator('main h1').first().isVisible());
    const bare = await page.locator('.story-body > p, .story-body > ul > li, .story-body > ol > li').evaluateAll((all) =>
      all.filter((one) => !one.querySelector('a')).map((one) => one.textContent));
    assert.deepEqual(bare, []);
    const claims = await page.locator('.story-body a.claim').evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
    for (const path of claims) assert.ok(existsSync(join(DIST, path, 'index.html')), path);
    const marks = await page.locator('.note-mark a').evaluateAll((all) => all.map((one) => new URL(one.href).hash.slice(1)));
    for (const mark of marks) {
      assert.ok(await page.locator(`#${mark} a[href^="https://"]`).count(), `${mark} leads to a source`);
    }
    await page.done();
  });
}

test('every story is taken over without a mutation', async () => {
  const changed = [];
  for (const id of ids) {
    const page = await site.page();
    await watchMutations(page);
    await page.visit(`stories/${id}/`);
    changed.push(...(await mutations(page)).map((what) => `${id}: ${what}`));
    await page.done();
  }
  assert.deepEqual(changed, []);
});

const SOME = ['miami-tech-works', 'washington-palmer-pathways', 'akron-polymer-jobs'];
for (const address of [...SOME.map((id) => `stories/${id}/`), 'stories/', 'models/', 'models/employer-collaborative/', 'phases/', `stories/${SOME[0]}/sheet/`]) {
  test(`${address} is taken over without a mutation`, async () => {
    const page = await site.page();
    await watchMutations(page);
    await page.visit(address);
    assert.deepEqual(await mutations(page), []);
    await page.done();
  });
  for (const width of [360, 1440]) {
    test(`${address} at ${width} px: nothing that axe knows in either scheme, nothing wider than the window`, async () => {
      const page = await site.page({ viewport: { width, height: 900 } });
      await page.visit(address);
      await sound(page);
      await page.done();
    });
  }
}

test('stories are chosen by model, phase, industry and state, and the choice stands in the address', async () => {
  const page = await site.page();
  await page.visit('stories/');
  const shown = () => page.locator('[data-line]:visible').count();
  assert.equal(await shown(), ids.length);
  await page.selectOption('#sift-show', 'employer-collaborative');
  assert.equal(await shown(), 1);
  await page.selectOption('#sift-show', '');
  await page.selectOption('#sift-show3', 'healthcare');
  const some = await shown();
  assert.ok(some > 1 && some < ids.length, `${some}`);
  assert.match(page.url(), /show3=healthcare/);
  await page.selectOption('#sift-show4', 'AK');
  assert.equal(await shown(), 1);
  await page.done();
});

test('the address of a story is copied', async () => {
  const page = await site.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site.url).origin }).catch(() => { /* told below */ });
  await page.visit('stories/boston-child-care/');
  await page.click('[data-share="copy"]');
  await page.waitForFunction(() => document.querySelector('.share-said').textContent !== '');
  const said = await page.textContent('.share-said');
  const { done, failed } = await page.locator('[data-share="copy"]').evaluate((button) => ({ ...button.dataset }));
  assert.ok([done, failed].includes(said), said);
  if (said === done) {
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.inputValue('#share-address'));
  }
  await page.done();
});

test('the sheet of a story fits one sheet of paper', async () => {
  const page = await site.page();
  for (const address of ['stories/washington-palmer-pathways/sheet/', 'grantees/washington-student-achievement-council/sheet/']) {
    await page.visit(address);
    const pdf = await page.pdf({ format: 'Letter', margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' } });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
    assert.equal(pages, 1, address);
  }
  await page.done();
});

test('figures that stand as lines on a phone are still a table to a screen reader', async () => {
  for (const width of [360, 1440]) {
    const page = await site.page({ viewport: { width, height: 900 } });
    await page.visit('stories/washington-palmer-pathways/');
    const table = page.locator('table.claims').first();
    const rows = await table.locator('tbody tr').count();
    assert.ok(rows > 1);
    const tree = await axTree(page, await table.elementHandle());
    assert.equal(tree.role, 'table', `at ${width} px`);
    assert.equal(all(tree, 'row').length, rows + 1, `at ${width} px`);
    assert.equal(all(tree, 'rowheader').length, rows, `at ${width} px`);
    assert.equal(all(tree, 'columnheader').length, 5, `at ${width} px`);
    assert.equal(all(tree, 'cell').length, rows * 4, `at ${width} px`);
    await page.done();
  }
});

test('each of the others says what keeps its number from being set beside this one', async () => {
  const page = await site.page();
  await page.visit('stories/hampton-roads/');
  const cards = page.locator('[aria-labelledby="story-others"] .story-card');
  assert.ok(await cards.count() > 1);
  for (const card of await cards.all()) {
    const words = await card.textContent();
    assert.match(words, /Not ranked: /);
    assert.match(words, /different ways of counting/);
  }
  await page.done();
});
