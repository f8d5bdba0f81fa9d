// The overview shows what was published, with its published qualifiers, and computes nothing from numbers that do not
// belong together. Its counts are recounted here from the CSV files.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awardsBy, inWords, json, numberIn, table, tableRows } from './csv.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

/** Opens the overview at each of the two widths, one after the other. */
const overview = (title, check) => {
  for (const width of [360, 1440]) {
    test(`${title} (${width} px)`, async () => {
      const page = await site.page({ viewport: { width, height: 900 } });
      await page.visit('/');
      await check(page);
      await page.done();
    });
  }
};
const figureOf = (page, name) => page.locator('figure').filter({ has: page.getByRole('heading', { name, exact: true }) });
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

overview('a tile of a published figure has its qualifier, kind, scope, date and sources', async (page) => {
  const { outcomes: { dashboard: { tiles } } } = json('good-jobs-challenge/datapackage.json');
  const figures = table('figures');
  const sources = new Map(table('sources').map((source) => [source.source_id, source]));
  const kinds = { actual: 'Actual result', target: 'Target', projection: 'Projection', commitment: 'Commitment' };
  assert.equal(await page.locator('.tile').count(), tiles.length);
  const withClaim = tiles.filter(({ claims }) => claims?.length);
  assert.ok(withClaim.length >= 2);
  for (const { id, also, claims: [claim] } of withClaim) {
    const rows = figures.filter((row) => row.claim_id === claim);
    const tile = page.locator(`.tile[data-tile=${id}]`);
    const shown = await words(tile);
    // The claim is the number of the tile, or below it an amount of the records that the tile counts.
    if (also) {
      const amount = await words(tile.locator('.tile-also'));
      assert.ok(rows.some((row) => amount.startsWith(`about $${Number(row.value) / 1e6} million`)), `${claim}: ${amount}`);
    } else {
      assert.ok(rows.some((row) => shown.includes(kinds[row.kind])), `${claim}: ${shown}`);
      const value = numberIn(await words(tile.locator('.tile-value')));
      assert.ok(rows.some((row) => Number(row.value) === value), `${claim}: ${value}`);
    }
    const dated = rows.some((row) => row.as_of) ? /as of/ : rows.some((row) => row.published_on) ? /^published / : /^date not known$/;
    assert.match(await words(tile.locator('.tile-date')), dated, claim);
    const details = tile.locator('details.sources');
    await details.locator('summary').click();
    const expected = [...new Set(rows.map((row) => sources.get(row.source_id).url))].sort();
    const links = await details.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual([...new Set(links)].sort(), expected, claim);
    assert.equal(await details.locator('.rank').count(), links.length, claim);
  }
});

overview('the count of people placed keeps its “more than”, its date and its goal, and nothing is computed between them', async (page) => {
  const tile = page.locator('.tile[data-tile=placed]');
  assert.match(await words(tile.locator('.tile-value')), /^more than 25,000 people$/i);
  assert.equal(await words(tile.locator('.tile-date')), 'published January 13, 2026');
  assert.match(await words(tile.locator('.tile-scope')), /^Actual result · Good Jobs Challenge$/);
  assert.equal(await words(tile.locator('.tile-goal')), 'Goal, Good Jobs Challenge: 53,000 people');
  assert.doesNotMatch(await words(tile), /%|percent|half|on track|remaining|to go\b|short of|ahead of|behind/i);
});

overview('a tile without a figure for the program says so, and names the grants that published one', async (page) => {
  for (const id of ['apprenticeships', 'wages']) {
    const shown = await words(page.locator(`.tile[data-tile=${id}]`));
    assert.match(shown, /Not published for the program/, id);
    assert.match(shown, /\d of 35 grants published a result/, id);
  }
});

overview('the page’s own words hold no percentage at all, and no difference of the published totals', async (page) => {
  // Quoted data: statements and notes of the package, which are the sources' own words.
  const text = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    copy.querySelectorAll('.statements, .sources, .tile-list, .holders, script').forEach((part) => part.remove());
    return copy.textContent;
  });
  assert.doesNotMatch(text, /%/);
  for (const computed of ['3,000', '25,001', '28,000', '13,000', '0.47', '0.5', '47.2', '37,000', '78,000', '103,000']) {
    assert.doesNotMatch(text, new RegExp(`(?<![\\d,.])${computed.replace('.', '\\.')}(?![\\d,.]*\\d)`), computed);
  }
});

overview('“as of” is written only where a source gives the date of a number', async (page) => {
  const shown = await page.locator('main').evaluate((main) => main.textContent);
  const asOf = new Set(table('figures').map((row) => row.as_of).filter(Boolean).map(inWords));
  for (const [, date] of shown.matchAll(/as of ((?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4})/g)) assert.ok(asOf.has(date), `as of ${date}`);
});

