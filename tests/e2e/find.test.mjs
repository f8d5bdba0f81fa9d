// Search: by keyboard, with a typo, in the browser alone, at an address of its own; without scripts there is an
// alternative.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answers, clear, nearest, prepare, words } from '../../public/find.js';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

const DIST = process.env.SITE ?? 'dist';
const list = prepare(JSON.parse(readFileSync(join(DIST, 'find.json'), 'utf8')));
const wordsOf = (text) => words(list, text);
const of = (kind) => list.lines.filter((line) => line.kind.id === kind);
const PHONE = { viewport: { width: 360, height: 740 } };

let site;
before(async () => { site = await openSite({ folder: DIST }); });
after(() => site?.close());

test('the search list has every type of page, and every address in it works', async () => {
  for (const [kind, least] of [['grantee', 30], ['place', 54], ['industry', 15], ['occupation', 700], ['measure', 20], ['definition', 40], ['page', 9], ['figure', 200]]) {
    assert.ok(of(kind).length >= least, `${kind}: ${of(kind).length}`);
  }
  const page = await site.page({ javaScriptEnabled: false });
  for (const kind of ['page', 'place', 'industry', 'grantee', 'figure', 'definition', 'occupation', 'measure']) {
    const { title } = of(kind)[0];
    const [first] = answers(list, title).filter((found) => found.title === title);
    const answer = await page.goto(new URL(first.address, site.url).href);
    assert.equal(answer.status(), 200, first.address);
  }
  await page.done();
});

test('every grantee, place and industry is found first by its own name, and still found with a slip', () => {
  const missed = [];
  for (const kind of ['place', 'industry', 'grantee']) {
    for (const { title } of of(kind)) {
      const names = (question) => answers(list, question).map((found) => found.title);
      if (names(title)[0] !== title) missed.push(`${title}: ${names(title)[0]}`);
      const long = wordsOf(title).toSorted((a, b) => b.length - a.length)[0];
      if (long.length < 5) continue;
      for (const slip of [long.slice(0, 2) + long.slice(3), `${long.slice(0, 2)}${long[3]}${long[2]}${long.slice(4)}`]) {
        if (!names(wordsOf(title).map((word) => (word === long ? slip : word)).join(' ')).includes(title)) missed.push(`${title} as ${slip}`);
      }
    }
  }
  assert.deepEqual(missed, []);
});

test('questions of visitors lead where they should', () => {
  for (const [question, kind, title] of [
    ['MO', 'State or territory', /^Missouri$/],
    ['plumber puerto rico', 'Pay', /^Pay for Plumbers.* in Puerto Rico$/],
    ['what does a plumber earn in Puerto Rico', 'Pay', /^Pay for Plumbers.* in Puerto Rico$/],
    ['electricians maryland', 'Pay', /^Pay for Electricians in Maryland$/],
    ['47-2152', 'Occupation', /^Plumbers/],
    ['electrcian', 'Occupation', /^Electrician/],
    ['Californa', 'State or territory', /^California$/],
    ['placement rate', 'Definition', /^Placement rate$/i],
    ['registered nurses', 'Occupation', /^Registered Nurses$/],
    ['méxico', 'State or territory', /^New Mexico$/],
    ['Hawaiʻi', 'State or territory', /^Hawaiʻ?i$/],
    ['hawaii', 'State or territory', /^Hawaiʻ?i$/],
  ]) {
    const found = answers(list, question);
    const at = found.findIndex((one) => one.kind === kind && title.test(one.title));
    assert.ok(at >= 0 && at < 4, `${question}: ${JSON.stringify(found.slice(0, 4))}`);
  }
  assert.deepEqual(answers(list, 'zzqqxx'), []);
  assert.deepEqual(answers(list, '   '), []);
  assert.equal(nearest(list, 'Missouri zzqqxx'), 'Missouri');
});

