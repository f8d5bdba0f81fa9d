// Screenshots of the built pages at three widths, in both themes, for review: build/screenshots/.
//   node tests/e2e/screenshots.mjs [ADDRESS…]      after `make site`
import { mkdirSync } from 'node:fs';
import { openSite } from './page.mjs';

const addresses = process.argv.length > 2 ? process.argv.slice(2) 
  : ['/', '/record/', '/explore/', '/data/', '/data/good-jobs-challenge/', '/figures/', '/figures/good-jobs-challenge-people-placed-25000/', '/grantees/', '/grantees/washington-student-achievement-council/', '/industries/', '/industries/healthcare/', '/states/', '/states/MO/', '/states/PR/pay/', '/states/AS/', '/charts/', '/report/', '/definitions/', '/find/?q=plumber%20puerto%20rico', '/compare/?of=states&items=MO~VA~PR', '/figures/maryland-department-of-labor-wage-hourly-part-22-32/', '/embed/awards-by-state/'];
const place = 'build/screenshots';
mkdirSync(place, { recursive: true });
const site = await openSite();
try {
  for (const address of addresses) {
    for (const width of [360, 768, 1440]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await site.page({ viewport: { width, height: 900 }, colorScheme });
        await page.visit(address);
        await page.evaluate(() => document.fonts.ready);
        const name = `${address.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'overview'}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: `${place}/${name}`, fullPage: true });
        console.log(`${place}/${name}`);
        await page.done();
      }
    }
  }
} finally {
  await site.close();
}
