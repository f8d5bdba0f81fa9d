// Starts the app. The policy below is the one way for text to become markup or a script's address;
// it lets pass what views write as fixed markup. It is a net, not a sanitiser: data never comes here.
const tag = document.querySelector('script[data-wasm]');
/** @param {string} name */
const script = (name) => import(new URL(name, document.baseURI).href);
/** @param {string} id */
const byId = (id) => document.getElementById(id);

if (window.trustedTypes) {
  // Rust: markup
  const REFUSED = /<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:/i;
  /** @param {string} markup */
  const createHTML = (markup) => {
    if (REFUSED.test(markup)) throw new TypeError('refused markup');
    return markup;
  };
  // Rust: end
  trustedTypes.createPolicy('default', {
    createHTML,
    createScriptURL(address) {
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin) throw new TypeError('refused address');
      return url.href;
    },
  });
}

/** @type {<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>) => HTMLElementTagNameMap[K]} */
const element = (name, properties) => Object.assign(document.createElement(name), properties);

// The page is never left without a message: what was prerendered stays, and an alert says that it does not answer.
// The app's panic hook asks for it by the event `app-failed`.
function sayFailed({ stale = false } = {}) {
  if (byId('start-failed')) return;
  const box = element('div', { id: 'start-failed', className: 'start-failed' });
  box.setAttribute('role', 'alert');
  // A link to the page's own address would load nothing where it has a fragment.
  const onclick = () => { location.reload(); return false; };
  box.append(element('p', { textContent: stale ? tag.dataset.stale : tag.dataset.failed }),
    element('a', { href: location.href, textContent: tag.dataset.again, onclick }));
  document.body.prepend(box);
}

addEventListener('app-failed', () => sayFailed());

// A page that was kept open, or kept by a cache, while the site was published anew may name modules that are
// gone. Such a page is loaded again, once; what guards against a second time stands in the session, or in the
// address where storage is denied.
async function isStale() {
  /** @type {HTMLMetaElement} */
  const own = document.querySelector('meta[name=build]');
  if (!own?.content) return false;
  try {
    const answer = await fetch(new URL('version.json', document.baseURI), { cache: 'no-store' });
    return answer.ok && (await answer.json()).build !== own.content;
  } catch {
    return false; // off line, or no such file: nothing is known
  }
}

function reloadOnce() {
  const mark = '#reloaded';
  try {
    if (sessionStorage.getItem('reloaded') === location.pathname) return false;
    sessionStorage.setItem('reloaded', location.pathname);
  } catch {
    if (location.hash === mark) return false;
    // With the path, since a bare fragment would be read from the base of the site.
    history.replaceState(null, '', location.pathname + location.search + mark);
  }
  location.reload();
  return true;
}

// What a click on a page asks for; what answers it is fetched then.
addEventListener('click', (event) => {
  const { target } = event;
  // A word with a definition is a link to it. Where the page carries the definition, it opens in place: the browser
  // closes it on Escape or on a click elsewhere and gives the focus back. A link to one line of a file shows that line.
  /** @type {HTMLAnchorElement} */
  const link = target.closest?.('a[data-term], a[href*=".csv#row="]');
  const { term } = link?.dataset ?? {};
  const box = link && byId(term ? `term-${term}` : 'row-box');
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (box?.showPopover && isPlain && !box.contains(link)) {
    event.preventDefault();
    if (term) {
      box.showPopover({ source: link });
      box.focus();
    } else script('row.js').then(({ openRow }) => openRow(link), () => { location.href = link.href; });
  }
  // Over a chart to what comes after it: the address, which may hold a question, stays as it is.
  /** @type {HTMLAnchorElement} */
  const skip = target.closest?.('.chart-skip');
  const after = skip && byId(skip.hash.slice(1));
  if (after) {
    event.preventDefault();
    after.focus();
  }
  // The address of a story or a grantee is copied or shared; a chart is shared by a dialog.
  const share = target.closest?.('.share-button, [data-share]');
  if (share?.dataset.share) script('share.js').then((own) => own.share(share), () => { /* the address can be marked */ });
  else if (share) script('share-chart.js').then(({ openShare }) => openShare(share)).catch(() => {
    if (share.dataset.view) location.href = new URL(`embed/${share.dataset.view}/`, document.baseURI).href;
  });
  // A chart is made into files by a dialog. Where that is not there, the page says so.
  const save = target.closest?.('.save-button');
  save?.parentElement.querySelector('.save-failed')?.remove();
  if (save) script('save.js').then(({ openSave }) => openSave(save)).catch(() => {
    const words = element('p', { className: 'save-failed', textContent: save.dataset.failed });
    words.setAttribute('role', 'alert');
    save.parentElement.append(words);
  });
});

