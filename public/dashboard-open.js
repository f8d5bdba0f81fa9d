// Opens the dashboard of a package or table that the site does not publish: from the address (`?package=`), or from files
// of the reader's computer, which are read here and sent nowhere.
import { make } from './nodes.js';

/** @type {HTMLElement} */
const root = document.querySelector('[data-open-dashboard]');
/** @type {HTMLElement} */
const status = root.querySelector('[data-opening]');

/** Replaces the page by a dashboard; says why where that fails.
 *  @param {string} search @param {FileList} [files] */
async function open(search, files) {
  status.textContent = root.dataset.loading;
  root.ariaBusy = 'true';
  const holder = make('div');
  try {
    const { ask } = await import('./embed/ask.js');
    await (await ask()).open(search, files, holder);
    root.replaceChildren(...holder.childNodes);
    // What was made has the filters of the address: without them the engine is asked again.
    if (/[?&](amp;)*f\./.test(search)) root.querySelector('.dashboard').toggleAttribute('data-filtered', true);
    const { begin } = await import('./dashboard.js');
    begin([]);
    root.querySelector('h1')?.focus();
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    const link = make('a', { href: root.dataset.explore + search, text: root.dataset.exploreWords });
    const words = root.dataset.failed.replace('{reason}', why);
    status.replaceChildren(make('span', { class: 'notices', role: 'alert', text: words }), ' ', link);
  } finally {
    root.removeAttribute('aria-busy');
    document.documentElement.removeAttribute('data-asked');
  }
}

/** Opens what the address names; a package of the site has a page of its own, which gets the rest of the address. */
export function start() {
  const asked = new URLSearchParams(location.search);
  const name = asked.get('package');
  /** @type {HTMLInputElement} */
  const field = root.querySelector('[data-dashboard-files]');
  const opened = (/** @type {{ files: FileList }} */ { files }) => { if (files.length) open('', files); };
  field?.addEventListener('change', () => opened(field));
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    opened(event.dataTransfer);
  });
  if (!name) return;
  /** @type {HTMLAnchorElement} */
  const own = root.querySelector(`a[data-package="${CSS.escape(name)}"]`);
  // The page of a package shows its newest version; an older one is opened here.
  if (own && !asked.has('at')) {
    const rest = location.search.slice(1).split('&').filter((part) => !/^(amp;)*package=/.test(part)).join('&');
    location.replace(own.href + (rest && `?${rest}`));
  } else open(location.search);
}
