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

overview('every headline figure is a card with qualifier, kind, scope, date and sources', async (page) => {
  const { overview: { headlines } } = json('catalog.json');
  const figures = table('figures');
  const sources = new Map(table('sources').map((source) => [source.source_id, source]));
  const cards = page.locator('.cards > .card');
  assert.equal(await cards.count(), headlines.length);
  const kinds = { actual: 'Actual result', target: 'Target', projection: 'Projection', commitment: 'Commitment' };
  for (const [at, claim] of headlines.entries()) {
    const rows = figures.filter((row) => row.claim_id === claim);
    const card = cards.nth(at);
    assert.ok(rows.some((row) => row.kind && kinds[row.kind]), claim);
    const shown = await words(card);
    assert.ok(rows.some((row) => shown.includes(kinds[row.kind])), `${claim}: ${shown}`);
    const value = numberIn(await words(card.locator('.card-value')));
    assert.ok(rows.some((row) => Number(row.value) === value), `${claim}: ${value}`);
    const dated = rows.some((row) => row.as_of) ? /as of/ : rows.some((row) => row.published_on) ? /^published / : /^date not known$/;
    assert.match(await words(card.locator('.card-date')), dated, claim);
    // Every source of the claim is behind the card, once, as a link.
    const details = card.locator('details.sources');
    await details.locator('summary').click();
    const expected = [...new Set(rows.map((row) => sources.get(row.source_id).url))].sort();
    const links = await details.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual([...new Set(links)].sort(), expected, claim);
    assert.equal(await details.locator('.rank').count(), links.length, claim);
  }
});

overview('the count of people placed keeps its “more than” and the day it was published', async (page) => {
  const card = page.locator('.card').first();
  assert.equal(await words(card.locator('.card-value')), 'more than 25,000 people');
  assert.equal(await words(card.locator('.card-date')), 'published January 13, 2026');
  assert.match(await words(card.locator('.card-meta')), /^Actual result Good Jobs Challenge$/);
});

overview('both goals stand with scope and date; nothing is computed between them and the count', async (page) => {
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'People placed, beside the goals' }) });
  await section.locator('.figure-data > summary').click();
  const rows = await tableRows(section);
  const line = (part) => rows.map((row) => row.join(' | ')).find((row) => row.includes(part)) ?? '';
  assert.equal(rows.length, 3);
  assert.match(line('25,000'), /Good Jobs Challenge.*more than 25,000 people.*Actual result.*published January 13, 2026/);
  assert.match(line('50,000'), /First round.*more than 50,000 people.*Target.*published August 2022/);
  assert.match(line('53,000'), /Good Jobs Challenge.*(?<!more than )53,000 people.*Target.*published January 14, 2025/);
  const text = await section.evaluate((node) => {
    const inDrawing = [...node.querySelectorAll('svg text, svg title, [aria-label]')].map((part) => part.getAttribute('aria-label') ?? part.textContent);
    const copy = node.cloneNode(true);
    // How a chart is read and worked is said in words of its own.
    copy.querySelectorAll('script, .stands, .chart-tools').forEach((data) => data.remove());
    return [copy.textContent, ...inDrawing].join(' ');
  });
  assert.doesNotMatch(text, /%|percent(?!age is shown)/i, 'a percentage beside open-ended numbers');
  assert.doesNotMatch(text, /half|two thirds|on track|remaining|to go\b|short of|ahead of|behind|by 20(2[7-9]|[3-9]\d)/i, 'a comparison or a forecast');
  // Every number there is one of the three, an axis tick (a round number), or part of a date.
  const numbers = new Set([...text.replace(/published [A-Z][a-z]+( \d{1,2},)? \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|Plan, 2022|version [\d.]+|\b\d of the values/g, '').matchAll(/\d[\d,]*(\.\d+)?/g)].map(([number]) => number));
  for (const number of ['25,000', '50,000', '53,000']) assert.ok(numbers.delete(number), number);
  for (const number of numbers) {
    const value = Number(number.replace(/,/g, ''));
    assert.ok(value < 10 || value % 10_000 === 0, `${number} was computed`);
  }
});

overview('the page’s own words hold no percentage at all, and no difference of the published totals', async (page) => {
  // Quoted data: statements and notes of the package, which are the sources' own words.
  const text = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    copy.querySelectorAll('.statements, .sources, script').forEach((part) => part.remove());
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
  const headlines = json('catalog.json').overview.headlines;
  assert.ok(table('figures').filter((row) => headlines.includes(row.claim_id)).every((row) => !row.as_of));
  assert.doesNotMatch(await words(page.locator('.cards')), /as of/i);
});

overview('the awards on the map are those of the table of states served', async (page) => {
  const figure = figureOf(page, 'Awards by state served');
  await figure.locator('.figure-data > summary').click();
  const expected = awardsBy('award_states', 'state', 'places');
  const rows = await tableRows(figure);
  assert.deepEqual(new Map(rows.map(([name, value]) => [name, numberIn(value)]).sort()), new Map([...expected].sort()));
  assert.ok(expected.has('Puerto Rico'));
  // The drawing for this width shows the same numbers, including Puerto Rico's.
  const marks = await figure.locator('svg:visible [aria-label]').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  for (const [name, awards] of expected) {
    assert.ok(marks.some((mark) => mark.startsWith(`${name}: ${awards} award`)), `${name}: ${awards} is not on the map`);
  }
  // A state without a known award is on the map, and its text says that the data have no information, not “0” or “none”.
  const without = table('places').filter((place) => place.kind === 'state' && !expected.has(place.name));
  assert.ok(without.length > 0);
  for (const { name } of without) assert.doesNotMatch(marks.filter((mark) => mark.startsWith(`${name}:`)).join(), /\b0\b|none/i);
  assert.match(await words(figure), /A blank means that no award is known there among those identified/);
});

overview('the awards by industry are those of the table of industries', async (page) => {
  const figure = figureOf(page, 'Awards by industry');
  await figure.locator('.figure-data > summary').click();
  const expected = awardsBy('award_industries', 'industry_id', 'industries');
  const rows = await tableRows(figure);
  assert.deepEqual(new Map(rows.map(([name, value]) => [name, numberIn(value)]).sort()), new Map([...expected].sort()));
  const values = rows.map(([, value]) => numberIn(value));
  assert.deepEqual(values, [...values].sort((a, b) => b - a), 'largest first');
  const marks = await figure.locator('svg:visible .mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  assert.equal(marks.length, expected.size);
  for (const [name, awards] of expected) assert.ok(marks.some((mark) => mark.startsWith(`${name}: ${awards} award`)), name);
});

overview('what is identified is told as “30 of 32” and “5 of 8”, here and beside the two charts', async (page) => {
  const known = (cohort) => table('awards').filter((award) => award.cohort_id === cohort).length;
  assert.deepEqual([known('arp-2022'), known('fy2024')], [30, 5]);
  for (const name of ['Awards by state served', 'Awards by industry']) {
    assert.match(await words(figureOf(page, name)), /30 of 32 first-round awards and 5 of 8 second-round awards/);
  }
  const rounds = page.locator('section[aria-labelledby=rounds]');
  const rows = await tableRows(rounds);
  assert.deepEqual(rows.map((row) => row.slice(1)), [['August 3, 2022', '32', '30 of 32'], ['January 14, 2025', '8', '5 of 8']]);
  assert.ok(!(await words(rounds)).includes('40'), 'the rounds are not added up');
});

overview('the history has the dated figures of the whole program, each at its first publication; others stand in words', async (page) => {
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'How the published count has grown' }) });
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
  const beside = await words(section);
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
  assert.match(shown, /No median starting wage/);
});
