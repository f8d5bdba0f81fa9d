// Data and methods: every table with its dictionary, its download, and its source; the pages are readable without
// scripts.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { awardsBy, inWords, json, numberIn, table, tableRows } from './csv.mjs';
import { openSite } from './page.mjs';

const CATALOG = json('catalog.json');
const manifests = CATALOG.packages.map((entry) => ({ entry, manifest: json(entry.path) }));
const schemaOf = ({ name }, { schema }) => (typeof schema === 'string' ? json(`${name}/${schema}`) : schema);
// Slices repeat parts of a whole; stories and pictures are no tables.
const isSlice = (resource) => ['slice', 'story', 'picture'].includes(resource.outcomes?.role);

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

for (const { entry, manifest } of manifests) {
  test(`${entry.name}: the dictionary has a row for every field of every table`, async () => {
    const page = await site.page({ viewport: { width: 360, height: 900 } });
    await page.visit(`/data/${entry.name}/`);
    const resources = manifest.resources.filter((resource) => !isSlice(resource));
    assert.equal(await page.locator('details.resource:has(.dictionary)').count(), resources.length);
    for (const [at, resource] of resources.entries()) {
      const { fields } = schemaOf(manifest, resource);
      const details = page.locator('details.resource:has(.dictionary)').nth(at);
      if (at < 2) await details.locator(':scope > summary').click(); // the pointer opens it; the rest is read as it is
      assert.equal((await details.locator('.resource-title').textContent()).trim(), resource.title ?? resource.name);
      const rows = await details.locator('.dictionary tbody tr').evaluateAll((all) => all.map((row) =>
        [row.querySelector('code').textContent, row.cells[1].textContent, row.cells[2].textContent, [...row.querySelectorAll('.rules li')].map((rule) => rule.textContent)]));
      assert.deepEqual(rows.map(([name, kind]) => [name, kind]), fields.map((field) => [field.name, field.type]), resource.name);
      for (const [index, field] of fields.entries()) {
        assert.equal(rows[index][2], field.description ?? '', `${resource.name}.${field.name}`);
        assert.equal(rows[index][3].includes('required'), Boolean(field.constraints?.required), `${resource.name}.${field.name}`);
      }
      assert.ok((await details.locator('a[download]').getAttribute('href')).endsWith(`data/${entry.name}/${resource.path}`));
    }
    await page.done();
  });

  test(`${entry.name}: every download answers with the bytes that the manifest promises`, async () => {
    const page = await site.page({ javaScriptEnabled: false });
    const address = new URL(`data/${entry.name}/`, site.url).href;
    await page.goto(address);
    const links = await page.locator('a[download]').evaluateAll((all) => all.map((link) => link.href));
    const files = new Map(manifest.resources.map((resource) => [new URL(resource.path, address).href, resource]));
    const expected = manifest.resources.filter((resource) => !isSlice(resource)).map((resource) => new URL(resource.path, address).href);
    assert.deepEqual(links.filter((link) => link.endsWith('.csv')).sort(), expected.sort());
    assert.ok(links.includes(new URL('datapackage.json', address).href));
    const check = async (link, hash, bytes) => {
      const response = await fetch(link);
      assert.equal(response.status, 200, link);
      const body = Buffer.from(await response.arrayBuffer());
      if (bytes !== undefined) assert.equal(body.length, bytes, link);
      assert.equal(createHash('sha256').update(body).digest('hex'), hash.replace(/^sha256:/, ''), link);
    };
    // Slices are not linked individually, but are published: they must match the manifest as well.
    for (const [link, { hash, bytes }] of files) await check(link, hash, bytes);
    for (const version of entry.versions) await check(new URL(`data/${version.path}`, site.url).href, version.sha256);
    await page.done();
  });

  test(`${entry.name}: title, version, sources, licenses and the result of the check stand on its page`, async () => {
    const page = await site.page();
    await page.visit(`/data/${entry.name}/`);
    assert.equal(await words(page.locator('h1')), manifest.title);
    const main = page.locator('main');
    const link = (place) => main.locator(`a[href=${JSON.stringify(place)}]`).first();
    for (const { path } of manifest.sources.filter(({ path }) => path)) assert.ok(await link(path).isVisible(), path);
    for (const { path } of manifest.licenses) assert.ok(await link(path).isVisible(), path);
    const text = await words(main);
    assert.ok(text.includes(manifest.version));
    const rows = (resource) => table(resource.path.replace(/\.csv$/, ''), entry.name).length;
    const total = manifest.resources.filter((resource) => !isSlice(resource)).reduce((sum, resource) => sum + rows(resource), 0);
    assert.match(await words(main.locator('.valid')), new RegExp(`\\b${total.toLocaleString('en-US')} rows\\b.*There are no problems`));
    assert.equal(await main.locator('.illustrative').count() > 0, Boolean(entry.illustrative));
    await page.done();
  });
}

