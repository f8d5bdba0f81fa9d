// What axe-core finds on a page, in words. The page is opened with its policy off, only to let axe in.
import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Opens `address` and resolves to one line per violation; `options` as for `site.page`; `prepare` acts on the page
 * first. With `schemes` the page is looked at in each of these colours.
 */
export async function violations(site, address, { schemes, ...options } = {}, prepare = async () => {}) {
  const page = await site.page({ ...options, bypassCSP: true });
  try {
    await page.visit(address);
    await prepare(page);
    await page.addScriptTag({ path: AXE });
    const told = [];
    for (const colorScheme of schemes ?? [undefined]) {
      if (colorScheme) await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async (runOnly) => (await window.axe.run(document, { runOnly })).violations, EVERYTHING);
      told.push(...found.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
        `${colorScheme ?? ''} ${id} (${help}) at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`.trim())));
    }
    return told;
  } finally {
    await page.context().close();
  }
}
