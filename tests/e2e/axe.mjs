// What axe-core finds on a page, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The color schemes that every page has. */
export const SCHEMES = ['light', 'dark'];

/** Puts axe into an open page by the debugger, to which the page's Content-Security-Policy does not apply. */
async function inject(page) {
  const devtools = await page.context().newCDPSession(page);
  const { exceptionDetails } = await devtools.send('Runtime.evaluate', { expression: AXE });
  if (exceptionDetails) throw new Error(`axe-core did not load: ${exceptionDetails.text}`);
  await devtools.detach();
}

/** Rules that depend on colors. */
const COLORS = ['color-contrast', 'link-in-text-block'];

/** The box of every element: what else axe reads of a page (its elements, and which of them are shown) shows in them. */
const boxes = (page) => page.evaluate(() => [...document.querySelectorAll('*')].map((node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const { visibility, opacity, display } = getComputedStyle(node);
  return [node.nodeName, ...node.getAttributeNames().map((name) => node.getAttribute(name)), x, y, width, height, visibility, opacity, display].join(' ');
}).join('\n'));

/**
 * One line for each violation on an open page, in each of the given color schemes (else in the page's own). The first scheme
 * gets every rule. A further one gets the rules that depend on colors, which take half the time, as long as every element has
 * the attributes and the box of the first scheme; otherwise every rule.
 */
export async function violationsOn(page, schemes = [undefined]) {
  await inject(page);
  const lines = [];
  let first;
  for (const colorScheme of schemes) {
    if (colorScheme) await page.emulateMedia({ colorScheme });
    const now = schemes.length > 1 ? await boxes(page) : undefined;
    const runOnly = first !== undefined && now === first ? { type: 'rule', values: COLORS } : EVERYTHING;
    first ??= now;
    const options = { runOnly, resultTypes: ['violations'] };
    // The texts of a mark are pieces of a drawing, which axe joins without a space (“Healthcare15”). That they are in the name
    // of a mark that is a choice is tested word by word in dashboard.test.mjs.
    const found = await page.evaluate(async (how) => (await window.axe.run(document, how)).violations.map((one) => ({
      ...one, nodes: one.nodes.filter(({ target }) => one.id !== 'label-content-name-mismatch' || !document.querySelector(target[0])?.matches('.mark')),
    })), options);
    lines.push(...found.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${colorScheme ?? ''} ${id} (${help}) at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`.trim())));
  }
  return lines;
}

/**
 * Opens `address` and resolves to one line for each violation; `options` as for `site.page`; `prepare` acts on the page
 * first. With `schemes` the page is looked at in each of these colors.
 */
export async function violations(site, address, { schemes, ...options } = {}, prepare = async () => {}) {
  const page = await site.page(options);
  try {
    await page.visit(address);
    await prepare(page);
    return await violationsOn(page, schemes);
  } finally {
    await page.leave();
  }
}
