// Explore is used like a visitor would: by keyboard, at the width of a phone and of a desktop. What is shown is
// compared with the published tables, the address is checked after every change, and files are made to fail.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { awardsBy, numberIn, table, tableRows } from './csv.mjs';
import { openSite } from './page.mjs';

const DATA = join(process.env.SITE ?? 'dist', 'data');
const WIDTHS = [360, 1440];

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
const heading = (page) => words(page.locator('.explorer-answer h2'));
const query = (page) => new URL(page.url()).searchParams;
const control = (page, name) => page.locator(`#explore-${name}`);
const view = (page, name) => page.locator(`.views input[name=view][value=${name}]`);
/** On a phone the control panel is a sheet. */
const sheet = async (page) => { if (await page.locator('.sheet-button').first().isVisible()) await page.locator('.sheet-button').first().click(); };
const closeSheet = async (page) => { if (await page.locator('.explorer-controls .sheet-button').isVisible()) await page.locator('.explorer-controls .sheet-button').click(); };
const filter = (page, title) => page.locator('details.filter').filter({ has: page.locator('summary > span:first-child', { hasText: new RegExp(`^${title}$`) }) });

/** A promise, and the way to keep it. */
function gated() {
  let resolve;
  const promise = new Promise((keep) => { resolve = keep; });
  return { promise, resolve };
}

/** Opens Explore and waits until the answer that the address asks for is shown. */
async function open(address = '', options = {}) {
  const page = await site.page({ viewport: { width: 1440, height: 900 }, ...options });
  await options.prepare?.(page);
  await page.visit(`/explore/${address}`);
  await settled(page);
  return page;
}

const settled = (page) => page.waitForFunction(() => !document.documentElement.dataset.asked
  && document.querySelector('.explorer-answer')?.getAttribute('aria-busy') === 'false', undefined, { timeout: 30_000 });

/** Does something, and waits until the address and the answer have followed. */
async function decide(page, act) {
  const before = page.url();
  await act();
  await page.waitForFunction((old) => location.href !== old, before);
  await settled(page);
}

/** The rows of the answer, whatever the view: first column → the whole row. */
async function rows(page) {
  const answer = page.locator('.explorer-answer');
  const closed = answer.locator('details.figure-data:not([open]) > summary');
  if (await closed.count()) await closed.click();
  return tableRows(answer);
}
const values = async (page) => new Map((await rows(page)).map(([name, value]) => [name, numberIn(value)]).sort());
const sorted = (map) => new Map([...map].sort());

/** All that a visitor has decided, as the page shows it. */
const decisions = (page) => page.evaluate(() => ({
  address: location.search,
  title: document.title,
  heading: document.querySelector('.explorer-answer h2')?.textContent,
  controls: [...document.querySelectorAll('.explorer-controls select')].map(({ name, value }) => `${name}=${value}`),
  view: document.querySelector('.views input[name=view]:checked')?.value,
  ticked: [...document.querySelectorAll('.filter-value:has(input:checked) .filter-label')].map((label) => label.textContent).sort(),
  chips: [...document.querySelectorAll('.chips .chip:not(.chip-clear)')].map((chip) => chip.textContent),
}));

