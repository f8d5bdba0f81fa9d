// External data: third-party packages, by address; files on the reader's computer, which never leave it; and
// everything that can be wrong with either. `.ci/third-party-packages.mjs` fetches the packages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
const HOST = 'https://data.example';
const OPEN = { 'access-control-allow-origin': '*' };
const title = (page) => page.locator('.figure-title');
const opened = (page) => page.locator('.foreign').waitFor({ timeout: 60_000 });
const explore = (name, more = '') => `/explore/?package=${encodeURIComponent(`${HOST}/${name}/datapackage.json`)}${more}`;

/** Answers addresses of the other host from files; `null` refuses the connection. */
async function publish(page, files) {
  await page.route(`${HOST}/**`, (route) => {
    const name = new URL(route.request().url()).pathname;
    const body = typeof files === 'function' ? files(name) : files[name];
    if (body === null) return route.abort('connectionrefused');
    return body === undefined
      ? route.fulfill({ status: 404, headers: OPEN, body: 'no such file' })
      : route.fulfill({ status: 200, headers: OPEN, body });
  });
}

// ── Packages of other publishers  ──────────────────────────────────────────────────────────────

const THIRD_PARTY = JSON.parse(readFileSync('tests/third-party-packages.json', 'utf8'));
const folderOf = ({ name, version }) => join('build/strangers', `${name.replace(/[@/]/g, '-')}-${version}`);
const stranger = (name) => {
  const known = THIRD_PARTY.find((entry) => entry.name.endsWith(name));
  const manifest = join(folderOf(known), known.manifest);
  const folder = join(manifest, '..');
  const tables = known.tables ? join(folderOf(known), known.tables) : folder;
  return {
    manifest,
    file: (path) => join(tables, path),
    answer: (asked) => {
      const path = asked.split('/').slice(2).join('/');
      const file = path === 'datapackage.json' ? manifest : join(tables, path);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  };
};

const BIRTHS = 'datasets-cdc-nchs-us-births-1994-2003';
const WAGES = 'datasets-berndt-cps-wages-1985';
const births = { file: 'data/data.csv', add: 'births' };
const wages = { file: 'data/data.csv' };
const QUESTIONS = [
  { of: BIRTHS, ask: '&measure=births&by=year', ...births, by: 'year' },
  { of: BIRTHS, ask: '&measure=births&by=day_of_week', ...births, by: 'day_of_week' },
  { of: BIRTHS, ask: '&measure=births&by=month&f.year=1999', ...births, by: 'month', where: { year: '1999' } },
  { of: WAGES, ask: '&measure=rows&by=sector', ...wages, by: 'sector', add: null },
  { of: WAGES, ask: '&measure=rows&by=occupation&f.union=1', ...wages, by: 'occupation', add: null, where: { union: '1' } },
  { of: WAGES, ask: '&as=berndt-cps-1985-csv~experience~sum&measure=experience&by=sector', ...wages, by: 'sector', add: 'experience' },
  { of: WAGES, ask: '&as=berndt-cps-1985-csv~wage~sum&measure=wage&by=race', ...wages, by: 'race', add: 'wage' },
  { of: 'frictionless.js', ask: '&measure=Mean&by=Year', file: 'data/co2-annmean-mlo.csv', by: 'Year', add: 'Mean' },
  // A number of days below zero is a question: NOAA writes -1 for no value. The answer here is that they are numbers.
  {
    of: 'frictionless.js', ask: `&as=co2-mm-mlo~${encodeURIComponent('Number of Days')}~auto~numbers&measure=${encodeURIComponent('Number of Days')}&by=Date`, file: 'data/co2-mm-mlo.csv', by: 'Date', add: 'Number of Days',
  },
  { of: 'vega-datasets', ask: '&measure=population_engineers_hurricanes.population&by=state', file: 'population_engineers_hurricanes.csv', by: 'state', add: 'population', code: 'population' },
  { of: 'vega-datasets', ask: '&measure=count&by=origin', file: 'flights-airport.csv', by: 'origin', add: 'count' },
  { of: 'vega-datasets', ask: '&measure=net_generation&by=source', file: 'iowa-electricity.csv', by: 'source', add: 'net_generation' },
  { of: 'vega-datasets', ask: `&as=birdstrikes~${encodeURIComponent('Cost Total $')}~sum&measure=${encodeURIComponent('Cost Total $')}&by=${encodeURIComponent('Origin State')}`, file: 'birdstrikes.csv', by: 'Origin State', add: 'Cost Total $' },
  { of: 'vega-datasets', ask: '&measure=nonfarm&by=month', file: 'us-employment.csv', by: 'month', add: 'nonfarm' },
  { of: 'vega-datasets', ask: '&measure=rows&by=state', file: 'airports.csv', by: 'state', add: null },
];

/** Every number of the table as it is shown, its digits alone. */
const numbers = (page) => page.locator('.figure tbody tr').evaluateAll((rows) =>
  rows.map((row) => row.querySelector('td.number').textContent.replace(/[^0-9.−-]/g, '').replace('−', '-')));

const expected = () => {
  const questions = QUESTIONS.map(({ of, file, by, add, where }) => ({ file: stranger(of).file(file), by, add, where: where ?? {} }));
  return JSON.parse(execFileSync('python3', ['tests/third_party_packages.py'], { input: JSON.stringify(questions), maxBuffer: 64 << 20 }));
};

test('packages that nobody here wrote open by address, and their numbers are those of Python’s csv', async () => {
  const totals = expected();
  for (const [index, question] of QUESTIONS.entries()) {
    const page = await site.page();
    await publish(page, stranger(question.of).answer);
    await page.visit(explore('p', `${question.ask}&view=table`));
    await opened(page);
    const told = await page.locator('.notices li').allTextContents();
    assert.deepEqual(told, [], `${question.of}${question.ask}`);
    const found = (await numbers(page)).map(Number).sort((a, b) => a - b);
    const sought = totals[index].map(([, total]) => Number(total)).sort((a, b) => a - b);
    assert.ok(sought.length >= 2, `${question.of}${question.ask}`);
    assert.deepEqual(found, sought, `${question.of}${question.ask}`);
    await page.done();
  }
});

test('a number of somebody else’s package is followed to its row in their file', async () => {
  const page = await site.page();
  await publish(page, { '/p/datapackage.json': JSON.stringify({ name: 'p', resources: [{ name: 't', path: 'data/t.csv' }] }), '/p/data/t.csv': 'state;placed;note\nVA;30;"a, b"\nMD;9;none\n' });
  await page.visit(explore('p', '&view=table&measure=placed&by=state'));
  await opened(page);
  const link = page.locator('.stands a').first();
  assert.equal(await link.getAttribute('href'), `${HOST}/p/data/t.csv#row=2`);
  await link.click();
  const row = page.locator('.row-cells');
  await row.getByText('a, b').waitFor();
  assert.match(await row.textContent(), /state\s*VA\s*placed\s*30/);
  await page.done();
});

test('a package without roles opens on a view of its own, named as somebody else’s', async () => {
  const page = await site.page(PHONE);
  await publish(page, stranger(BIRTHS).answer);
  await page.visit(explore(BIRTHS));
  await opened(page);
  assert.equal(await title(page).textContent(), 'Births by year');
  assert.match(await page.locator('.foreign').textContent(), /did not publish or check these data\. They come from data\.example/);
  assert.match(await page.locator('.figure-source').textContent(), /which names Center for Disease Control and Prevention as its source\. This site did not publish or check/);
  assert.match(await page.title(), /data from data\.example/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.done();
});

// ── Files ────────────────────────────────────────────────────────────────────────────────────────

const CSV = 'state,year,placed,median_wage\nVA,2024,30,23.10\nMD,2024,9,NA\nPR,2024,4,15.75\nTX,2024,0,19.00\nOH,2024,11,20.25\n';
const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const field = (page) => page.getByLabel('Files on this computer');

test('files are read in the browser: no request is made, and the reading is corrected in the address', async () => {
  const page = await site.page();
  await page.visit('/explore/');
  // Everything that the page needs is fetched before a file is chosen.
  await page.locator('#explore-measure').focus();
  await page.quiet();
  const asked = [];
  // The browser requests the icon whenever the address changes.
  page.on('request', (request) => { if (!request.url().endsWith('/favicon.svg')) asked.push(request.url()); });
  await field(page).setInputFiles(file('placed.csv', CSV));
  await opened(page);
  assert.equal(await title(page).textContent(), 'Placed by state');
  assert.match(await page.locator('.foreign').textContent(), /files that you opened\. The files stay on this computer/);
  await page.getByText('How the 4 columns are read').click();
  const reading = page.getByLabel('How to read Median wage');
  assert.equal(await reading.inputValue(), 'value');
  await reading.selectOption('leave');
  await page.waitForURL(/as=placed~median_wage~leave/);
  await page.waitForFunction(() => !document.querySelector('.figure-title')?.textContent.includes('wage'));
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('as='));
  assert.deepEqual(asked, [], 'a file must not leave the machine, nor tell anybody that it was opened');

  // No address can name local files: a reader who opens it gets a message, and can open the files again.
  const again = page.url();
  await page.visit(again);
  await page.getByText('These data could not be opened').waitFor();
  assert.match(await page.locator('.refusal').textContent(), /files are on the computer where they were opened.*open the same files again/);
  assert.equal(await title(page).count(), 0);
  await field(page).setInputFiles(file('placed.csv', CSV));
  await opened(page);
  await page.done();
});

test('files dropped anywhere on the explorer open, with a manifest or without', async () => {
  const page = await site.page();
  await page.visit('/explore/');
  await page.locator('.explorer').evaluate((explorer, [csv]) => {
    const data = new DataTransfer();
    data.items.add(new File([csv], 'placed.csv', { type: 'text/csv' }));
    const manifest = { name: 'p', title: 'Placements of ours', resources: [{ name: 'placed', path: 'data/placed.csv' }] };
    data.items.add(new File([JSON.stringify(manifest)], 'datapackage.json', { type: 'application/json' }));
    explorer.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, [CSV]);
  await opened(page);
  assert.match(await page.locator('.figure-source').textContent(), /“Placements of ours” from your own files/);
  await page.done();
});

test('a wrong cell of a file is named by file, row and column, and the rest stands', async () => {
  const page = await site.page(PHONE);
  await page.visit('/explore/');
  const rows = Array.from({ length: 30 }, (_, row) => `trade ${row},${row === 6 ? 'l2' : row}`).join('\n');
  await field(page).setInputFiles(file('placed.csv', `trade,placed\n${rows}\n`));
  await opened(page);
  await page.getByText('1 problem in this data set').click();
  assert.match(await page.locator('.problems').textContent(), /placed\.csv, row 7, column “placed”: “l2” is not .*; /);
  assert.match(await title(page).textContent(), /Placed by trade/);
  await page.done();
});

test('what is no table is told', async () => {
  const page = await site.page();
  await page.visit('/explore/');
  await field(page).setInputFiles(file('letter.json', '{"a": 1}'));
  await page.getByText('letter.json: this JSON has no list of records').waitFor();
  assert.equal(await title(page).count(), 1, 'what was shown before stands');
  await page.done();
});

// ── What can be wrong with an address ────────────────────────────────────────────────────────────

const WRONG = [
  ['a web page in place of data', { '/p/datapackage.json': '<!doctype html><title>Sign in</title>' }, /the address gave a web page instead of data; use the address of the file/],
  ['a refused connection', { '/p/datapackage.json': null }, /could not be reached, or does not let other sites read this file; check the address/, /ERR_CONNECTION_REFUSED|request failed/],
  ['a missing file', {}, /there is no such file; check the name/, /404/],
  ['no JSON', { '/p/datapackage.json': 'name,path\n' }, /this is not valid JSON/],
];
for (const [name, files, words, fault] of WRONG) {
  test(`${name}: the message names the file and a remedy, and no other numbers stand there`, async () => {
    const page = await site.page(PHONE);
    if (fault) page.expectFault(fault);
    await publish(page, files);
    await page.visit(explore('p'));
    await page.getByText('These data could not be opened').waitFor();
    const text = await page.locator('.refusal').textContent();
    assert.match(text, words);
    assert.ok(text.includes(`${HOST}/p/datapackage.json`));
    assert.equal(await title(page).count(), 0);
    await page.done();
  });
}

test('a table that is missing, one that is a page, and a wrong cell: each is told, the rest works', async () => {
  const schema = { fields: [{ name: 'state', type: 'string' }, { name: 'placed', type: 'integer' }] };
  const manifest = { name: 'p', title: 'Three tables', resources: ['good', 'gone', 'page'].map((name) => ({ name, path: `${name}.csv`, schema })) };
  const page = await site.page();
  page.expectFault(/404/);
  await publish(page, { '/p/datapackage.json': JSON.stringify(manifest), '/p/good.csv': 'state,placed\nVA,3\nMD,many\nOH,4\nTX,5\nIA,6\n', '/p/page.csv': '<html>' });
  await page.visit(explore('p'));
  await opened(page);
  await page.getByText('3 problems in this data set').click();
  const said = await page.locator('.problems').textContent();
  assert.match(said, /gone\.csv: there is no such file/);
  assert.match(said, /page\.csv: the address gave a web page/);
  assert.match(said, /good\.csv, row 2, column “placed”/);
  assert.equal(await title(page).textContent(), 'Placed by state');
  await page.done();
});

test('the address of a package is typed on a phone; http is refused with a word', async () => {
  const page = await site.page(PHONE);
  await publish(page, stranger(WAGES).answer);
  await page.visit('/explore/');
  await page.getByLabel('Address of a table or a datapackage.json').fill(`${HOST}/p/datapackage.json`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await opened(page);
  await page.visit(`/explore/?package=${encodeURIComponent('http://data.example/p/datapackage.json')}`);
  await page.getByText('was not opened because it does not begin with https://').waitFor();
  assert.equal(await page.locator('.foreign').count(), 0);
  await page.done();
});

test('hostile texts of a package stay texts', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const manifest = { name: evil, title: evil, sources: [{ title: evil, path: 'javascript:alert(1)' }], resources: [{ name: 't', path: 't.csv', title: evil }] };
  const page = await site.page();
  await publish(page, { '/p/datapackage.json': JSON.stringify(manifest), '/p/t.csv': `"${evil}",placed\n"${evil}",1\n"=cmd()",2\n` });
  await page.visit(explore('p'));
  await opened(page);
  assert.equal(await page.locator('img[src=x]').count(), 0);
  assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  assert.ok((await page.locator('.figure-source').textContent()).includes(evil));
  await page.done();
});

// ── The setting ──────────────────────────────────────────────────────────────────────────────────

test('a site that opens only its own data says so, offers nothing, and asks no other host', async () => {
  const page = await site.page();
  await page.route('**/data/catalog.json', async (route) => {
    const answer = await route.fetch();
    const catalog = await answer.json();
    delete catalog.site.foreign;
    await route.fulfill({ response: answer, json: catalog });
  });
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith(HOST)) asked.push(request.url()); });
  await page.visit(explore('p'));
  await page.getByText('This site opens only data that it publishes itself').waitFor();
  assert.equal(await title(page).textContent(), 'Grants by state served');
  assert.equal(await page.locator('.opener').count(), 0);
  assert.deepEqual(asked, []);
  await page.done();
});

test('only the page of Explore may reach other hosts; published embeds reach this site alone', async () => {
  const policy = async (path) => /Content-Security-Policy" content="([^"]*)"/.exec(await (await fetch(new URL(path, site.url))).text())[1];
  assert.match(await policy('explore/'), /connect-src 'self' https:;/);
  for (const path of ['', 'states/mo/', 'compare/', 'figures/', '404.html']) {
    assert.match(await policy(path), /connect-src 'self';/, path);
  }
  const embed = await policy('embed/awards-by-state/');
  assert.match(embed, /default-src 'none'/);
  assert.match(embed, /connect-src 'self';/);
});

test('axe finds nothing with the columns of a package open, in both themes', async () => {
  const found = await violations(site, '/explore/', { schemes: SCHEMES }, async (page) => {
    await field(page).setInputFiles(file('placed.csv', CSV));
    await opened(page);
    await page.getByText('How the 4 columns are read').click();
  });
  assert.deepEqual(found, []);
});
