// A site is published again while pages of the earlier build are open or cached: such a page works as long as its
// modules exist, and is reloaded, once, when they are gone.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

const DIST = process.env.SITE ?? 'dist';
const PAGE = 'explore/index.html';
let folder;
let site;
let old;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  cpSync(DIST, folder, { recursive: true });
  old = readFileSync(join(folder, PAGE), 'utf8');
  site = await openSite({ folder });
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const versionOf = (path) => JSON.parse(readFileSync(join(path, 'version.json'), 'utf8')).build;

/** Publishes the same site as another build: modules under other names, the earlier ones kept or not. */
function publishAnew({ keep }) {
  const version = versionOf(folder);
  const next = version.split('').reverse().join('');
  const modules = readdirSync(folder).filter((name) => /^site-[0-9a-f]+(_bg\.wasm|\.js)$/.test(name));
  assert.equal(modules.length, 2);
  let html = readFileSync(join(folder, PAGE), 'utf8').replaceAll(version, next);
  const from = modules[0].match(/^site-([0-9a-f]+)/)[1];
  const to = from.split('').reverse().join('');
  for (const name of modules) {
    const named = join(folder, name.replace(from, to));
    if (keep) cpSync(join(folder, name), named); else renameSync(join(folder, name), named);
  }
  html = html.replaceAll(`site-${from}`, `site-${to}`);
  writeFileSync(join(folder, PAGE), html);
  writeFileSync(join(folder, 'version.json'), readFileSync(join(folder, 'version.json'), 'utf8').replace(version, next));
}

/** A page that is answered with `html` a number of times before requests reach the server. */
async function kept(html, times, options) {
  const page = await site.page(options);
  const loads = [];
  await page.route('**/explore/', async (route) => {
    loads.push(route.request().url());
    if (loads.length <= times) await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    else await route.continue();
  });
  return { page, loads };
}

test('every page says which build it is of', () => {
  const build = versionOf(DIST);
  assert.match(build, /^[0-9a-f]{16}$/);
  assert.ok(old.includes(`<meta name="build" content="${build}">`));
});

test('a page of the earlier build works while its modules are kept', async () => {
  publishAnew({ keep: true });
  const { page, loads } = await kept(old, Infinity);
  await page.visit('explore/');
  assert.equal(await page.evaluate(() => window.appStarted), 'yes');
  assert.equal(loads.length, 1);
  await page.done();
});

test('when its modules are gone it is loaded again, once, and works', async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(DIST, folder, { recursive: true });
  publishAnew({ keep: false });
  const { page, loads } = await kept(old, 1);
  page.expectFault(/404|Failed to fetch dynamically imported module/);
  await page.visit('explore/');
  // The first load has no module; what is waited for is the second.
  await page.waitForFunction(() => window.appStarted === 'yes');
  assert.equal(loads.length, 2);
  assert.equal(await page.getByRole('alert').count(), 0);
  await page.done();
});

for (const storage of ['there', 'denied']) {
  test(`a page that stays old says so and does not load for ever (storage is ${storage})`, async () => {
    const { page, loads } = await kept(old, Infinity);
    if (storage === 'denied') {
      await page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }));
    }
    page.expectFault(/404|Failed to fetch dynamically imported module/);
    await page.goto(new URL('explore/', site.url).href);
    await page.getByRole('alert').waitFor();
    await page.quiet();
    assert.match(await page.getByRole('alert').innerText(), /earlier version of the site/);
    assert.equal(loads.length, 2);
    assert.ok(await page.locator('main h1').isVisible());
    await page.done();
  });
}
