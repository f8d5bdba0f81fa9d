// Makes the picture of the README, docs/images/first-page.png: the overview in a browser window with a phone beside it, in
// the light theme. Run it again when the first page changes, and commit the picture.
//   node tests/e2e/readme-picture.mjs [FILE]      after `make site`; SITE=folder takes another built site
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSite } from './page.mjs';

const FILE = process.argv[2] ?? 'docs/images/first-page.png';
/** Bytes. Above this the README loads slowly. */
const MAX_BYTES = 400_000;
// Windows in CSS pixels; `shown` is the width in the picture.
const DESKTOP = { width: 1280, height: 860, shown: 1000, scale: 1.5 };
const PHONE = { width: 390, height: 800, shown: 300, scale: 2 };
/** Between the edge of the picture, the window and the phone. */
const MARGIN = 24;

/** The first screen of the overview as a data address. */
async function screenshot(site, { width, height, scale }, isMobile) {
  const page = await site.page({ viewport: { width, height }, deviceScaleFactor: scale, isMobile, hasTouch: isMobile, colorScheme: 'light' });
  await page.visit('/');
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot();
  await page.done();
  return `data:image/png;base64,${png.toString('base64')}`;
}

const site = await openSite();
try {
  const [desktop, phone] = [await screenshot(site, DESKTOP, false), await screenshot(site, PHONE, true)];
  const [tall, phoneTall] = [DESKTOP, PHONE].map(({ width, height, shown }) => Math.round(shown * height / width));
  const [width, height] = [DESKTOP.shown + PHONE.shown + 3 * MARGIN, Math.max(tall, phoneTall) + 2 * MARGIN];
  const context = await site.browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1.25 });
  const page = await context.newPage();
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: ${MARGIN}px; display: flex; gap: ${MARGIN}px; align-items: flex-end; background: #fff }
    img { display: block; border: 1px solid #a9aeb1; box-sizing: border-box }
    .window { width: ${DESKTOP.shown}px; height: ${tall}px; border-radius: 8px }
    .phone { width: ${PHONE.shown}px; height: ${phoneTall}px; border: 6px solid #3d4551; border-radius: 28px }
  </style><img class="window" src="${desktop}"><img class="phone" src="${phone}">`);
  const png = await page.screenshot();
  if (png.length > MAX_BYTES) throw new Error(`The picture has ${png.length} bytes, more than ${MAX_BYTES}: lower deviceScaleFactor.`);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, png);
  console.log(`${FILE} (${png.length} bytes)`);
} finally {
  await site.close();
}