for (const width of WIDTHS) {
  test(`every decision is made by keyboard and stands in the address; Back undoes one at a time (${width} px)`, async () => {
    const page = await open('', { viewport: { width, height: 900 } });
    const marks = [await decisions(page)];
    const step = async (act) => { await decide(page, act); marks.push(await decisions(page)); };
    const press = (locator, key) => async () => { await locator.focus(); await page.keyboard.press(key); };

    await sheet(page);
    await step(press(control(page, 'by'), 'ArrowDown'));
    assert.equal(query(page).get('by'), 'industry_id');
    assert.equal(await heading(page), 'Grants by industry');
    await step(press(control(page, 'series'), 'ArrowDown'));
    const series = query(page).get('series');
    assert.ok(series && series === await control(page, 'series').inputValue());
    assert.match(await heading(page), /^Grants by industry and /);
    await step(press(control(page, 'series'), 'ArrowUp'));
    assert.equal(query(page).get('series') ?? '', '');
    // A filter: opened by Enter, its box reached by Tab, ticked by Space.
    const round = filter(page, 'Round');
    await round.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await step(() => page.keyboard.press('Space'));
    assert.equal(query(page).get('f.cohort_id'), 'arp-2022');
    assert.equal(await page.locator('.chips .chip').count(), 2);
    await step(async () => { await view(page, 'bar').focus(); await page.keyboard.press('ArrowRight'); });
    assert.equal(query(page).get('view'), 'column');
    await step(async () => { await view(page, 'table').focus(); await page.keyboard.press('Space'); });
    assert.equal(query(page).get('view'), 'table');
    assert.ok(await view(page, 'table').isChecked());
    assert.equal(await page.locator('.explorer-answer svg').count(), 0);
    // Another measure keeps the break-down and the filter; what would not be answered is passed over.
    await step(press(control(page, 'measure'), 'ArrowUp'));
    assert.notEqual(query(page).get('measure') ?? 'awards', 'awards');
    assert.equal(query(page).get('by'), 'industry_id');
    assert.equal(query(page).get('f.cohort_id'), 'arp-2022');
    assert.equal(await page.locator('.refusal').count(), 0);
    await step(press(control(page, 'package'), 'ArrowDown'));
    assert.equal(query(page).get('package'), 'wages-oews-2025');
    assert.match(await heading(page), /wage/i);

    for (let at = marks.length - 2; at >= 0; at -= 1) {
      await page.goBack();
      await page.waitForFunction((address) => location.search === address, marks[at].address);
      await settled(page);
      await page.waitForFunction((text) => document.querySelector('.explorer-answer h2')?.textContent === text, marks[at].heading).catch(() => {});
      assert.deepEqual(await decisions(page), marks[at], `Back number ${marks.length - 1 - at}`);
    }
    await page.goForward();
    await settled(page);
    assert.deepEqual(await decisions(page), marks[1], 'Forward');
    await page.done();
  });

  test(`each view is a view of the same numbers (${width} px)`, async () => {
    const page = await open('?by=state', { viewport: { width, height: 900 } });
    const expected = sorted(awardsBy('award_states', 'state', 'places'));
    for (const name of ['map', 'bar', 'table']) {
      if (!await view(page, name).isChecked()) {
        await decide(page, async () => { await view(page, name).focus(); await page.keyboard.press('Space'); });
      }
      assert.deepEqual(await values(page), expected, name);
      if (name === 'table') continue;
      const spoken = await page.locator('.explorer-answer svg:visible .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
      for (const [place, awards] of expected) assert.ok(spoken.some((mark) => mark.startsWith(`${place}: ${awards} grant`)), `${name}: ${place}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
    }
    await page.done();
  });

  test(`a line has the numbers of its table (${width} px)`, async () => {
    const page = await open('?package=registered-apprenticeship', { viewport: { width, height: 900 } });
    assert.ok(await view(page, 'line').isChecked());
    const listed = await rows(page);
    const spoken = await page.locator('.explorer-answer svg:visible .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    assert.ok(listed.length > 10);
    for (const [year, coverage, value] of listed.filter(([, , text]) => /\d/.test(text))) {
      assert.ok(spoken.some((mark) => mark.startsWith(`${year}, ${coverage}: ${value}`)), `${year}, ${coverage}: ${value}`);
    }
    await page.done();
  });

  test(`a filter changes the numbers, the counts beside other values, and is announced (${width} px)`, async () => {
    const page = await open('?by=state', { viewport: { width, height: 900 } });
    const awards = table('awards');
    const live = page.locator('.explorer-answer > [role=status][aria-live=polite]');
    const before = await words(live);
    const industries = filter(page, 'Industry');
    await sheet(page);
    await industries.locator('summary').click();
    const counts = async (title) => new Map(await filter(page, title).locator('.filter-value').evaluateAll((all) =>
      all.map((label) => [label.querySelector('.filter-label').textContent, Number(label.querySelector('.filter-count').textContent)])));
    assert.deepEqual(sorted(await counts('Industry')), sorted(awardsBy('award_industries', 'industry_id', 'industries')));
    await decide(page, () => industries.locator('.filter-value', { hasText: /^Healthcare/ }).locator('input').check());
    assert.equal(query(page).get('f.industry_id'), 'healthcare');
    const chosen = new Set(table('award_industries').filter((row) => row.industry_id === 'healthcare').map((row) => row.award_id));
    const places = new Map(table('places').map((place) => [place.state, place.name]));
    const expected = new Map();
    await closeSheet(page);
    for (const row of table('award_states').filter((row) => chosen.has(row.award_id))) {
      expected.set(places.get(row.state), (expected.get(places.get(row.state)) ?? 0) + 1);
    }
    assert.deepEqual(await values(page), sorted(expected));
    // Another dimension counts what would be left; the filtered one what each choice would give.
    const rounds = await counts('Round');
    for (const cohort of table('cohorts')) {
      assert.equal(rounds.get(cohort.name), awards.filter((award) => award.cohort_id === cohort.cohort_id && chosen.has(award.award_id)).length, cohort.name);
    }
    const announced = await words(live);
    assert.notEqual(announced, before);
    assert.match(announced, new RegExp(`Healthcare.*\\b${expected.size} rows`));
    // Taken back by the button that names it.
    await decide(page, () => page.locator('.chip', { hasText: 'Healthcare' }).click());
    assert.equal(query(page).get('f.industry_id'), null);
    assert.equal(await words(live), before);
    await page.done();
  });

  test(`a long list is searched, accents and case aside (${width} px)`, async () => {
    const page = await open('', { viewport: { width, height: 900 } });
    const states = filter(page, 'State served');
    await sheet(page);
    await states.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('PUERTÓ r');
    const left = states.locator('.filter-label');
    await page.waitForFunction(() => document.querySelectorAll('details.filter[open] .filter-label').length === 1);
    assert.equal(await words(left), 'Puerto Rico');
    await page.keyboard.press('Tab');
    await decide(page, () => page.keyboard.press('Space'));
    assert.equal(query(page).get('f.state'), 'PR');
    await closeSheet(page);
    assert.equal((await values(page)).get('Puerto Rico'), 1);
    await page.done();
  });

  test(`an address opens its own view, and nothing of another is readable before (${width} px)`, async () => {
    const page = await site.page({ viewport: { width, height: 900 } });
    const gate = gated();
    await page.route('**/*.wasm', async (route) => { await gate.promise; await route.continue(); });
    await page.addInitScript(() => {
      window.read = new Set();
      const look = () => {
        const answer = document.querySelector('.explorer-answer');
        if (answer && getComputedStyle(answer).visibility !== 'hidden') window.read.add(answer.innerText);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(new URL('explore/?by=industry_id&view=bar&f.cohort_id=fy2024', site.url).href, { waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(400);
    const answer = page.locator('.explorer-answer');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.asked), '1');
    assert.equal(await answer.evaluate((node) => getComputedStyle(node).visibility), 'hidden');
    assert.equal((await answer.innerText()).trim(), '');
    gate.resolve();
    await page.started();
    await settled(page);
    assert.match(await heading(page), /^Grants (for .+ )?by industry/);
    assert.equal(await control(page, 'by').inputValue(), 'industry_id');
    assert.ok(await view(page, 'bar').isChecked());
    const awards = new Set(table('awards').filter((award) => award.cohort_id === 'fy2024').map((award) => award.award_id));
    const names = new Map(table('industries').map((row) => [row.industry_id, row.name]));
    const expected = new Map();
    for (const row of table('award_industries').filter((row) => awards.has(row.award_id))) {
      expected.set(names.get(row.industry_id), (expected.get(names.get(row.industry_id)) ?? 0) + 1);
    }
    assert.deepEqual(await values(page), sorted(expected));
    for (const text of await page.evaluate(() => [...window.read])) assert.doesNotMatch(text, /Grants by state served/);
    await page.done();
  });
}

test('keys that other sites hang on a link change nothing', async () => {
  const page = await site.page();
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      window.mutations = [];
      new MutationObserver((records) => records.filter(({ type, target, attributeName, oldValue }) => type !== 'attributes' || target.getAttribute(attributeName) !== oldValue).forEach(({ type, target, attributeName }) => window.mutations.push(`${type} of ${target.nodeName} ${target.className ?? ''} ${attributeName ?? ''}`)))
        .observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });
    });
  });
  await page.visit('/explore/?utm_source=x&fbclid=y');
  await page.quiet(); // what is fetched in advance arrives, too
  assert.deepEqual(await page.evaluate(() => window.mutations), []);
  assert.equal(await heading(page), 'Grants by state served');
  assert.equal(await page.locator('.notices').count(), 0);
  await page.done();
});

test('parts of an address that are not known are told, and the rest holds', async () => {
  const page = await open('?by=industry_id&hum=1&view=line&f.cohort_id=fy2024~nowhere&sort=sideways');
  const told = (await words(page.locator('.notices')));
  assert.match(told, /“hum”, which this site does not recognize/);
  assert.match(told, /cannot be shown as a line chart/);
  assert.match(told, /“nowhere” is not a value of “Round”/);
  assert.match(told, /“sideways” is not a valid value for “sort”/);
  assert.match(await heading(page), /^Grants (for .+ )?by industry/);
  assert.ok((await rows(page)).length > 0);
  await decide(page, () => control(page, 'by').selectOption('state'));
  assert.match(await heading(page), /^Grants (for .+ )?by state served/);
  await page.done();
});

test('an unknown measure, dimension or package is reported, and the default is shown', async () => {
  for (const [address, notice] of [
    ['?measure=peeple_placed', /There is no measure “peeple_placed”. The default measure is shown/],
    ['?by=colour', /There is no field “colour” here/],
    ['?package=nothing-of-the-kind', /This site has no data set “nothing-of-the-kind”/],
    ['?at=99.0.0', /has no version “99.0.0”/],
  ]) {
    const page = await open(address);
    assert.match(await words(page.locator('.explorer-answer')), notice, address);
    assert.ok(await page.locator('.explorer-answer figure').count() === 1, `${address}: nothing is shown`);
    assert.ok(await control(page, 'measure').inputValue(), `${address}: no measure is chosen`);
    await page.done();
  }
});

test('a version of the data is chosen; the page says so, keeps it, and leads to the same chart of the newest', async () => {
  const page = await open('?measure=awards&by=state');
  assert.equal(await page.locator('.edition-note').count(), 0, 'the newest version needs no note');
  await page.locator('.explore-more > summary').click();
  await decide(page, () => control(page, 'at').selectOption('1.3.0'));
  assert.match(await words(page.locator('.edition-note')), /^These numbers are from version 1\.3\.0, published .+ The newest version is/);
  assert.match(page.url(), /[?&]at=1\.3\.0/);
  assert.match(await page.locator('.share-button').first().getAttribute('data-query'), /[?&]at=1\.3\.0/);
  await decide(page, () => control(page, 'by').selectOption('industry_id'));
  assert.match(page.url(), /[?&]at=1\.3\.0/, 'another choice keeps the version');
  await page.locator('.edition-note').getByRole('link', { name: 'Show the newest version' }).click();
  await page.waitForURL((url) => !url.searchParams.has('at') && url.searchParams.get('by') === 'industry_id');
  await page.done();
});

test('medians are not averaged: the page says why, and what to do', async () => {
  const page = await open('?package=wages-oews-2025&measure=hourly_median&by=occupation_code&f.state=CA~TX');
  const refusal = page.locator('.refusal');
  assert.match(await words(refusal), /Median hourly wage is a median or percentile.*cannot be averaged/);
  assert.equal(await page.locator('.explorer-answer figure').count(), 0);
  assert.match(await words(page.locator('.explorer-answer > [role=status]')), /cannot be averaged/);
  // So do the questions that it proposes.
  const ways = refusal.locator('.ways a');
  assert.ok(await ways.count() >= 2 && await ways.count() <= 3);
  const address = page.url();
  for (const at of Array(await ways.count()).keys()) {
    await decide(page, () => ways.nth(at).click());
    assert.equal(await refusal.count(), 0, page.url());
    assert.equal(await page.locator('.explorer-answer figure').count(), 1);
    await decide(page, () => page.goBack());
    assert.equal(page.url(), address);
  }
  // The remedy that it names works.
  await decide(page, () => page.locator('.chip', { hasText: 'Texas' }).click());
  assert.equal(await refusal.count(), 0);
  assert.ok((await rows(page)).length > 10);
  await page.done();
});

test('a large package loads with progress, which can be stopped; the page still works', async () => {
  const page = await open();
  const gates = [];
  await page.route('**/wages-oews-2025/*_occupations.csv', async (route) => {
    const gate = gated();
    gates.push(gate);
    await gate.promise;
    await route.continue().catch(() => {}); // stopped meanwhile
  });
  const before = await decisions(page);
  await control(page, 'package').selectOption('wages-oews-2025');
  const progress = page.locator('.progress');
  await progress.waitFor();
  assert.match(await words(progress), /Loading: \d+(\.\d)? MB received/);
  assert.equal(await page.locator('.explorer-answer').getAttribute('aria-busy'), 'true');
  assert.match(await words(page.locator('.explorer-answer > [role=status]')), /^Loading/);
  await page.waitForFunction(() => !/ 0(\.0)? MB/.test(document.querySelector('.progress').textContent)); // the small files
  await progress.getByRole('button', { name: 'Stop' }).click();
  await progress.waitFor({ state: 'detached' });
  gates.forEach((gate) => gate.resolve());
    await page.quiet();
  // What is shown is what was shown before, and the controls and the address say so.
  const after = await decisions(page);
  assert.equal(after.heading, before.heading);
  assert.deepEqual(after.controls, before.controls, 'the controls name what is not shown');
  assert.equal(after.address, before.address, 'the address names what is not shown');
  await page.unroute('**/wages-oews-2025/*_occupations.csv');
  await decide(page, () => control(page, 'by').selectOption('industry_id'));
  assert.match(await heading(page), /^Grants (for .+ )?by industry/);
  await decide(page, () => control(page, 'package').selectOption('wages-oews-2025'));
  assert.match(await heading(page), /wage/i);
  await page.done();
});

/** Serves a package of which some files are changed by `mend`, with a manifest that promises just these bytes. */
async function changed(page, files) {
  const folder = 'good-jobs-challenge';
  const bodies = new Map(Object.entries(files).map(([name, change]) => [name, change(readFileSync(join(DATA, folder, name), 'utf8'))]));
  await page.route(`**/data/${folder}/*`, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    if (bodies.has(name)) return route.fulfill({ body: bodies.get(name), contentType: 'text/csv; charset=utf-8' });
    if (name !== 'datapackage.json') return route.continue();
    const manifest = JSON.parse(readFileSync(join(DATA, folder, name), 'utf8'));
    for (const resource of manifest.resources.filter(({ path }) => bodies.has(path))) {
      const bytes = Buffer.from(bodies.get(resource.path));
      resource.bytes = bytes.length;
      resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    }
    return route.fulfill({ json: manifest });
  });
}

test('a faulty row is reported with file, row, column, value and fix, and the other rows work', async () => {
  let line;
  const page = await open('?by=cohort_id', {
    prepare: (page) => changed(page, {
      'awards.csv': (text) => {
        const lines = text.trimEnd().split('\n');
        line = lines.findIndex((row) => row.startsWith('arp-2022-chicago')); // the header is line 0: this is the data row
        lines[line] = lines[line].replace('18548723', 'plenty');
        return `${[...lines, lines[1]].join('\n')}\n`;
      },
    }),
  });
  const box = page.locator('.data-problems');
  await box.locator('summary').click();
  const told = await box.locator('li').allInnerTexts();
  const typed = told.find((text) => text.includes('plenty')) ?? '';
  assert.match(typed, new RegExp(`awards\\.csv, row ${line}, column “award_usd”: “plenty” is not a (whole )?number; correct it`), told.join('\n'));
  const key = told.find((text) => text.includes('arp-2022-alaska-primary-care-association')) ?? '';
  assert.match(key, /awards\.csv, row 36.*“arp-2022-alaska-primary-care-association” is already in row 1; (give each row a different key|use each value only once)/, told.join('\n'));
  assert.match(await words(page.locator('.explorer-answer figure')), /\d rows? of the file could not be used and (was|were) left out/);
  const shown = [...(await values(page)).values()].reduce((sum, value) => sum + value, 0);
  assert.ok(shown === 34 || shown === 35, `${shown} awards: the second copy must not count`);
  await decide(page, () => control(page, 'measure').selectOption('award_usd'));
  assert.match(await heading(page), /^Grant amount/);
  await page.done();
});

test('a table that is not there is told, and everything that needs none of it still works', async () => {
  const page = await open('?by=cohort_id', {
    prepare: async (page) => {
      await page.route('**/data/good-jobs-challenge/award_industries.csv', (route) => route.fulfill({ status: 404, body: 'not found' }));
      page.expectFault(/404/);
    },
  });
  await page.locator('.data-problems summary').click();
  assert.match(await words(page.locator('.data-problems')), /award_industries\.csv: there is no such file; check the name, and check that the file is published/);
  assert.deepEqual([...(await values(page)).values()].sort((a, b) => a - b), [5, 30]);
  await decide(page, () => control(page, 'by').selectOption('state'));
  assert.deepEqual(await values(page), sorted(awardsBy('award_states', 'state', 'places')));
  const industry = control(page, 'by').locator('option[value=industry_id]');
  assert.equal(await industry.isDisabled(), true);
  assert.match(await industry.textContent(), /: file not read$/);
  await page.done();
});

test('a package that cannot be had leaves the view that was there, and says so', async () => {
  const page = await open();
  await page.route('**/data/wages-oews-2025/datapackage.json', (route) => route.fulfill({ status: 503, body: 'later' }));
  page.expectFault(/503/);
  const before = await heading(page);
  await control(page, 'package').selectOption('wages-oews-2025');
  await page.locator('.explorer-answer .problems').waitFor();
  assert.match(await words(page.locator('.problems')), /wages-oews-2025\/datapackage\.json: the server answered with status 503/);
  assert.equal(await heading(page), before);
  await decide(page, () => control(page, 'by').selectOption('industry_id')).catch(() => {});
  assert.match(await heading(page), /^Grants (for .+ )?by industry/);
  assert.equal(await page.locator('.explorer-answer .problems').count(), 0);
  await page.done();
});

test('when the app cannot be loaded the page says so, and keeps what it showed', async () => {
  const page = await site.page();
  await page.route('**/*.wasm', (route) => route.abort());
  page.expectFault(/wasm|fetch/i);
  await page.visit('/explore/');
  assert.equal(await page.evaluate(() => window.appStarted), 'no');
  assert.match(await words(page.getByRole('alert')), /did not load completely/);
  assert.equal(await heading(page), 'Grants by state served');
  assert.deepEqual(await values(page), sorted(awardsBy('award_states', 'state', 'places')));
  await page.done();
});

test('when the app cannot be loaded, an address of another view does not show the wrong numbers', async () => {
  const page = await site.page();
  await page.route('**/*.wasm', (route) => route.abort());
  page.expectFault(/wasm|fetch/i);
  await page.visit('/explore/?measure=people_placed');
  assert.match(await words(page.getByRole('alert')), /did not load completely/);
  assert.ok(await page.locator('h1').isVisible());
  assert.doesNotMatch(await page.locator('.explorer-answer').innerText(), /Grants by state served/);
  await page.done();
});

test('occupations are a tree: its groups first, one branch at a time, and a search over all', async () => {
  const page = await open('?package=wages-oews-2025&measure=hourly_median&by=state&f.occupation_code=47-2111', { viewport: { width: 360, height: 740 } });
  const filter = page.locator('.filter', { hasText: 'Occupation' }).first();
  await sheet(page);
  await filter.locator('summary').click();
  const listed = () => filter.locator('.filter-label').allTextContents();
  const branch = filter.getByLabel('Show occupations in this group');
  const groups = await branch.locator('option').allTextContents();
  assert.ok(groups.length > 20 && groups.length < 30, `${groups.length} groups`);
  assert.ok((await listed()).length <= groups.length + 2, 'the groups stand first, not a thousand names');
  await branch.selectOption({ label: 'Construction and Extraction Occupations' });
  assert.ok((await listed()).includes('Plumbers, Pipefitters, and Steamfitters'));
  assert.ok(!(await listed()).includes('Registered Nurses'));
  await branch.selectOption('');
  await filter.getByRole('searchbox').fill('registered nur');
  assert.ok((await listed()).includes('Registered Nurses'));
  await page.done();
});

test('a drawing made in one call is the one that is made node by node', async () => {
  const drawn = async (isBlocked) => {
    const prepare = isBlocked ? (page) => page.route('**/svg.js', (route) => route.abort()) : undefined;
    const page = await open('?by=industry', { prepare });
    if (!isBlocked) {
      await page.waitForFunction(() => window.makeDrawing);
      await page.evaluate(() => {
        const make = window.makeDrawing;
        window.calls = 0;
        window.makeDrawing = (told) => { window.calls += 1; return make(told); };
      });
    }
    await decide(page, () => control(page, 'by').selectOption('state'));
    assert.equal(await page.evaluate(() => window.calls > 0), !isBlocked);
    const svg = await page.locator('.explorer-answer .drawing').first().evaluate((node) => node.outerHTML);
    await (isBlocked ? page.close() : page.done());
    return svg;
  };
  const [atOnce, piecemeal] = [await drawn(false), await drawn(true)];
  assert.ok(atOnce.length > 2000);
  assert.equal(atOnce, piecemeal);
});

/** The entries of a list, as a reader sees them. */
const entries = (page, name) => control(page, name).locator('option').evaluateAll((all) => all.map((option) => ({
  key: option.value, text: option.text, title: option.title, disabled: option.disabled, group: option.closest('optgroup')?.label,
})));

test('measures stand in groups with the number of their values; what has none here says so', async () => {
  const page = await open('?measure=awards&by=state');
  const list = await entries(page, 'measure');
  assert.deepEqual([...new Set(list.map(({ group }) => group))], ['Results', 'Goals', 'Money', 'Wages', 'Other']);
  const claims = new Map();
  for (const row of table('figures').filter(({ background }) => background !== 'true')) {
    claims.set(row.measure_code, (claims.get(row.measure_code) ?? new Set()).add(row.claim_id || row.figure_id));
  }
  for (const { key, text } of list) {
    const count = key === 'awards' || key === 'award_usd' ? table('awards').filter((row) => key === 'awards' || row.award_usd).length
      : claims.get(key)?.size ?? 0;
    assert.match(text, new RegExp(`\\(${count}\\)`), `${key}: ${text}`);
  }
  const enrolled = list.find(({ key }) => key === 'people_enrolled');
  assert.ok(enrolled.disabled);
  assert.match(enrolled.text, /: none by state served$/);
  assert.match(enrolled.title, /^Available by .+\.$/);
  assert.ok(list.filter(({ disabled }) => disabled).every(({ text }) => /: (none|no values|cannot)/.test(text)));
  assert.ok(list.filter(({ disabled }) => !disabled).length > 1);
  await page.done();
});

for (const name of ['good-jobs-challenge', 'good-jobs-challenge-demo']) {
  test(`no choice that is offered ends in a refusal: ${name}`, { timeout: 240_000 }, async () => {
    const page = await open(`?package=${name}`);
    const refused = [];
    for (const list of ['measure', 'by', 'series', 'kind', 'level', 'sort']) {
      if (await control(page, list).count() === 0) continue;
      const before = await control(page, list).inputValue();
      assert.ok(await control(page, list).locator('option:checked').evaluate((option) => option.text.trim()), `${list} is blank`);
      if (list === 'sort') await page.locator('.explore-more > summary').click();
      for (const { key } of (await entries(page, list)).filter(({ key, disabled }) => !disabled && key !== before)) {
        await decide(page, () => control(page, list).selectOption(key));
        if (await page.locator('.refusal').count() || await page.locator('.explorer-answer figure').count() !== 1) refused.push(`${list}=${key}`);
        for (const select of ['measure', 'by', 'series']) {
          if (await control(page, select).count()) assert.ok(await control(page, select).inputValue() || select === 'series', `${select} is blank after ${list}=${key}`);
        }
        await decide(page, () => page.goBack());
      }
    }
    assert.deepEqual(refused, []);
    await page.done();
  });
}

test('types of chart are tabs on the chart, changed by arrow keys', async () => {
  const page = await open('?by=state');
  const tabs = page.locator('.views');
  const [bar, chart] = [await tabs.boundingBox(), await page.locator('.explorer-answer figure').boundingBox()];
  assert.ok(bar.y < chart.y && chart.y - bar.y - bar.height < 40, 'nothing is between the tabs and the chart');
  assert.equal(await page.getByRole('group', { name: 'Chart type' }).count(), 1);
  assert.equal(await page.getByRole('radio', { name: 'Map' }).isChecked(), true);
  await view(page, 'map').focus();
  await decide(page, () => page.keyboard.press('ArrowRight'));
  assert.equal(await page.evaluate(() => document.activeElement.value), query(page).get('view'));
  assert.notEqual(query(page).get('view'), 'map');
  for (const box of await tabs.locator('label, summary').all()) {
    if (!await box.isVisible()) continue;
    const { width, height } = await box.boundingBox();
    assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
  }
  await page.done();
});

test('on a phone the panel is a sheet: the chart is on the first screen, and every choice is one tap away', async () => {
  const page = await open('', { viewport: { width: 360, height: 740 }, hasTouch: true });
  const panel = page.locator('.explorer-controls');
  assert.equal(await panel.isVisible(), false);
  const svg = await page.locator('.explorer-answer svg:visible').first().boundingBox();
  assert.ok(svg.y < 740 - 120, `the chart begins at ${svg.y} px`);
  const button = page.getByRole('button', { name: 'Change measure and filters' });
  await button.tap();
  assert.equal(await panel.isVisible(), true);
  await decide(page, () => control(page, 'by').selectOption('industry_id'));
  assert.equal(await panel.isVisible(), true, 'a choice keeps the sheet open');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  await page.getByRole('button', { name: 'Show chart' }).tap();
  assert.equal(await panel.isVisible(), false);
  assert.match(await heading(page), /by industry/);
  // Escape closes it as well, and the focus goes back to the button.
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await panel.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await panel.isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Change measure and filters');
  await page.done();
});

test('periods are chosen from one to another, and are one chip', async () => {
  const page = await open('?package=good-jobs-challenge-demo&by=industry_id');
  const range = page.locator('.period');
  const ends = range.getByRole('combobox');
  const quarters = await ends.first().locator('option').allTextContents();
  assert.ok(quarters.length >= 16);
  await decide(page, () => ends.nth(0).selectOption({ index: 2 }));
  await decide(page, () => ends.nth(1).selectOption({ index: 4 }));
  assert.equal(query(page).get('f.quarter').split('~').length, 3);
  const chips = page.locator('.chips .chip:not(.chip-clear)');
  assert.equal(await chips.count(), 1);
  assert.ok((await words(chips)).includes(`${quarters[2]} to ${quarters[4]}`));
  await decide(page, () => chips.click());
  assert.equal(query(page).get('f.quarter'), null);
  assert.equal(await ends.nth(0).inputValue(), '0');
  await page.done();
});

test('without scripts the chart is there and no control that does nothing', async () => {
  const page = await site.page({ javaScriptEnabled: false });
  await page.goto(new URL('explore/', site.url).href);
  assert.equal(await page.locator('.explorer-answer figure').count(), 1);
  for (const part of ['.explorer-controls', '.views', '.sheet-button']) assert.equal(await page.locator(part).first().isVisible(), false, part);
  assert.ok(await page.locator('main a[href*="figures"], main a[href*="embed"], main a[href*="explore"]').count() > 0);
  await page.done();
});

test('axe finds nothing on Explore, its sheet and a refusal, in both themes', async () => {
  const phone = { viewport: { width: 360, height: 740 }, schemes: SCHEMES };
  assert.deepEqual(await violations(site, '/explore/', { viewport: { width: 1440, height: 900 }, schemes: SCHEMES }), []);
  assert.deepEqual(await violations(site, '/explore/', phone, (page) => page.locator('.sheet-button').first().click()), []);
  assert.deepEqual(await violations(site, '/explore/?measure=people_enrolled&by=state', phone), []);
});
