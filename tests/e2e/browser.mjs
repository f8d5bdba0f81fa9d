// How Chromium is started in every test: no network of its own, a fresh profile, no prompts.
//   node tests/e2e/browser.mjs webdriver PATH    the same as capabilities for wasm-bindgen's runner
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  // Pages of one site and profile share a process, and with it the modules that are compiled there.
  '--process-per-site',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

export function browserPath() {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const path = process.env.CHROME_PATH || usual.find((path) => existsSync(path));
  if (!path) throw new Error('No Chromium was found: run `make setup`, or set CHROME_PATH.');
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && process.argv[2] === 'webdriver') {
  console.log(JSON.stringify({ 'goog:chromeOptions': { binary: process.argv[3], args: FLAGS } }));
}
