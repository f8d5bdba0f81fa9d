// The dashboard: a choice in one place changes every other, the address keeps it, and every number under it is counted
// again here from the CSV files.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { all, axTree } from './axtree.mjs';
import { numberIn, table } from './csv.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
/** Resolves when the dashboard shows what was asked last. */
const settled = (page, search) => page.waitForFunction((of) => {
  const root = document.querySelector('.dashboard');
  return location.search === of && !root.hasAttribute('aria-busy') && !document.documentElement.dataset.asked;
}, search);
const panel = (page, id) => page.locator(`[data-slot=panel-${id}]`);
const markOf = (page, id, name) => panel(page, id).locator('svg:visible .mark').and(page.locator(`[aria-label^="${name}:"]`));
/** The holders of the grants that pass: by state served, industry and round. */
function holders({ state, industry, round } = {}) {
  const [states, industries] = [table('award_states'), table('award_industries')];
  return table('awards').filter(({ award_id: id, cohort_id: cohort }) => (!round || cohort === round)
    && (!state || states.some((row) => row.award_id === id && row.state === state))
    && (!industry || industries.some((row) => row.award_id === id && row.industry_id === industry)))
    .map((award) => award.grantee_id);
}
const rows = (page) => page.locator('.holders tbody tr').evaluateAll((all) => all.map((row) => row.dataset.key));

test('a click on a state filters tiles, panels and table; the address keeps it; again takes it back', async () => {
  const page = await site.page();
  await page.visit('/');
  await markOf(page, 'states', 'Missouri').first().click();
  await settled(page, '?f.state=MO');
  const expected = holders({ state: 'MO' });
  assert.deepEqual((await rows(page)).sort(), expected.sort());
  assert.match(await words(page.locator('.dashboard-count')), new RegExp(`^${expected.length} of 35 grants$`));
  assert.equal(numberIn(await words(page.locator('.tile[data-tile=grants] .tile-value'))), expected.length);
  assert.equal(numberIn(await words(page.locator('.tile[data-tile=enrolled] .tile-value'))), 1684);
  assert.match(await words(page.locator('.tile[data-tile=enrolled]')), /from 1 of 2 grants/);
  assert.match(await words(page.locator('.tile[data-tile=placed]')), /Not published.*0 of 2 grants/);
  assert.match(await words(page.locator('.tile[data-tile=grants]')), /about \$41 million, whole grants/);
  // The panel of states keeps every mark, with the chosen one selected; the others show what is left.
  assert.equal(await panel(page, 'states').locator('svg:visible .mark[aria-selected=true]').count(), 1);
  assert.ok(await panel(page, 'states').locator('svg:visible .mark').count() > 50);
  const industries = new Set(table('award_industries').filter((row) => expected.some((holder) => row.award_id.endsWith(holder))).map((row) => row.industry_id));
  assert.equal(await panel(page, 'industries').locator('svg:visible .mark').count(), industries.size);
  assert.match(await words(panel(page, 'placed')), /Not affected by: State/);
  assert.match(await page.locator('[data-live]').textContent(), /^Missouri\. 2 of 35 grants\./);
  await markOf(page, 'states', 'Missouri').first().click();
  await settled(page, '');
  assert.equal((await rows(page)).length, 35);
  assert.match(await words(page.locator('.tile[data-tile=placed] .tile-value')), /^more than 25,000 people$/i);
  await page.goBack();
  await settled(page, '?f.state=MO');
  assert.equal((await rows(page)).length, expected.length);
  await page.done();
});

test('with the keyboard alone: a bar is chosen by Enter, taken back by Escape, and the focus stays', async () => {
  const page = await site.page();
  await page.visit('/');
  const drawing = panel(page, 'industries').locator('svg:visible');
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement.matches('.mark'));
  const name = (await page.evaluate(() => document.activeElement.getAttribute('aria-label'))).split(':')[0];
  const industry = table('industries').find((row) => row.name === name).industry_id;
  await page.keyboard.press('Enter');
  await settled(page, `?f.industry_id=${industry}`);
  assert.deepEqual((await rows(page)).sort(), holders({ industry }).sort());
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await settled(page, '');
  await page.done();
});