test('by keyboard: / reaches the field, arrows choose, Enter opens, Escape closes', async () => {
  const page = await site.page();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.visit('/');
  assert.ok(!asked.some((path) => /find\.js/.test(path)), 'nothing is fetched before somebody searches');
  await page.keyboard.press('/');
  const field = page.locator('#find[role=combobox]');
  await field.waitFor();
  await page.quiet();
  const before = asked.length;
  await page.keyboard.type('missuri');
  await page.locator('.find-list [role=option]').first().waitFor();
  await page.quiet();
  assert.deepEqual(asked.slice(before).filter((path) => !path.endsWith('find.json') && !path.endsWith('find.js')), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.find-list:visible').count(), 0);
  await page.keyboard.press('ArrowDown');
  await page.locator('.find-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('[aria-selected="true"]').count(), 1);
  assert.equal(await field.getAttribute('aria-activedescendant'), 'find-option-0');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/states\/MO\/$/);
  await page.done();
});

test('a question has an address; Back leads to the one before; the page says what it does not know', async () => {
  const page = await site.page(PHONE);
  await page.visit('/find/?q=plumber+puerto+rico');
  const first = page.locator('.find-results .find-line a').first();
  await first.waitFor();
  assert.match(await first.innerText(), /Pay for Plumbers.*Puerto Rico/);
  const field = page.locator('#find');
  await field.fill('qqzzxx');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=qqzzxx/);
  await page.locator('#find-results').getByText('No results for').waitFor();
  await page.goBack();
  await page.locator('.find-results .find-line a').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'plumber puerto rico');
  await page.locator('.find-results .find-line a').first().click();
  await page.waitForURL(/\/states\/PR\/pay\//);
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].filter((row) => row.getClientRects().length).length === 1);
  assert.match(await page.locator('tbody tr:visible').innerText(), /Plumbers/);
  await page.done();
});

test('without scripts the field is a form and its page leads on', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(site.url);
  await page.locator('#find').fill('Missouri');
  await page.locator('#find').press('Enter');
  await page.waitForURL(/\/find\/\?q=Missouri/);
  assert.ok(await page.getByText('Search needs JavaScript').isVisible());
  assert.ok(await page.locator('main a[href$="/states/"]').isVisible());
  await page.done();
});

test('Enter opens the one page that a question names, and the page of the search otherwise', async () => {
  assert.equal(clear(list, 'Missouri')?.address, 'states/MO/');
  assert.equal(clear(list, 'nurse'), undefined);
  assert.equal(clear(list, 'zzzzqqqq'), undefined);
  const page = await site.page(PHONE);
  for (const [question, address] of [['Missouri', /\/states\/MO\/$/], ['nurse', /\/find\/\?q=nurse$/]]) {
    await page.visit('/');
    await page.locator('#find').focus();
    await page.locator('#find').fill(question);
    await page.locator('.find-list [role=option]').first().waitFor();
    await page.locator('#find').press('Enter');
    await page.waitForURL(address);
  }
  await page.done();
});

test('a list that cannot be loaded is told, and the page goes on', async () => {
  const page = await site.page(PHONE);
  await page.route('**/find.json', (route) => route.fulfill({ status: 503, body: '' }));
  page.expectFault(/503/);
  await page.visit('/');
  await page.locator('#find').focus();
  await page.locator('#find').fill('Missouri');
  await page.getByText('The search list did not load').waitFor();
  await page.done();
});

test('no violation with the list open, in both schemes, and nothing is wider than a phone', async () => {
  const prepare = async (page) => {
    await page.locator('#find').focus();
    await page.locator('#find').fill('nurse mary');
    await page.locator('.find-list [role=option]').first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  };
  assert.deepEqual(await violations(site, '/', { ...PHONE, schemes: SCHEMES }, prepare), []);
  const wait = (page) => page.locator('.find-results a').first().waitFor();
  assert.deepEqual(await violations(site, '/find/?q=nurse', { ...PHONE, schemes: SCHEMES }, wait), []);
});