test('definitions, unknowns and corrections of the program’s own package are on its page', async () => {
  const page = await site.page();
  await page.visit('/data/good-jobs-challenge/');
  const text = await words(page.locator('main'));
  for (const { term, definition } of table('definitions')) {
    assert.ok(text.includes(term), term);
    assert.ok(text.includes(definition.replace(/\s+/g, ' ')), definition);
  }
  for (const { statement } of table('unknowns')) assert.ok(text.includes(statement.replace(/\s+/g, ' ')), statement);
  // What was changed from the raw findings is listed: each correction with its reason.
  await page.locator('details', { hasText: 'corrections, each with its reason' }).locator('summary').click();
  const corrected = await words(page.locator('main'));
  for (const { figure_id: figure, was, now, reason } of table('corrections')) {
    for (const part of [figure, was, now, reason]) assert.ok(corrected.includes(part.replace(/\s+/g, ' ').trim()), `${figure}: ${part}`);
  }
  await page.done();
});

test('the lines that read a table are copied, each with the button below it', async () => {
  const page = await site.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site.url).origin }).catch(() => { /* told below */ });
  await page.visit('/data/registered-apprenticeship/');
  const table = page.locator('details.resource').filter({ has: page.locator('#figures-python') }).first();
  await table.locator('summary').first().click();
  await table.locator('.snippets > summary').click();
  for (const program of ['python', 'stata']) {
    const box = table.locator('.share').filter({ has: page.locator(`#figures-${program}`) });
    const { done, failed } = await box.locator('[data-share="copy"]').evaluate((button) => ({ ...button.dataset }));
    await box.locator('[data-share="copy"]').click();
    await box.locator('.share-said:not(:empty)').waitFor();
    const said = await box.locator('.share-said').textContent();
    assert.ok([done, failed].includes(said), said);
    const lines = await box.locator('textarea').inputValue();
    assert.match(lines, /data\/registered-apprenticeship\/v\/[\d.]+\/figures\.csv/);
    if (said === done) assert.equal(await page.evaluate(() => navigator.clipboard.readText()), lines);
  }
  await page.done();
});

test('Data and methods lists every package with its version, and says which numbers are made up', async () => {
  const page = await site.page({ viewport: { width: 360, height: 900 } });
  await page.visit('/data/');
  for (const { entry } of manifests) {
    const item = page.locator('.package').filter({ has: page.getByRole('link', { name: entry.title, exact: true }) });
    const { version, released } = entry.versions[0];
    assert.ok((await words(item)).includes(`Version ${version}, ${inWords(released)}`), entry.name);
    assert.equal(await item.locator('.illustrative').count(), entry.illustrative ? 1 : 0, entry.name);
  }
  await page.locator('.package').first().getByRole('link').click();
  await page.waitForURL('**/data/good-jobs-challenge/');
  await page.done();
});

const readable = {
  '': async (page) => {
    assert.match(await words(page.locator('.tiles')), /more than 25,000 people/i);
    const figure = page.locator('figure').filter({ has: page.getByRole('heading', { name: 'Grants by state served' }) });
    assert.ok(await figure.locator('svg').first().isVisible() || await figure.locator('svg').nth(1).isVisible());
    await figure.locator('.figure-data > summary').click();
    assert.ok(await figure.getByRole('row', { name: /Puerto Rico/ }).isVisible());
  },
  'explore/': async (page) => {
    const answer = page.locator('.explorer-answer');
    assert.ok(await answer.locator('figure').isVisible());
    await answer.locator('details.figure-data > summary').click();
    const shown = new Map((await tableRows(answer)).map(([name, value]) => [name, numberIn(value)]));
    for (const [name, awards] of awardsBy('award_states', 'state', 'places')) assert.equal(shown.get(name), awards, name);
  },
  'data/': async (page) => {
    for (const { entry } of manifests) assert.ok(await page.getByRole('link', { name: entry.title, exact: true }).isVisible());
  },
  ...Object.fromEntries(manifests.map(({ entry, manifest }) => [`data/${entry.name}/`, async (page) => {
    const first = page.locator('details.resource').first();
    await first.locator(':scope > summary').click();
    assert.ok(await first.locator('table.dictionary').isVisible());
    assert.ok(await first.locator('a[download]').isVisible());
    assert.ok((await words(page.locator('main'))).includes(manifest.description.slice(0, 40)));
  }])),
};
for (const [address, check] of Object.entries(readable)) {
  test(`/${address} is read without scripts: heading, numbers, tables`, async () => {
    const page = await site.page({ javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
    await page.goto(new URL(address, site.url).href);
    assert.equal(await page.locator('h1:visible').count(), 1);
    assert.ok((await page.title()).length > 10);
    await check(page);
    const wide = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await page.done();
  });
}