// A chart is walked, pointed at and heard by a script that is fetched at the first event in one.
// What is done until it is there is done again for it: the first tap counts.
const COMING = ['focusin', 'pointerover', 'pointerdown', 'click', 'keydown'];
/** @type {Event[]} */
const seen = [];
/** @param {Event} event */
function come(event) {
  if (!seen.length && !event.target.closest?.('.chart, .chart-tools')) return;
  if (seen.push(event) > 1) return;
  script('chart.js').then(({ begin }) => {
    COMING.forEach((act) => removeEventListener(act, come));
    begin(seen);
  }, () => { seen.length = 0; });
}
COMING.forEach((act) => addEventListener(act, come, { passive: true }));

// A dashboard is filtered by a script that is fetched at the first event in one, or where the address has a filter.
const dashboard = document.querySelector('.dashboard');
/** @type {Event[]} */
const first = [];
/** @param {Event} event */
function filter(event) {
  if (event.type !== 'now' && !(/** @type {Element} */ (event.target).closest?.('.dashboard'))) return;
  if (first.push(event) > 1) return;
  script('dashboard.js').then(({ begin }) => {
    [...COMING, 'change', 'input'].forEach((act) => removeEventListener(act, filter));
    begin(first);
  }, () => { first.length = 0; });
}
if (dashboard) [...COMING, 'change', 'input'].forEach((act) => addEventListener(act, filter, { passive: true }));
if (document.querySelector('[data-open-dashboard]')) script('dashboard-open.js').then(({ start }) => start());
if (dashboard && (document.documentElement.dataset.asked || 'filtered' in dashboard.dataset)) filter(new Event('now'));

// The search is fetched when its field gets the focus, also by the key /, and on its own page; what its pages and that of
// a report say without a script is what to do.
/** @type {(name: string, act: (own: any) => void) => void} */
const withScript = (name, act) => { script(name).then(act, () => { /* the page says what to do */ }); };
addEventListener('focusin', ({ target }) => { if (target === byId('find')) withScript('find.js', ({ begin }) => begin(target)); });
addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  byId('find')?.focus();
});
const results = byId('find-results');
if (results) withScript('find.js', ({ page }) => page(byId('find'), results));
const report = byId('report');
if (report) withScript('report.js', ({ begin }) => begin(report));

// A module that draws charts anew says so; what makes their nodes is fetched for it.
addEventListener('app-draws', () => script('svg.js').catch(() => { /* it makes them itself */ }));
// Explore has got a file that is no CSV; what reads it is fetched for it.
addEventListener('app-unpacks', (/** @type {any} */ { detail }) =>
  script('formats.js').then(({ unpack }) => unpack(detail), detail.failed));