overview('the awards on the map are those of the table of states served', async (page) => {
  const figure = figureOf(page, 'Grants by state served');
  await figure.locator('.figure-data > summary').click();
  const expected = awardsBy('award_states', 'state', 'places');
  const rows = await tableRows(figure);
  assert.deepEqual(new Map(rows.map(([name, value]) => [name, numberIn(value)]).sort()), new Map([...expected].sort()));
  assert.ok(expected.has('Puerto Rico'));
  // The drawing for this width shows the same numbers, including Puerto Rico's.
  const marks = await figure.locator('svg:visible [aria-label]').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  for (const [name, awards] of expected) {
    assert.ok(marks.some((mark) => mark.startsWith(`${name}: ${awards} grant`)), `${name}: ${awards} is not on the map`);
  }
  // A state without a known award is on the map, and its text says that the data have no information, not “0” or “none”.
  const without = table('places').filter((place) => place.kind === 'state' && !expected.has(place.name));
  assert.ok(without.length > 0);
  for (const { name } of without) assert.doesNotMatch(marks.filter((mark) => mark.startsWith(`${name}:`)).join(), /\b0\b|none/i);
  await figure.locator('.figure-how > summary').click();
  assert.match(await words(figure), /A blank means that no identified grant is there/);
});

overview('the awards by industry are those of the table of industries', async (page) => {
  const figure = figureOf(page, 'Grants by industry');
  await figure.locator('.figure-data > summary').click();
  const expected = awardsBy('award_industries', 'industry_id', 'industries');
  const rows = await tableRows(figure);
  assert.deepEqual(new Map(rows.map(([name, value]) => [name, numberIn(value)]).sort()), new Map([...expected].sort()));
  const values = rows.map(([, value]) => numberIn(value));
  assert.deepEqual(values, [...values].sort((a, b) => b - a), 'largest first');
  const marks = await figure.locator('svg:visible .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  assert.equal(marks.length, expected.size);
  for (const [name, awards] of expected) assert.ok(marks.some((mark) => mark.startsWith(`${name}: ${awards} grant`)), name);
});

overview('what is identified is told as “30 of 32” and “5 of 8”, here and beside the two charts', async (page) => {
  const known = (cohort) => table('awards').filter((award) => award.cohort_id === cohort).length;
  assert.deepEqual([known('arp-2022'), known('fy2024')], [30, 5]);
  for (const name of ['Grants by state served', 'Grants by industry']) {
    assert.match(await words(figureOf(page, name)), /30 of 32 first-round grants and 5 of 8 second-round grants/);
  }
  const rounds = page.locator('section[aria-labelledby=rounds]');
  const rows = await tableRows(rounds);
  assert.deepEqual(rows.map((row) => row.slice(1)), [['August 3, 2022', '32', '30 of 32'], ['January 14, 2025', '8', '5 of 8']]);
  assert.ok(!(await words(rounds)).includes('40'), 'the rounds are not added up');
});

overview('the history has the dated figures of the whole program, each at its first publication; others stand in words', async (page) => {
  const section = page.locator('[data-slot=panel-placed]');
  await section.locator('.figure-data > summary').click();
  const claims = new Map();
  for (const row of table('figures')) {
    if (row.measure_code !== 'people_placed' || row.program_id !== 'good-jobs-challenge' || !row.published_on) continue;
    const first = claims.get(row.claim_id);
    if (!first || row.published_on < first.published_on) claims.set(row.claim_id, row);
  }
  const expected = [...claims.values()].sort((a, b) => a.published_on.localeCompare(b.published_on))
    .map((row) => [inWords(row.published_on), `more than ${Number(row.value).toLocaleString('en-US')} people`, 'Actual result', `published ${inWords(row.published_on)}`]);
  assert.deepEqual(await tableRows(section), expected);
  const dates = expected.map(([date]) => date);
  assert.deepEqual(dates, ['December 31, 2024', 'January 13, 2026']);
  const marks = await section.locator('svg:visible .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  assert.equal(marks.length, expected.length);
  for (const date of dates) assert.ok(marks.some((mark) => mark.includes(date)), date);
  const rounds = page.locator('section[aria-labelledby=rounds]');
  await rounds.getByText('Also published, without a date').click();
  const beside = await words(rounds);
  assert.match(beside, /8,700 people/);
  assert.match(beside, /nearly 30,000 people/);
});

overview('what has not been published is said, in the words of the package', async (page) => {
  const section = page.locator('section[aria-labelledby=unknown]');
  const shown = await words(section);
  const unknowns = table('unknowns');
  assert.ok(unknowns.length >= 5);
  for (const { statement, why } of unknowns) {
    assert.ok(shown.includes(statement.replace(/\s+/g, ' ')), statement);
    assert.ok(shown.includes(why.replace(/\s+/g, ' ')), why);
  }
  assert.match(shown, /no median starting wage/);
});
