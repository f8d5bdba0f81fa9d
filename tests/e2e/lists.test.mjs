// The lists of states, industries, grantees and figures: searched, filtered and sorted in the browser, by keyboard and
// on a phone; the selection is in the address; without scripts every line is there and no control that would not work.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const names = (page) => page.locator('[data-line]:visible th > a:first-child').allInnerTexts();

for (const [path, search, found] of [
  ['/states/', 'maryland', /Maryland/],
  ['/states/', 'PR', /Puerto Rico/],
  ['/industries/', 'health', /Healthcare/],
  ['/grantees/', 'hawaii', /Hawaiʻi|Hawaii/],
  ['/figures/', 'placed 25,000', /./],
]) {
  test(`${path}: “${search}” leaves the lines that hold it`, async () => {
    const page = await site.page(phone);
    await page.visit(path);
    const before = await names(page);
    await page.locator('#sift-find').fill(search);
    const left = await names(page);
    assert.ok(left.length > 0 && left.length < before.length, `${left.length} of ${before.length}`);
    assert.ok(left.some((name) => found.test(name)), left.join('; '));
    assert.match(await page.locator('.sift-count').innerText(), new RegExp(`^(One|${left.length}) of ${before.length} shown`));
    assert.match(page.url(), /find=/);
    // The address has it as well.
    const other = await site.page(phone);
    await other.visit(new URL(page.url()).pathname + new URL(page.url()).search);
    assert.deepEqual(await names(other), left);
    await page.done();
    await other.done();
  });
}

test('what matches nothing says so, and all comes back', async () => {
  const page = await site.page(phone);
  await page.visit('/states/');
  const before = await names(page);
  await page.locator('#sift-find').fill('zzz');
  assert.deepEqual(await names(page), []);
  assert.match(await page.locator('.sift-count').innerText(), /No matches among 56/);
  await page.locator('#sift-find').fill('');
  assert.deepEqual(await names(page), before);
  assert.equal(new URL(page.url()).search, '');
  await page.done();
});

test('states in order of their awards, by keyboard, and back by name', async () => {
  const page = await site.page();
  await page.visit('/states/');
  const before = await names(page);
  await page.locator('#sift-find').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'order');
  await page.getByLabel('Sort by').selectOption('awards');
  const counts = await page.locator('[data-line]').evaluateAll((lines) => lines.map((line) => line.querySelectorAll('td:last-child a').length));
  assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
  assert.ok(counts[0] > 1 && counts.at(-1) === 0);
  await page.getByLabel('Sort by').selectOption('');
  assert.deepEqual(await names(page), before);
  await page.done();
});

test('grantees with a published result are those whose line says so', async () => {
  const page = await site.page();
  await page.visit('/grantees/?show=some&order=amount');
  const lines = await page.locator('[data-line]:visible').evaluateAll((all) => all.map((line) => ({
    says: line.querySelector('td').textContent, amount: Number(line.dataset.byAmount ?? -1),
  })));
  assert.ok(lines.length > 3);
  assert.ok(lines.every((line) => line.says === 'some published'));
  assert.deepEqual(lines.map((line) => line.amount), lines.map((line) => line.amount).toSorted((a, b) => b - a));
  // A choice that the list does not have is as if it were not there.
  await page.visit('/grantees/?show=nonsense');
  assert.equal((await names(page)).length, 35);
  await page.done();
});

test('a kind of figure leaves out groups that have none of it', async () => {
  const page = await site.page();
  await page.visit('/figures/');
  await page.getByLabel('Type of figure').selectOption('commitment');
  const kinds = await page.locator('[data-line]:visible td:nth-child(3)').allInnerTexts();
  assert.ok(kinds.length > 0 && kinds.every((kind) => /commitment/i.test(kind)), kinds.join());
  for (const group of await page.locator('.figure-group:visible').all()) {
    assert.ok(await group.locator('[data-line]:visible').count());
  }
  await page.done();
});

test('a narrowed list has no barrier, in both schemes', async () => {
  assert.deepEqual(await violations(site, '/industries/?find=health', { ...phone, schemes: SCHEMES }), []);
});

test('without scripts every line is there and no control is', async () => {
  const page = await site.page({ ...phone, javaScriptEnabled: false });
  await page.goto(new URL('states/?find=maryland', site.url).href);
  assert.equal((await names(page)).length, 56);
  assert.equal(await page.locator('.sift').isVisible(), false);
});

test('grantees are chosen by engagement model and phase, and the choice stands in the address', async () => {
  const page = await site.page();
  await page.visit('/grantees/');
  const before = await names(page);
  await page.selectOption('#sift-show2', 'employer-collaborative');
  assert.deepEqual(await names(page), ['Hampton Roads Workforce Council']);
  assert.match(page.url(), /show2=employer-collaborative/);
  await page.selectOption('#sift-show2', '');
  const counts = [];
  for (const phase of await page.locator('#sift-show3 option').evaluateAll((all) => all.map(({ value }) => value).filter(Boolean))) {
    await page.selectOption('#sift-show3', phase);
    counts.push((await names(page)).length);
  }
  assert.ok(counts.length > 1 && counts.every((count) => count > 0 && count < before.length), `${counts}`);
  await page.done();
});