// What a visitor does before the module answers is kept and done again once it does: a press of a button, a choice, what
// was typed. Left out are links and forms with an address, which lead somewhere by themselves, and what other scripts answer.
const OTHER_SCRIPTS = '.chart, .chart-tools, .share-button, .save-button, [data-share], [popovertarget], dialog';
/** @type {(() => void)[]} */
const early = [];
/** @param {Event} event */
function keepForLater(event) {
  const { type } = event;
  const target = /** @type {any} */ (event.target);
  if (!target.closest?.('[data-island]') || target.closest(OTHER_SCRIPTS)) return;
  if (type === 'submit') {
    // The module does the same with such a form: what is in its fields has been answered as it was typed.
    if (!target.hasAttribute('action')) event.preventDefault();
  } else if (type === 'click') {
    const button = target.closest('button[type=button]');
    if (button) early.push(() => button.click());
  } else if (target.matches('input, select, textarea')) {
    // The module sets a control to what the page shows when it takes over, so the value is kept as well.
    const key = ['checkbox', 'radio'].includes(target.type) ? 'checked' : 'value';
    const value = target[key];
    early.push(() => {
      if (target.type !== 'file') target[key] = value;
      target.dispatchEvent(new Event(type, { bubbles: true }));
    });
  }
}
const KEPT = ['click', 'submit', 'input', 'change'];
KEPT.forEach((act) => addEventListener(act, keepForLater, { capture: true }));

// When the module starts. A page that was made beforehand is fetched, laid out and painted first, so that the module does
// not compete with it for the line and the processor. The paint itself is waited for: a long page is loaded, and the
// browser idle, before its first paint. A visitor who comes near (pointer, key, focus) does not wait. The module of the
// explorer and of a comparison is four times as heavy, so that without a visitor it waits until the page was read a while.
// Where nothing was made, or another view was asked for, the module is the page, and starts at once.
const UNPAINTED = 5000; // milliseconds; a page in the background is not painted
const READING = 4000; // milliseconds
/** @param {number} time in milliseconds */
const wait = (time) => new Promise((done) => { setTimeout(done, time); });
const loaded = () => new Promise((done) => {
  if (document.readyState === 'complete') done(0);
  else addEventListener('load', done, { once: true });
});
const painted = () => new Promise((/** @type {(_?: unknown) => void} */ done) => {
  if (!window.PerformanceObserver?.supportedEntryTypes?.includes('paint')) requestAnimationFrame(() => setTimeout(done));
  else {
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName('first-contentful-paint').length) return;
      observer.disconnect();
      done();
    }).observe({ type: 'paint', buffered: true });
  }
});
const idle = () => new Promise((done) => {
  if (window.requestIdleCallback) requestIdleCallback(done, { timeout: 1000 });
  else setTimeout(done, 50);
});
const unasked = async () => {
  await loaded();
  await Promise.race([painted(), wait(UNPAINTED)]);
  if (document.querySelector('[data-island=explorer], [data-island=compare]')) await wait(READING);
  await idle();
  return 'low';
};
const NEAR = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'click', 'input'];
const visited = () => new Promise((near) => {
  for (const act of NEAR) addEventListener(act, () => near('auto'), { once: true, passive: true, capture: true });
});
const isReadable = document.querySelector('main') && !document.documentElement.dataset.asked;
const priority = isReadable ? await Promise.race([visited(), unasked()]) : 'auto';

// `appStarted` is for tests: 'yes' or 'no' once it is known. Not an attribute: taking over changes no node.
try {
  const module = fetch(new URL(tag.dataset.wasm, document.baseURI), /** @type {RequestInit} */ ({ priority }));
  module.catch(() => { /* reported below, where it is awaited */ });
  const { default: start } = await script(tag.dataset.js);
  await start({ module_or_path: module });
  window.appStarted = 'yes';
  KEPT.forEach((act) => removeEventListener(act, keepForLater, { capture: true }));
  early.forEach((again) => again());
  try { sessionStorage.removeItem('reloaded'); } catch { /* storage is denied */ }
} catch (reason) {
  console.error(reason);
  const stale = await isStale();
  if (!stale || !reloadOnce()) {
    sayFailed({ stale });
    window.appStarted = 'no';
  }
}