test('an address with one filter shows its answer, never the unfiltered numbers', async () => {
  const page = await site.page();
  await page.visit('/?f.cohort_id=fy2024');
  await settled(page, '?f.cohort_id=fy2024');
  assert.deepEqual((await rows(page)).sort(), holders({ round: 'fy2024' }).sort());
  assert.doesNotMatch(await words(page.locator('.tiles')), /25,000|30,000/);
  assert.equal(await page.locator('select[data-field=cohort_id]').inputValue(), 'fy2024');
  await page.done();
});

test('two filters are answered by the query engine, with the same rules', async () => {
  const page = await site.page();
  await page.visit('/?f.state=OH&f.industry_id=manufacturing');
  await settled(page, '?f.state=OH&f.industry_id=manufacturing');
  const expected = holders({ state: 'OH', industry: 'manufacturing' });
  assert.ok(expected.length > 0);
  assert.deepEqual((await rows(page)).sort(), expected.sort());
  assert.equal(numberIn(await words(page.locator('.tile[data-tile=grants] .tile-value'))), expected.length);
  // A mark of what the engine drew chooses too.
  await panel(page, 'states').locator('svg:visible .mark[aria-selected=true]').click();
  await settled(page, '?f.industry_id=manufacturing');
  assert.deepEqual((await rows(page)).sort(), holders({ industry: 'manufacturing' }).sort());
  await page.done();
});

test('a value that the data do not have is named and changes nothing', async () => {
  const page = await site.page();
  await page.visit('/?f.state=ZZ');
  await settled(page, '?f.state=ZZ');
  assert.match(await words(page.locator('[data-slot=chosen]')), /not in the data: ZZ/);
  assert.equal((await rows(page)).length, 35);
  await page.done();
});

test('on a phone a tap shows the mark, with a way to its page and to the filter; nothing is wider than the screen', async () => {
  const page = await site.page(PHONE);
  await page.visit('/');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const top = await page.locator('.tile[data-tile=placed] .tile-value').boundingBox();
  assert.ok(top.y + top.height < 740, `the first number is at ${top.y} px`);
  const bar = panel(page, 'industries').locator('svg:visible .mark').first();
  await bar.scrollIntoViewIfNeeded();
  await bar.tap();
  const tip = panel(page, 'industries').locator('.chart-tip');
  await tip.locator('.tip-filter').waitFor();
  assert.match(await tip.locator('.tip-actions a').getAttribute('href'), /\/industries\/[a-z-]+\/$/);
  await tip.locator('.tip-filter').tap();
  await page.waitForFunction(() => /f\.industry_id=/.test(location.search) && !document.querySelector('.dashboard').hasAttribute('aria-busy'));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await page.done();
});

test('tiles fill their rows, and no panel leaves a gap below it', async () => {
  for (const width of [360, 768, 1440]) {
    const page = await site.page({ viewport: { width, height: 900 } });
    for (const address of ['/', '/?f.state=MO', '/dashboard/good-jobs-challenge-demo/']) {
      await page.visit(address);
      if (address.includes('?')) await settled(page, address.slice(1));
      const { ends, gaps } = await page.evaluate(() => {
        const box = (node) => node.getBoundingClientRect();
        const right = box(document.querySelector('.tiles')).right;
        const rows = Map.groupBy([...document.querySelectorAll('.tile')].map(box), ({ top }) => Math.round(top));
        const columns = [...document.querySelectorAll('.panel-column')].map((column) => [...column.children].map(box));
        return {
          ends: [...rows.values()].map((row) => Math.round(right - Math.max(...row.map((tile) => tile.right)))),
          gaps: columns.flatMap((panels) => panels.slice(1).map((panel, at) => Math.round(panel.top - panels[at].bottom))),
        };
      });
      assert.deepEqual(ends.filter((gap) => gap !== 0), [], `${address} at ${width} px: rows of tiles end ${ends} px early`);
      assert.ok(gaps.length >= 4 && gaps.every((gap) => gap === 16), `${address} at ${width} px: panels are ${gaps} px apart`);
    }
    await page.done();
  }
});

