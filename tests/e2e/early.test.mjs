// When the module starts, and what a visitor does before it answers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

/** A page whose module is delayed until `release` is called; `asked` has the requested modules. */
async function slow() {
  const page = await site.page();
  const asked = [];
  let release;
  const released = new Promise((done) => { release = done; });
  await page.route('**/*_bg.wasm', async (route) => {
    asked.push(route.request().url());
    await released;
    await route.continue();
  });
  return { page, asked, release };
}

const now = (page) => page.evaluate(() => window.appStarted);

test('the module is asked for after the first paint, and starts without a visitor', async () => {
  for (const address of ['/', '/explore/']) {
    const page = await site.page();
    // Not `visit`, which moves the pointer over the page.
    await page.goto(new URL(address.slice(1), site.url).href);
    await page.waitForFunction(() => window.appStarted !== undefined, undefined, { timeout: 30_000 });
    assert.equal(await now(page), 'yes', address);
    const [painted, fetched] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0].startTime,
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).startTime,
    ]);
    assert.ok(fetched > painted, `${address}: fetched at ${fetched} ms, painted at ${painted} ms`);
    if (address === '/explore/') assert.ok(fetched > painted + 3900, `the explorer's module waits: ${fetched - painted} ms`);
    await page.done();
  }
});

test('a visitor who comes near has the module of the explorer at once', async () => {
  const { page, asked, release } = await slow();
  await page.goto(new URL('explore/', site.url).href);
  await page.waitForLoadState();
  assert.deepEqual(asked, []);
  const wanted = page.waitForRequest('**/*_bg.wasm', { timeout: 3000 });
  await page.keyboard.press('Shift');
  await wanted;
  release();
  await page.started();
  await page.done();
});

test('a press of a button before the module is there counts', async () => {
  const { page, release } = await slow();
  await page.goto(site.url);
  const theme = page.locator('.theme-switch');
  await theme.click();
  assert.equal(await now(page), undefined);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
  release();
  await page.waitForFunction(() => document.documentElement.dataset.theme);
  const first = await page.evaluate(() => document.documentElement.dataset.theme);
  await theme.click();
  await page.waitForFunction((was) => document.documentElement.dataset.theme !== was, first);
  await page.done();
});

test('a choice made before the module is there counts', async () => {
  const { page, release } = await slow();
  await page.goto(new URL('explore/', site.url).href);
  const before = await page.locator('.explorer-answer h2').innerText();
  await page.locator('#explore-by').selectOption('industry_id');
  assert.equal(await now(page), undefined);
  release();
  await page.waitForURL(/by=industry_id/);
  await page.waitForFunction((was) => document.querySelector('.explorer-answer h2').innerText !== was, before);
  assert.equal(await page.locator('#explore-by').inputValue(), 'industry_id');
  await page.done();
});

test('what was typed and sent before the module is there filters the list', async () => {
  const { page, release } = await slow();
  await page.goto(new URL('states/', site.url).href);
  const rows = page.locator('main tbody tr:visible, main li[data-sift]:visible');
  const all = await rows.count();
  await page.locator('#sift-find').fill('ohio');
  await page.locator('#sift-find').press('Enter');
  assert.equal(await now(page), undefined);
  release();
  await page.started();
  assert.equal(await page.locator('#sift-find').inputValue(), 'ohio');
  await page.waitForFunction((was) => [...document.querySelectorAll('main tbody tr')].filter((row) => row.checkVisibility()).length < was, all);
  await page.done();
});
