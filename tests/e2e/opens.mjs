// Opens an address of `make dev` in Chromium and waits until the app has started and shows a heading. With a file, also
// edits it (adds a function at its end, removed afterwards) and measures how long the page takes to show the new build.
//   node tests/e2e/opens.mjs ADDRESS [FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { FLAGS, browserPath } from './browser.mjs';

const [address, file] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
try {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()); });
  page.on('pageerror', (reason) => faults.push(String(reason)));
  const started = () => page.waitForFunction(() => window.appStarted && !window.before, undefined, { timeout: 120_000 });
  await page.goto(address);
  await started();
  if (await page.evaluate(() => window.appStarted) !== 'yes') throw new Error(`the app did not start: ${faults.join('; ')}`);
  console.log(`${address} shows “${await page.locator('h1').first().innerText({ timeout: 30_000 })}”`);
  if (faults.length) throw new Error(`the page logged: ${faults.join('; ')}`);
  if (file) {
    await page.evaluate(() => { window.before = true; });
    const began = Date.now();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n#[cfg(target_arch = "wasm32")]\n#[unsafe(no_mangle)]\npub extern "C" fn edited_${began}() -> u64 { ${began} }\n`);
    await started().finally(() => writeFileSync(file, text));
    console.log(`from saving ${file} to the page showing it: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
}
