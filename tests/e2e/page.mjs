// A page in real Chromium that reports its own faults: an error or warning in the console, an uncaught exception, a
// request that failed, an answer of 400 or more, and a refusal by the Content-Security-Policy each fail the test.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { FLAGS, browserPath } from './browser.mjs';
import { serve } from './server.mjs';

/** Fails unless what `locator` names becomes visible within ten seconds. */
export const seen = (locator) => locator.waitFor({ state: 'visible', timeout: 10_000 });

/** Chromium and a server for the built site, or the one that runs at `url`; `await site.close()` in `after`. */
export async function openSite({ folder = process.env.SITE ?? 'dist', base = '/', url } = {}) {
  const [server, browser] = await Promise.all([
    url ? { url, close: async () => {} } : serve(folder, { base }),
    chromium.launch({ executablePath: browserPath(), args: FLAGS }),
  ]);
  const contexts = new Contexts(browser, server.url);
  return {
    url: server.url,
    server,
    browser,
    /** A new page with empty storage; `options` are Playwright's (viewport, colorScheme, javaScriptEnabled …). */
    page: (options) => openPage(contexts, server, options),
    close: async () => { await browser.close(); await server.close(); },
  };
}

/**
 * Browser contexts that pages take one after the other. A new context starts with an empty HTTP cache and a new process,
 * so that each test would download and compile the same modules again. Each context keeps one small document open, so
 * that its process and the modules compiled there stay. Storage and permissions are emptied in between.
 */
class Contexts {
  #free = new Map();
  #browser;
  #url;

  constructor(browser, url) {
    this.#browser = browser;
    this.#url = url;
  }

  /** A context with these options that no other page uses, and the function that gives it back. */
  async take(options) {
    // A page can change these itself.
    const { viewport: _, colorScheme: __, ...fixed } = options;
    const key = JSON.stringify(fixed);
    const free = this.#free.get(key) ?? [];
    this.#free.set(key, free);
    const context = free.pop() ?? await this.#open(options);
    // Emptying a context takes permissions away.
    if (options.permissions) await context.grantPermissions(options.permissions);
    return { context, giveBack: async () => { if (await emptied(context, this.#url)) free.push(context); } };
  }

  async #open(options) {
    const context = await this.#browser.newContext({ baseURL: this.#url, viewport: { width: 1440, height: 900 }, ...options });
    const parked = await context.newPage();
    await parked.goto(new URL(PARKED, this.#url).href).catch(() => { /* a host without it has nothing to keep */ });
    return context;
  }
}

/** The document that a context keeps open. */
const PARKED = 'version.json';

/** Removes what a test left in a context; `false` where the context cannot be used again. */
async function emptied(context, url) {
  try {
    const [parked, ...pages] = context.pages();
    await context.clearPermissions();
    await context.clearCookies();
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    const devtools = await context.newCDPSession(parked);
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
    await devtools.detach();
    for (const page of pages) await page.close();
    return true;
  } catch {
    await context.close().catch(() => {});
    return false;
  }
}

async function openPage(contexts, server, options = {}) {
  const { context, giveBack } = await contexts.take(options);
  const page = await context.newPage();
  await page.setViewportSize(options.viewport ?? { width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' });
  const faults = [];
  const expected = [];
  const underway = new Set();
  page.on('request', (request) => underway.add(request));
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, (request) => underway.delete(request));

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
    // An unhandled rejection is an error as well.
    addEventListener('unhandledrejection', (event) => window.tellFault(`unhandled rejection: ${event.reason}`));
  });

  return Object.assign(page, {
    /** A fault that this test causes on purpose; it must then happen. */
    expectFault(pattern) { expected.push(pattern); },
    faults: () => [...faults],
    /** Opens an address of the site, relative to its base, and waits until the app has taken over. */
    async visit(address = '') {
      const response = await page.goto(new URL(address.replace(/^\//, ''), server.url).href);
      await page.started();
      return response;
    },
    /** Resolves when boot.js has started the app (or reported that it could not); at once where a page starts nothing. */
    async started() {
      // A movement of the pointer starts the module; that of Explore and Compare otherwise waits some seconds (public/boot.js).
      if (options.javaScriptEnabled !== false) await page.evaluate(() => dispatchEvent(new Event('pointerover')));
      await page.waitForFunction(() => window.appStarted !== undefined || !document.querySelector('script[data-wasm]'), undefined, { timeout: 30_000 });
    },
    /** Resolves when no request is under way and the page has nothing left to do: two idle moments with a painted frame
     *  after each, without a new request between them. */
    async quiet() {
      for (let calm = 0; calm < 2;) {
        const before = underway.size;
        await page.evaluate(() => new Promise((idle) => {
          requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(idle)), { timeout: 2000 });
        }));
        calm = before === 0 && underway.size === 0 ? calm + 1 : 0;
      }
    },
    /** Fails if anything went wrong that was not expected; closes the page. */
    async done() {
      // A round trip, so that messages which the page has sent are here.
      if (options.javaScriptEnabled !== false) await page.evaluate(() => new Promise((sent) => { setTimeout(sent); })).catch(() => { /* the page left */ });
      await giveBack();
      const left = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      const absent = expected.filter((pattern) => !faults.some((fault) => pattern.test(fault)));
      assert.deepEqual(left, [], 'the page logged, threw or was refused something');
      assert.deepEqual(absent.map(String), [], 'an expected fault did not happen');
    },
    /** Closes the page without looking at its faults, for tests that read only what a page holds. */
    leave: giveBack,
  });
}