test('the table is sorted by its headers and searched without accents', async () => {
  const page = await site.page();
  await page.visit('/');
  const holdersTable = page.locator('.holders');
  const head = holdersTable.locator('thead th', { hasText: 'Grant amount' });
  await head.locator('button').click();
  await page.waitForFunction(() => document.querySelector('.holders th[aria-sort=descending]'));
  const values = await holdersTable.locator('tbody tr').evaluateAll((all) => all.map((row) => row.cells[3].dataset.value).filter(Boolean).map(Number));
  assert.deepEqual(values, [...values].sort((a, b) => b - a));
  assert.ok(values.length > 20);
  await page.locator('[data-search]').fill('hawaii');
  const shown = await holdersTable.locator('tbody tr:visible').evaluateAll((all) => all.map((row) => row.textContent));
  assert.ok(shown.length > 0 && shown.every((text) => /hawai/i.test(text)), shown.join('\n'));
  await page.done();
});

test('the made-up package has a dashboard of its own, which says so', async () => {
  const page = await site.page();
  await page.visit('/dashboard/good-jobs-challenge-demo/');
  assert.match(await words(page.locator('.dashboard-head')), /made up/i);
  assert.ok(await page.locator('.tile').count() >= 3);
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  await page.locator('select[data-field=state]').selectOption('VA');
  await settled(page, '?f.state=VA');
  assert.match(await words(page.locator('.dashboard-chosen')), /Virginia/);
  await page.done();
});

test('a range of periods is one choice, kept in the address, and its first and last period stand in the menus', async () => {
  const page = await site.page();
  await page.visit('/dashboard/good-jobs-challenge-demo/');
  const [first, last] = ['first', 'last'].map((end) => page.locator(`select[data-end=${end}]`));
  const periods = await first.locator('option').evaluateAll((all) => all.map(({ value }) => value).filter(Boolean));
  const names = await first.locator('option').evaluateAll((all) => all.map(({ textContent }) => textContent).slice(1));
  const before = numberIn(await words(page.locator('.tile .tile-value').first()));
  await first.selectOption(periods[2]);
  await last.selectOption(periods[4]);
  await settled(page, `?period=${periods[2]}~${periods[4]}`);
  assert.match(await words(page.locator('.chips')), new RegExp(`${names[2]} to ${names[4]}`));
  assert.equal(await page.locator('.chip').count(), 1);
  const within = numberIn(await words(page.locator('.tile .tile-value').first()));
  assert.ok(within > 0 && within < before, `${within} of ${before}`);
  // The same address says the same to whoever opens it.
  await page.visit(`/dashboard/good-jobs-challenge-demo/?period=${periods[2]}~${periods[4]}`);
  await settled(page, `?period=${periods[2]}~${periods[4]}`);
  assert.equal(numberIn(await words(page.locator('.tile .tile-value').first())), within);
  assert.deepEqual(await Promise.all([first, last].map((menu) => menu.inputValue())), [periods[2], periods[4]]);
  await page.locator('.chip').click();
  await settled(page, '');
  assert.equal(numberIn(await words(page.locator('.tile .tile-value').first())), before);
  await page.done();
});

