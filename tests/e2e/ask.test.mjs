// The question as a sentence on the overview, which leads to Explore; there panel, title and address agree. Also a published wage as a benchmark over local wages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
const WAGES = '/explore/?package=wages-oews-2025&measure=hourly_median&by=state&view=map&f.occupation_code=47-2111';
const title = (page) => page.locator('.figure-title');

test('each filter changes the question; panel, heading, document and drawing say the same', async () => {
  const page = await site.page(PHONE);
  await page.visit(WAGES);
  await title(page).getByText('Median hourly wage for Electricians by state').waitFor();
  const button = page.getByRole('button', { name: 'Change measure and filters' });
  await button.click();
  const filter = (name) => page.locator('details.filter', { has: page.locator('summary', { hasText: name }) });
  await filter('Occupation').locator('summary').click();
  await filter('Occupation').getByRole('searchbox').fill('plumbers, pipe');
  // Of medians one value at a time: the new one takes the place of the old one.
  await filter('Occupation').locator('.filter-value', { hasText: /^Plumbers, Pipefitters/ }).locator('input').check();
  await title(page).getByText('Median hourly wage for Plumbers, Pipefitters, and Steamfitters by state').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('f.occupation_code'), '47-2152');
  const words = 'Median hourly wage for Plumbers, Pipefitters, and Steamfitters by state';
  assert.ok((await page.title()).startsWith(words), await page.title());
  assert.ok((await page.locator('svg.drawing:visible').getAttribute('aria-label')).includes(words));
  await filter('State').locator('summary').click();
  await filter('State').getByRole('searchbox').fill('puerto');
  await filter('State').locator('.filter-value', { hasText: 'Puerto Rico' }).locator('input').check();
  await title(page).getByText('in Puerto Rico').waitFor();
  await page.goBack();
  await title(page).getByText(words).waitFor();
  assert.equal(await filter('State').locator('.filter-value', { hasText: 'Puerto Rico' }).locator('input').isChecked(), false);
  await page.goBack();
  await title(page).getByText('Electricians').waitFor();
  await page.done();
});

test('a list keeps the focus of a reader who goes through it by keyboard', async () => {
  const page = await site.page();
  await page.visit(WAGES);
  await title(page).getByText('Electricians').waitFor();
  const list = page.locator('#explore-measure');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/measure=(?!hourly_median)/);
  assert.ok(await list.evaluate((node) => node === document.activeElement));
  await page.done();
});

test('without scripts the sentence of the overview leads to Explore', async () => {
  const page = await site.page({ javaScriptEnabled: false });
  await page.goto(site.url);
  await page.locator('.ask [name="f.state"]').selectOption('MO');
  await page.locator('.ask button').click();
  await page.waitForURL(/\/explore\/\?.*f\.state=MO/);
  await page.done();
});

test('from the overview, the sentence is answered on Explore', async () => {
  const page = await site.page(PHONE);
  await page.visit('/');
  await page.locator('.ask [name="f.state"]').selectOption('MO');
  await page.locator('.ask [name="by"]').selectOption('industry_id');
  await page.locator('.ask button').click();
  await page.started();
  await title(page).getByText('Grants in Missouri by industry').waitFor();
  await page.done();
});

test('a published wage stands over what the work pays; other work is chosen, and what is a promise gets no verdict', async () => {
  const page = await site.page(PHONE);
  await page.visit('/figures/maryland-department-of-labor-wage-hourly-part-22-32/');
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Compared with local wages' }) });
  assert.match(await section.innerText(), /between the 10th and the 25th percentile/);
  assert.match(await section.innerText(), /We chose this occupation; the source did not\./);
  await section.getByRole('combobox').selectOption({ label: 'Construction Laborers' });
  await section.getByRole('button', { name: 'Show' }).click();
  await page.started();
  await title(page).getByText('Construction Laborers').waitFor();
  assert.match(await page.locator('.figure-summary').innerText(), /For Construction Laborers, the low end of the published wage falls/);
  await page.visit('/figures/dallas-college-wage-hourly-commitment-15/');
  assert.match(await page.locator('main').innerText(), /is not compared with the percentiles/);
  await page.done();
});

test('no violation on the page of a wage, in both themes', async () => {
  assert.deepEqual(await violations(site, '/figures/maryland-department-of-labor-wage-hourly-part-22-32/', { ...PHONE, schemes: SCHEMES }), []);
});
