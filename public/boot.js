// Starts the app. The policy below is the one way for text to become markup or a script's address;
// it lets pass what views write as fixed markup. It is a net, not a sanitiser: data never comes here.
const tag = document.querySelector('script[data-wasm]');

if (window.trustedTypes) {
  const acts = /<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:/i;
  trustedTypes.createPolicy('default', {
    createHTML(markup) {
      if (acts.test(markup)) throw new TypeError('refused markup');
      return markup;
    },
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
  if (document.getElementById('start-failed')) return;
  const box = document.createElement('div');
  box.id = 'start-failed';
  box.className = 'start-failed';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = stale ? tag.dataset.stale : tag.dataset.failed;
  const again = document.createElement('a');
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
  const own = document.querySelector('meta[name=build]')?.content;
  if (!own) return false;
  try {
    const answer = await fetch(new URL('version.json', document.baseURI), { cache: 'no-store' });
    return answer.ok && (await answer.json()).build !== own;
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

// A word with a definition is a link to it. Where the page carries the definition, it opens in place: the browser
// closes it on Escape or on a touch elsewhere and gives the focus back.
// In the same way a link to one line of a file shows that line.
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-term], a[href*=".csv#row="]');
  const box = link && document.getElementById(link.dataset.term ? `term-${link.dataset.term}` : 'row-box');
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!box?.showPopover || !isPlain || box.contains(link)) return;
  event.preventDefault();
  if (!link.dataset.term) {
    import(new URL('row.js', document.baseURI).href).then(({ openRow }) => openRow(link), () => { location.href = link.href; });
    return;
  }
  box.showPopover({ source: link });
  box.focus();
});

// A chart is walked, pointed at and heard by a script that is fetched when somebody first comes to one.
// What is done until it is there is done again for it: the first tap counts.
const COMING = ['focusin', 'pointerover', 'pointerdown', 'click', 'keydown'];
const seen = [];
function come(event) {
  if (!seen.length && !event.target.closest?.('.chart, .chart-tools')) return;
  if (seen.push(event) > 1) return;
  import(new URL('chart.js', document.baseURI).href).then(({ begin }) => {
    COMING.forEach((act) => removeEventListener(act, come));
    begin(seen);
  }, () => { seen.length = 0; });
}
COMING.forEach((act) => addEventListener(act, come, { passive: true }));
// Over a chart to what comes after it: the address, which may hold a question, stays as it is.
addEventListener('click', (event) => {
  const skip = event.target.closest?.('.chart-skip');
  const after = skip && document.getElementById(skip.hash.slice(1));
  if (!after) return;
  event.preventDefault();
  after.focus();
});

// A chart is shared by a dialog that is fetched when somebody asks for it; the address of a story or a grantee is copied
// or shared.
addEventListener('click', ({ target }) => {
  const button = target.closest?.('.share-button, [data-share]');
  if (!button) return;
  if (button.dataset.share) {
    import(new URL('share.js', document.baseURI).href).then(({ share }) => share(button), () => { /* the address can be marked */ });
    return;
  }
  import(new URL('share-chart.js', document.baseURI).href).then(({ openShare }) => openShare(button)).catch(() => {
    if (button.dataset.view) location.href = new URL(`embed/${button.dataset.view}/`, document.baseURI).href;
  });
});

// It is made into files by a dialog that is fetched in the same way. Where that is not there, the page says so.
addEventListener('click', ({ target }) => {
  const button = target.closest?.('.save-button');
  if (!button) return;
  button.parentElement.querySelector('.save-failed')?.remove();
  import(new URL('save.js', document.baseURI).href).then(({ openSave }) => openSave(button)).catch(() => {
    const words = document.createElement('p');
    words.className = 'save-failed';
    words.setAttribute('role', 'alert');
    words.textContent = button.dataset.failed;
    button.parentElement.append(words);
  });
});

// The search is fetched when somebody comes to its field, by hand or with the key /, and on its own page.
const finder = () => import(new URL('find.js', document.baseURI).href);
addEventListener('focusin', ({ target }) => { if (target.id === 'find') finder().then(({ begin }) => begin(target), () => { /* the form leads to the page */ }); });
addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById('find')?.focus();
});
const results = document.getElementById('find-results');
if (results) finder().then(({ page }) => page(document.getElementById('find'), results), () => { /* the page says what to do */ });

// The page of a report.
const report = document.getElementById('report');
if (report) import(new URL('report.js', document.baseURI).href).then(({ begin }) => begin(report), () => { /* the page says what to do */ });

// A module that draws charts anew says so; what makes their nodes is fetched for it.
addEventListener('app-draws', () => import(new URL('svg.js', document.baseURI).href).catch(() => { /* it makes them itself */ }));

// What there is to read comes first: a page that was made beforehand is fetched, laid out and painted before the module
// competes with it, unless a reader acts before. Where nothing was made, or another view was asked for, it is the page.
const root = document.documentElement;
if (document.querySelector('main') && !root.dataset.asked) {
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
  module.catch(() => { /* told below, where it is awaited */ });
  const { default: start } = await import(new URL(tag.dataset.js, document.baseURI).href);
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
