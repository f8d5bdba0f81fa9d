// Real questions of the three groups of readers, on a phone from the front page: the answer, with its source, in
// at most five actions, of which opening the menu is one. An action is a link followed, a control set or a list opened.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Starts at `/` at 360 px; `reader.follow` and `reader.open` count as actions. */
function question(title, seek) {
  test(title, async () => {
    const page = await site.page({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.visit('/');
    let actions = 0;
    const act = async (locator) => { actions += 1; await locator.first().click(); await page.waitForLoadState(); };
    const link = (name, within = page) => within.getByRole('link', { name: typeof name === 'string' ? new RegExp(`^${escaped(name)}$`) : name });
    const menu = page.getByRole('navigation').first();
    await seek({
      page,
      /** Follows a link of the page's content. */
      follow: (name) => act(link(name, page.locator('main'))),
      /** Opens the menu of the header and follows a link of it. */
      menu: async (name) => { await act(page.locator('.menu-button')); await act(link(name, menu)); },
      click: act,
    });
    assert.ok(actions <= 5, `${actions} actions`);
    await page.done();
  });
}
const hasSource = async (page) => assert.ok(await page.locator('.quote-source a[href^="http"]').count(), 'a source stands beside it');

question('a visitor: what came of it in Missouri?', async ({ page, menu, follow }) => {
  await menu('States');
  await follow('Missouri');
  const card = page.locator('.card', { hasText: 'City of Springfield' });
  assert.match(await words(card), /Enrolled 1,684 People enrolled, Actual result/);
  assert.match(await words(card), /Not published: .*Placed/);
  await follow('1,684');
  assert.match(await words(page.locator('.claim-value')), /1,684/);
  await hasSource(page);
});

question('a visitor: what does construction work pay in Puerto Rico?', async ({ page, menu, follow, click }) => {
  await menu('States');
  await follow('Puerto Rico');
  assert.match(await words(page.locator('main')), /not wages of participants/);
  assert.match(await words(page.locator('.figure-source').last()), /U\.S\. Bureau of Labor Statistics.*May 2025/);
  await click(page.locator('.figure-data summary').last());
  assert.match(await words(page.locator('.figure-data').last()), /Construction and Extraction Occupations \$\d+\.\d\d per hour/);
});

question('a visitor: what does a plumber earn in Puerto Rico?', async ({ page, menu, follow, click }) => {
  await menu('States');
  await follow('Puerto Rico');
  await follow('Pay by occupation in Puerto Rico');
  const search = page.getByRole('searchbox', { name: 'Search occupations' });
  await click(search);
  await search.pressSequentially('plumber');
  const line = page.locator('[data-line]:visible', { hasText: '47-2152' });
  assert.match(await words(line), /^Plumbers, Pipefitters, and Steamfitters 47-2152 \$\d+\.\d\d/);
  assert.match(await words(page.locator('.figure-source')), /U\.S\. Bureau of Labor Statistics.*May 2025/);
  assert.match(await words(page.locator('.lede')), /not wages of participants/);
});

question('a visitor: does the 25,000 include the second round?', async ({ page, click }) => {
  await click(page.locator('.tile[data-tile=placed] .tile-date a'));
  assert.match(await words(page.locator('h1')), /People placed in jobs/);
  // Its scope is the program, and its source is named with the quoted words.
  assert.match(await words(page.locator('.claim-scope')), /Good Jobs Challenge/);
  await hasSource(page);
});

question('staff: which grantees have published no result?', async ({ page, menu }) => {
  await menu('Grantees');
  const rows = page.locator('table.claims tbody tr');
  assert.equal(await rows.count(), 35);
  const none = await rows.filter({ hasText: 'none published' }).count();
  const some = await rows.filter({ hasText: 'some published' }).count();
  assert.equal(none + some, 35);
  assert.ok(none > some, `${none} without, ${some} with`);
});

question('staff: how is the goal of 53,000 placements cited?', async ({ page, click }) => {
  await click(page.locator('.tile-goal a').filter({ hasText: '53,000' }));
  const citation = await words(page.locator('.citation'));
  assert.match(citation, /53,000/);
  assert.match(citation, /version \d+\.\d+\.\d+/i);
  assert.match(citation, /figures\/good-jobs-challenge-target-placements-53000\//);
});

question('staff: why is Maryland’s 90 % not a placement rate of the grant?', async ({ page, menu, follow }) => {
  await menu('Grantees');
  await follow('Maryland Department of Labor');
  const rate = page.locator('.card').filter({ hasText: 'Placement rate' });
  assert.match(await words(rate), /nearly 90%.*part of the grant/);
  await follow('Maryland');
  assert.match(await words(page.locator('.answers:visible').first()), /part of the grant/);
});

question('a grantee: how does our partnership stand beside others like it?', async ({ page, menu, follow }) => {
  await menu('Grantees');
  await follow('WTIA Workforce Institute');
  assert.match(await words(page.locator('main')), /no results have been published/i);
  const near = page.getByRole('heading', { name: 'Similar grantees' }).locator('..');
  assert.match(await words(near), /Washington Student Achievement Council/);
  await follow('Washington Student Achievement Council');
  assert.match(await words(page.locator('.cards').first()), /1,181 people/);
});

question('a grantee: which others work in our industry?', async ({ page, menu, follow }) => {
  await menu('Industries');
  await follow('Healthcare');
  assert.equal(await page.locator('.cards > .card').count(), 15);
});

question('a visitor: what is there in a state that no award is known to serve?', async ({ page, menu, follow }) => {
  await menu('States');
  await follow('American Samoa');
  assert.match(await words(page.locator('.lede')), /None of the 35 identified grants serves American Samoa\. Grants not yet identified may\./);
  assert.match(await words(page.locator('main')), /has no wages for this place/);
});
