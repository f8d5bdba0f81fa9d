// Within every embedded chart: familiar flags of the address, the height sent to the page around it, a few events and
// commands. No storage, no cookie, nothing that a sandboxed frame is denied. Messages are described in docs/embed.md.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const id = root.dataset.view;
  const V = 1;
  // Rust: themes
  const THEMES = ['light', 'dark', 'auto', 'print', 'contrast'];
  // Rust: end
  /** @param {string | null} value */
  const isOn = (value) => value === '' || value === 'true' || value === '1' || value === 'on';

  /** @type {Record<string, string>} */
  const flags = { '': 'dark', true: 'dark', 1: 'dark', false: 'light', 0: 'light', auto: 'auto' };
  const dark = flags[asked.get('dark')];
  /** @param {string | undefined} theme */
  const wear = (theme) => { if (THEMES.includes(theme)) root.dataset.theme = theme; };
  wear(asked.get('theme') ?? dark);
  for (const flag of ['plain', 'static', 'transparent', 'hideControls']) {
    if (isOn(asked.get(flag))) root.dataset[flag.toLowerCase()] = '';
  }

  /** @param {unknown} message */
  const send = (message) => { if (parent !== window) parent.postMessage(message, '*'); };
  /** @param {string} type */
  const event = (type, data = {}) => send({ source: 'good-jobs', v: V, chartId: id, type, data });
  /** @type {string | null} */
  let token = null;
  let told = 0;
  const measure = () => Math.ceil(document.body.getBoundingClientRect().height);
  const tell = (again = false) => {
    const height = measure();
    if (!again && Math.abs(height - told) < 2) return;
    told = height;
    send({ type: 'good-jobs:height', v: V, id, token, height });
    send({ sentinel: 'amp', type: 'embed-size', height });
    send(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    const other = asked.get('datawrapper');
    if (other) send({ 'datawrapper-height': { [other]: height } });
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !data || typeof data !== 'object') return;
    if (data.type === 'good-jobs:hello' && typeof data.token === 'string') {
      token = data.token.slice(0, 64);
      tell(true);
      event('ready', { title: document.title });
    } else if (data.type === 'setHeight') {
      send({ type: 'setHeight', id: data.id, height: measure() });
    } else if (data.type === 'good-jobs:set') {
      wear(data.theme);
      const origins = (root.dataset.commands || '').split(' ');
      if (data.filter && typeof data.filter === 'object' && origins.includes(origin)) {
        const address = new URL(location.href);
        for (const [field, values] of Object.entries(data.filter)) {
          if (/^[a-z0-9_]{1,64}$/.test(field)) {
            address.searchParams.set(`f.${field}`, [values].flat().map(String).join('~').slice(0, 500));
          }
        }
        location.replace(address.href);
      }
      event('state', { theme: root.dataset.theme || 'light', address: location.search });
      tell();
    }
  });

  addEventListener('click', ({ target }) => {
    const mark = target.closest?.('.mark');
    if (mark) event('select', { row: Number(mark.dataset.row), label: mark.getAttribute('aria-label') });
  });

  // A chart answers pointer, finger and keys by a script that is fetched at the first event in it; what is done until it
  // is there is done again for it.
  const COMING = ['focusin', 'pointerover', 'pointerdown', 'click', 'keydown'];
  /** @type {Event[]} */
  const seen = [];
  /** @param {Event} happened */
  const come = (happened) => {
    if ('static' in root.dataset || !happened.target.closest?.('.chart') || seen.push(happened) > 1) return;
    import(root.dataset.draw.replace('draw.js', 'live.js')).then(({ begin }) => begin(seen)).then(() => {
      COMING.forEach((act) => removeEventListener(act, come));
    }, () => { seen.length = 0; });
  };
  COMING.forEach((act) => addEventListener(act, come, { passive: true }));

  addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(() => tell()).observe(document.body);
    document.fonts?.ready.then(() => tell());
    event('ready', { title: document.title });
  });
  addEventListener('load', () => tell());

  // Another view than the one of this document: it is drawn by the app, which is fetched for nothing else. What is not
  // a question — flags, keys that other sites hang on links — leaves the published view as it is.
  const questions = root.dataset.questions.split(' ');
  /** @param {string} key */
  const isQuestion = (key) => questions.includes(key) || key.startsWith('f.') || key.startsWith('remark.');
  if ([...asked.keys()].some(isQuestion)) {
    root.dataset.asked = '';
    document.addEventListener('embed-drawn', () => {
      delete root.dataset.asked;
      document.title = document.querySelector('h1')?.textContent || document.title;
      tell();
      event('state', { theme: root.dataset.theme || 'light', address: location.search });
    });
    import(root.dataset.draw).catch((reason) => {
      root.dataset.failed = '';
      delete root.dataset.asked;
      event('error', { message: String(reason) });
      tell();
    });
  }
})();
