// Saved views: in the browser, in a file, without any upload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
const ASKED = '/explore/?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar';
const list = (page) => page.locator('.saved-view a');
/** On a phone the list is in the sheet. */
const open = async (page) => {
  const button = page.locator('.sheet-button').first();
  if (await button.isVisible()) await button.click();
  await page.locator('.saved > summary').click();
};

test('a view is kept, opened again, and removed; Back undoes each step', async () => {
  const page = await site.page(PHONE);
  await page.visit(ASKED);
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor();
  await open(page);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByText('View saved.').waitFor();
  await page.getByRole('button', { name: 'Reset to the default view' }).click();
  await page.locator('.figure-title', { hasText: 'Grants by state served' }).waitFor();
  await page.goBack();
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor();
  await page.visit('/explore/');
  await open(page);
  await list(page).first().click();
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('by'), 'industry_id');
  await page.getByRole('button', { name: /^Remove/ }).click();
  assert.equal(await list(page).count(), 0);
  await page.done();
});

test('a file of views is written here and read elsewhere; a strange file is told; nothing is sent', async () => {
  const page = await site.page();
  await page.visit(ASKED);
  await page.locator('.figure-title', { hasText: 'Grants by industry' }).waitFor();
  await open(page);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await list(page).first().waitFor();
  await page.quiet();
  const asked = [];
  page.on('request', (request) => { if (!request.url().startsWith('blob:')) asked.push(request.url()); });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save to a file' }).click()]);
  const text = readFileSync(await file.path(), 'utf8');
  assert.match(JSON.parse(text).views[0].title, /Grants by industry/);
  assert.deepEqual(asked, []);
  await page.done();

  const other = await site.page(PHONE);
  await other.visit('/explore/');
  await open(other);
  const field = other.locator('.saved-import input');
  await field.setInputFiles({ name: 'strange.json', mimeType: 'application/json', buffer: Buffer.from('<html>') });
  await other.getByText('This file is not a list of saved views').waitFor();
  await field.setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await other.getByText('1 view was opened.').waitFor();
  assert.match(await list(other).first().innerText(), /Grants by industry/);
  await other.done();
});

test('no violation with the list open, in both themes', async () => {
  const prepare = async (page) => {
    await open(page);
    await page.getByRole('button', { name: 'Save this view' }).click();
    await list(page).first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  };
  assert.deepEqual(await violations(site, '/explore/', { ...PHONE, schemes: SCHEMES }, prepare), []);
});
