// Charts for tests that walk, point at, tap and read them: where each sort is shown on this site, and how to reach it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = process.env.SITE ?? 'dist';

/** One address for each sort of chart: the published views of the site, as Explore shows them, and what they are made of. */
export const CHARTS = {
  bar: '/explore/?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar',
  series: '/explore/?package=good-jobs-challenge&measure=awards&by=industry_id&series=cohort_id&view=bar',
  line: '/explore/?package=registered-apprenticeship&measure=active_apprentices&by=fiscal_year&series=coverage&view=line',
  map: '/explore/?package=good-jobs-challenge&measure=awards&by=state&view=map',
  range: '/explore/?package=wages-oews-2025&measure=hourly_median&by=occupation_code&view=range&f.state=OH&top=12',
  strip: '/explore/?package=wages-oews-2025&measure=hourly_median&by=state&view=strip&f.occupation_code=47-2111',
};
export const SORTS = Object.keys(CHARTS);

/** The page with every sort of chart, where the site has one. */
export const GALLERY = existsSync(join(DIST, 'charts/index.html')) ? '/charts/' : undefined;

/** Opens a chart and waits until it is the one that was asked for; resolves to its page and its parts. */
export async function openChart(site, sort, options = {}) {
  const page = await site.page(options);
  await page.visit(CHARTS[sort]);
  await page.waitForFunction(() => !document.documentElement.dataset.asked
    && document.querySelector('.explorer-answer')?.getAttribute('aria-busy') === 'false'
    && document.querySelector('.explorer-answer .mark'), undefined, { timeout: 30_000 });
  return chartOn(page, page.locator('.explorer-answer .figure'));
}

/** The parts of a chart on a page. */
export function chartOn(page, figure) {
  const svg = figure.locator('.chart svg:visible').first();
  return {
    page, figure, svg,
    marks: svg.locator('.mark'),
    tip: figure.locator('.chart-tip'),
    ring: figure.locator('.chart-ring'),
    live: figure.locator('.chart-live'),
    /** What has the focus: the class of an item of the chart, or what it is; and the name it is spoken with. */
    focus: () => page.evaluate(() => {
      const at = document.activeElement;
      const of = at.closest('.chart-tip') ? 'tip' : ['drawing', 'part', 'mark', 'chart-skip', 'table-scroll', 'chart-listen'].find((name) => at.classList.contains(name));
      return { of: of ?? at.tagName.toLowerCase(), name: at.getAttribute('aria-label') ?? at.textContent.trim() };
    }),
    /** Comes to the chart by keyboard, as Tab does from the link before it, and waits until it answers to keys. */
    enter: async () => {
      await figure.locator('.chart-skip').focus();
      await page.keyboard.press('Tab');
      await page.waitForFunction(() => document.querySelector('.chart-ring:not([hidden])'));
    },
    press: async (...keys) => { for (const key of keys) await page.keyboard.press(key); },
  };
}

/** Every chart on the pages that are read, not asked: one address each. */
export const PAGES = ['/', '/states/MO/', '/industries/healthcare/', '/figures/maryland-department-of-labor-wage-hourly-part-22-32/']
  .filter((address) => existsSync(join(DIST, address, 'index.html')) && readFileSync(join(DIST, address, 'index.html'), 'utf8').includes('class="chart"'));
