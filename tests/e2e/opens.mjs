// Opens an address in Chromium and waits until the app has started and shows a heading.
//   node tests/e2e/opens.mjs ADDRESS
import { chromium } from 'playwright-core';
import { FLAGS, browserPath } from './browser.mjs';

const address = process.argv[2];
const browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
try {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.appStarted === 'yes', undefined, { timeout: 60_000 });
  const heading = await page.locator('h1').first().innerText({ timeout: 30_000 });
  console.log(`${address} shows “${heading}”`);
} finally {
  await browser.close();
}