test('Play shows one period after another, adds no browser history, and stops when pressed again', async () => {
  const page = await site.page();
  await page.visit('/dashboard/good-jobs-challenge-demo/');
  const steps = await page.evaluate(() => history.length);
  const play = page.locator('[data-play]');
  await play.click();
  await page.waitForFunction(() => /^\?period=(.+)~\1$/.test(decodeURIComponent(location.search)));
  const one = await page.evaluate(() => location.search);
  await page.waitForFunction((before) => location.search !== before, one);
  await play.click();
  assert.equal(await play.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.done();
});

test('the handles of a range and its menus are one control, each with the name of its period', async () => {
  const page = await site.page();
  await page.visit('/dashboard/good-jobs-challenge-demo/');
  const [first, last] = [0, 1].map((end) => page.locator(`[data-slide="${end}"]`));
  const options = await page.locator('select[data-end=first] option').evaluateAll((found) => found.map(({ value, text }) => [value, text]).slice(1));
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await settled(page, `?period=${options[1][0]}~${options.at(-1)[0]}`);
  assert.equal(await first.getAttribute('aria-valuetext'), options[1][1]);
  assert.equal(await page.locator('select[data-end=first]').inputValue(), options[1][0]);
  await page.locator('select[data-end=last]').selectOption(options[6][0]);
  await settled(page, `?period=${options[1][0]}~${options[6][0]}`);
  assert.equal(await last.inputValue(), '6');
  await page.locator('[data-clear]').click();
  await settled(page, '');
  assert.deepEqual([await first.inputValue(), await last.inputValue()], ['0', `${options.length - 1}`]);
  await page.done();
});

test('the reporting table says of every grantee and quarter what the file says', async () => {
  const page = await site.page();
  await page.visit('/dashboard/good-jobs-challenge-demo/');
  const shown = await page.locator('.reporting tbody tr').evaluateAll((rows) => rows.map((row) => [row.dataset.key, [...row.cells].slice(1).map((cell) => cell.querySelector('.visually-hidden')?.textContent ?? '')]));
  const quarters = [...new Set(table('totals_quarter', 'good-jobs-challenge-demo').map(({ quarter }) => quarter))].sort();
  const counts = ['enrolled', 'completed', 'placed', 'registered_apprentices', 'starting_wage'];
  const expected = new Map();
  for (const row of table('totals_grantee_quarter', 'good-jobs-challenge-demo')) {
    const cells = counts.map((count) => row[count]);
    const isThere = (cell) => /^\d|^[scz]$/.test(cell);
    const word = cells.every((cell) => cell === 'n') ? 'Not yet due' : !cells.some(isThere) ? 'Overdue'
      : cells.every(isThere) && !counts.some((count) => row[`${count}_qualifier`] === 'at_least') ? 'Reported' : 'Reported in part';
    const line = expected.get(row.grantee_id) ?? quarters.map(() => '');
    line[quarters.indexOf(row.quarter)] = word;
    expected.set(row.grantee_id, line);
  }
  assert.equal(shown.length, 32);
  assert.deepEqual(Object.fromEntries(shown), Object.fromEntries(expected));
  for (const word of ['Not yet due', 'Overdue', 'Reported in part']) assert.ok(shown.some(([, line]) => line.includes(word)), word);
  await page.done();
});

test('a panel is switched to another chart type, the address keeps it, and filters go on working', async () => {
  const page = await site.page();
  await page.visit('/');
  const kind = () => panel(page, 'states').locator('[data-chart]').getAttribute('data-chart');
  assert.equal(await kind(), 'map');
  await panel(page, 'states').locator('[data-view=tiles]').click();
  await settled(page, '?panel.states=tiles');
  assert.equal(await kind(), 'tiles');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');
  await markOf(page, 'states', 'Ohio').first().click();
  await settled(page, '?panel.states=tiles&f.state=OH');
  assert.equal(await kind(), 'tiles');
  assert.deepEqual((await rows(page)).sort(), holders({ state: 'OH' }).sort());
  await page.visit('/?panel.states=bar&f.state=OH');
  await settled(page, '?panel.states=bar&f.state=OH');
  assert.equal(await kind(), 'bar');
  await panel(page, 'states').locator('[data-view=""]').click();
  await settled(page, '?f.state=OH');
  assert.equal(await kind(), 'map');
  // A name that is no chart type, or one that does not fit, changes nothing.
  await page.visit('/?panel.states=funnel&panel.nothing=bar');
  await settled(page, '?panel.states=funnel&panel.nothing=bar');
  assert.equal(await kind(), 'map');
  await page.done();
});

test('marks that filter are options with their state, in the accessibility tree', async () => {
  const page = await site.page();
  await page.visit('/');
  const tree = async () => axTree(page, await panel(page, 'states').locator('svg:visible').elementHandle());
  const before = await tree();
  assert.equal(before.role, 'listbox');
  const options = all(before, 'option');
  assert.equal(options.length, await panel(page, 'states').locator('svg:visible .mark').count());
  assert.ok(options.every(({ name, selected }) => name && selected === false));
  // What a reader sees at a mark is part of its name, word by word, for those who speak to the computer.
  const seen = await page.locator('.mark[role=option]').evaluateAll((marks) => marks.map((mark) => [mark.getAttribute('aria-label'), [...mark.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')]));
  const wordsOf = (text) => ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `.replace(/^ {2}$/, ' ');
  assert.ok(seen.length > 100);
  assert.deepEqual(seen.filter(([name, text]) => !wordsOf(name).includes(wordsOf(text))), []);
  await markOf(page, 'states', 'Missouri').first().click();
  await settled(page, '?f.state=MO');
  assert.deepEqual(all(await tree(), 'option').filter(({ selected }) => selected).map(({ name }) => name.split(':')[0]), ['Missouri']);
  // The marks of a panel that filters nothing are a list.
  const placed = await axTree(page, await panel(page, 'placed').locator('svg:visible').elementHandle());
  assert.equal(placed.role, 'list');
  await page.done();
});

test('any table at an address, and any file of the reader, is seen as a dashboard; what cannot be says why', async () => {
  const text = 'State,Program,Enrolled\nOhio,Nursing,40\nOhio,Welding,25\nTexas,Nursing,30\nTexas,Welding,5\n';
  const page = await site.page();
  await page.route('https://data.example/**', (route) => route.fulfill({
    status: 200, headers: { 'access-control-allow-origin': '*' }, body: route.request().url().endsWith('programs.csv') ? text : 'no table',
  }));
  await page.visit('/dashboard/?package=https://data.example/programs.csv');
  const tile = page.locator('.tile .tile-value').first();
  await tile.waitFor();
  assert.equal(numberIn(await words(tile)), 100);
  assert.match(await words(page.locator('.foreign').first()), /data\.example/);
  await page.locator('.dashboard select[data-field=State]').selectOption({ label: 'Ohio' });
  await page.waitForFunction(() => /f\.State=/.test(location.search) && !document.querySelector('.dashboard').hasAttribute('aria-busy'));
  assert.equal(numberIn(await words(tile)), 65);
  await page.reload();
  await tile.waitFor();
  assert.equal(numberIn(await words(tile)), 65);
  await page.visit('/dashboard/?package=https://data.example/none.csv');
  await page.locator('[data-opening] [role=alert]').waitFor();
  await page.visit('/dashboard/');
  await page.locator('[data-dashboard-files]').setInputFiles({ name: 'programs.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await tile.waitFor();
  assert.equal(numberIn(await words(tile)), 100);
  await page.visit('/dashboard/?package=good-jobs-challenge-demo&f.state=VA');
  await page.waitForURL('**/dashboard/good-jobs-challenge-demo/?f.state=VA');
  await page.done();
});

test('an older version has its own dashboard, which says so, filters, and leads back to the newest', async () => {
  const page = await site.page();
  await page.visit('/data/good-jobs-challenge/');
  await page.getByRole('link', { name: 'Dashboard of version 1.3.0' }).click();
  const note = page.locator('.edition-note');
  await note.waitFor();
  assert.match(await words(note), /^These numbers are from version 1\.3\.0, published .+ The newest version is \d/);
  assert.match(await words(page.locator('.dashboard-updated')), /version 1\.3\.0/);
  await markOf(page, 'states', 'Missouri').first().click();
  await settled(page, '?package=good-jobs-challenge&at=1.3.0&f.state=MO');
  assert.match(await words(page.locator('.dashboard-count')), /^\d+ of 35 grants$/);
  for (const query of await page.locator('.panel .share-button').evaluateAll((all) => all.map((button) => button.dataset.query))) {
    assert.equal(/[?&]at=1\.3\.0/.test(query), query.includes('package=good-jobs-challenge&'), query);
  }
  await note.getByRole('link', { name: 'Show the newest version' }).click();
  await page.waitForURL((url) => url.pathname === new URL(site.url).pathname);
  assert.equal(await page.locator('.edition-note').count(), 0);
  await page.done();
});

test('axe finds nothing on a filtered dashboard', async () => {
  const filter = async (page) => {
    await markOf(page, 'states', 'Texas').first().click();
    await settled(page, '?f.state=TX');
  };
  assert.deepEqual(await violations(site, '/', { viewport: { width: 1200, height: 900 } }, filter), []);
});
