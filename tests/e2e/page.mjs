// A page in real Chromium that tells on itself: whatever is logged as an error or a warning, thrown and not
// caught, refused by the Content-Security-Policy or answered with an error fails the test that caused it.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { FLAGS, browserPath } from './browser.mjs';
import { serve } from './server.mjs';

/** Fails unless what `locator` names is to be seen within ten seconds. A question without patience is one about the
 *  machine: what a document carries may not be read yet. */
export const seen = (locator) => locator.waitFor({ state: 'visible', timeout: 10_000 });

/** Chromium and a server for the built site, or the one that runs at `url`; `await site.close()` in `after`. */
export async function openSite({ folder = process.env.SITE ?? 'dist', base = '/', url } = {}) {
  const [server, browser] = await Promise.all([
    url ? { url, close: async () => {} } : serve(folder, { base }),
    chromium.launch({ executablePath: browserPath(), args: FLAGS }),
  ]);
  return {
    url: server.url,
    server,
    browser,
    /** A fresh profile and page; `options` are Playwright's (viewport, colorScheme, javaScriptEnabled …). */
    page: (options) => openPage(browser, server, options),
    close: async () => { await browser.close(); await server.close(); },
  };
}

async function openPage(browser, server, options = {}) {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  let expected = [];
  const underway = new Set();
  let last = Date.now();
  page.on('request', (request) => { underway.add(request); last = Date.now(); });
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, (request) => { underway.delete(request); last = Date.now(); });

  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      faults.push(`console ${message.type()}: ${message.text()} (${message.location().url ?? ''})`);
    }
  });
  page.on('pageerror', (reason) => faults.push(`thrown: ${reason.stack ?? reason}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Where scripts are off, Chromium refuses to preload them and calls that a matter of policy.
    const isOff = why === 'csp' && options.javaScriptEnabled === false;
    if (why !== 'net::ERR_ABORTED' && !isOff) faults.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answered ${response.status()}: ${response.url()}`);
  });
  await page.exposeBinding('tellFault', (_, fault) => { faults.push(fault); });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.tellFault(`policy refused ${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample ?? ''}`);
    });
    // Trusted Types and event handlers of foreign frames aside, an unhandled rejection is an error too.
    addEventListener('unhandledrejection', (event) => window.tellFault(`unhandled rejection: ${event.reason}`));
  });

  return Object.assign(page, {
    /** A fault that this test brings about on purpose; it must then happen. */
    expectFault(pattern) { expected.push(pattern); },
    faults: () => [...faults],
    /** Opens an address of the site, relative to its base, and waits until the app has taken over. */
    async visit(address = '') {
      const response = await page.goto(new URL(address.replace(/^\//, ''), server.url).href);
      await page.started();
      return response;
    },
    /** Resolves once boot.js has started the app (or said that it could not); at once where a page starts nothing. */
    async started() {
      await page.waitForFunction(() => window.appStarted !== undefined || !document.querySelector('script[data-wasm]'), undefined, { timeout: 30_000 });
    },
    /** Resolves once nothing is under way, and nothing was asked for a second and a half: what a page fetches for itself
     *  is then no longer taken for what a test makes it fetch. */
    async quiet() {
      while (underway.size > 0 || Date.now() - last < 1500) await page.waitForTimeout(100);
    },
    /** Fails if anything went wrong that was not expected; closes the page. */
    async done() {
      await page.waitForTimeout(50);
      await context.close();
      const left = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      const absent = expected.filter((pattern) => !faults.some((fault) => pattern.test(fault)));
      assert.deepEqual(left, [], 'the page logged, threw or was refused something');
      assert.deepEqual(absent.map(String), [], 'an expected fault did not happen');
    },
  });
}
