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

// Never a dead screen: whatever was prerendered stays, and a message says that it does not answer.
// The app's panic hook asks for it by the event `app-failed`.
function sayFailed({ stale = false } = {}) {
  if (byId('start-failed')) return;
  const [box, words, again] = [document.createElement('div'), document.createElement('p'), document.createElement('a')];
  box.id = 'start-failed';
  box.className = 'start-failed';
  box.setAttribute('role', 'alert');
  words.textContent = stale ? tag.dataset.stale : tag.dataset.failed;
  again.href = location.href;
  again.textContent = tag.dataset.again;
  again.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  box.append(words, again);
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
    const words = document.createElement('p');
    words.className = 'save-failed';
    words.setAttribute('role', 'alert');
    words.textContent = save.dataset.failed;
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

// What there is to read comes first: a page that was made beforehand is fetched, laid out and painted before the module
// competes with it, unless a reader acts before. Where nothing was made, or another view was asked for, it is the page.
if (document.querySelector('main') && !document.documentElement.dataset.asked) {
  await new Promise((ready) => {
    const idle = () => (window.requestIdleCallback ? requestIdleCallback(ready, { timeout: 500 }) : setTimeout(ready, 50));
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, { once: true });
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, ready, { once: true, passive: true });
  });
}

// `appStarted` is for tests: 'yes' or 'no' once it is known. Not an attribute: taking over changes no node.
try {
  const module = fetch(new URL(tag.dataset.wasm, document.baseURI));
  module.catch(() => { /* reported below, where it is awaited */ });
  const { default: start } = await script(tag.dataset.js);
  await start({ module_or_path: module });
  window.appStarted = 'yes';
  try { sessionStorage.removeItem('reloaded'); } catch { /* storage is denied */ }
} catch (reason) {
  console.error(reason);
  const stale = await isStale();
  if (!stale || !reloadOnce()) {
    sayFailed({ stale });
    window.appStarted = 'no';
  }
}
