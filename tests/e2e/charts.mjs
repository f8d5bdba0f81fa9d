// Helpers for tests that navigate, point at, tap and read charts: where each chart type is shown on this site, and how
// to reach it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIST = process.env.SITE ?? 'dist';

/** The page of one type of chart. */
export const galleryOf = (sort) => `/charts/${sort}/`;

/** The types whose example of published data has marks to navigate, as the page of each shows it. */
export const SORTS = readdirSync(join(DIST, 'charts'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map(({ name }) => name)
  .filter((sort) => /role="?list\b/.test(readFileSync(join(DIST, galleryOf(sort), 'index.html'), 'utf8').split('</figure>')[0]));

/** Opens the chart of published data of a type; resolves to its page and its parts. */
export async function openChart(site, sort, options = {}) {
  const page = await site.page(options);
  return visitChart(page, sort);
}

/** The same in a page that is open already. */
export async function visitChart(page, sort) {
  await page.visit(galleryOf(sort));
  return chartOf(page, sort);
}

/** The chart of published data of a type on its page, which is already open. */
export const chartOf = (page, sort) => chartOn(page, page.locator(`#${sort} .figure`).first());

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
    /** The page loaded again, with the chart in its initial state. */
    again: async () => { await page.reload(); await page.started(); },
    press: async (...keys) => { for (const key of keys) await page.keyboard.press(key); },
  };
}

/** Every chart on pages without queries: one address each. */
export const PAGES = ['/', '/states/MO/', '/industries/healthcare/', '/figures/maryland-department-of-labor-wage-hourly-part-22-32/']
  .filter((address) => existsSync(join(DIST, address, 'index.html')) && readFileSync(join(DIST, address, 'index.html'), 'utf8').includes('class="chart"'));
