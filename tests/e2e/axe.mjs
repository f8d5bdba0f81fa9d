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

/** One line for each violation on an open page, in each of the given color schemes (else in the page's own). */
export async function violationsOn(page, schemes = [undefined]) {
  await inject(page);
  const lines = [];
  for (const colorScheme of schemes) {
    if (colorScheme) await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async (runOnly) => (await window.axe.run(document, { runOnly })).violations, EVERYTHING);
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
