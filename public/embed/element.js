// <good-jobs-chart view="…" or query="?…">: a chart of this site as an element. Its content, a picture with a link, is shown
// until the frame reports its height, and stays where the frame does not load or scripts are off.
(() => {
// Rust: themes
const THEMES = ['light', 'dark', 'auto', 'print', 'contrast'];
// Rust: end
// Rust: chart
const CHART = 'Chart';
// Rust: end
// Rust: sandbox
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
// Rust: end
const FRAME = 'display: block; width: 100%; border: 0; height:';
const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const site = new URL('..', own.src);

class GoodJobsChart extends HTMLElement {
  static observedAttributes = ['view', 'query', 'theme', 'locale', 'at', 'plain', 'static', 'transparent'];

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #token = '';
  #heard = (/** @type {MessageEvent} */ event) => this.#hear(event);

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    addEventListener('message', this.#heard);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#heard);
    this.shadowRoot.replaceChildren();
    this.#frame = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return;
    if (name === 'theme' && THEMES.includes(now)) this.#frame.contentWindow?.postMessage({ type: 'good-jobs:set', v: 1, theme: now }, '*');
    else this.#show();
  }

  /** The address of what is shown. */
  get src() {
    const view = this.getAttribute('view');
    const address = new URL(view ? `embed/${encodeURIComponent(view)}/` : 'embed/', site);
    address.search = this.getAttribute('query') ?? '';
    for (const [name, key] of [['theme', 'theme'], ['at', 'at'], ['locale', 'lang']]) {
      if (this.getAttribute(name)) address.searchParams.set(key, this.getAttribute(name));
    }
    for (const name of ['plain', 'static', 'transparent']) if (this.hasAttribute(name)) address.searchParams.set(name, 'true');
    return address.href;
  }

  #show() {
    const frame = document.createElement('iframe');
    this.#token = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
    frame.title = this.getAttribute('title') || CHART;
    frame.setAttribute('sandbox', SANDBOX);
    frame.loading = 'lazy';
    frame.src = this.src;
    // Behind the content, the frame has its width and takes no space. Without content it keeps the place of a chart.
    this.style.cssText = 'display: block; position: relative';
    const behind = 'position: absolute; top: 0; opacity: 0; pointer-events: none';
    frame.style.cssText = `${FRAME} 420px; ${this.childElementCount ? behind : ''}`;
    frame.addEventListener('load', () => frame.contentWindow?.postMessage({ type: 'good-jobs:hello', v: 1, token: this.#token }, '*'));
    this.#frame = frame;
    this.shadowRoot.replaceChildren(document.createElement('slot'), frame);
  }

  /** @param {MessageEvent} message */
  #hear({ source, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || !data || typeof data !== 'object' || data.v !== 1) return;
    if (data.type === 'good-jobs:height' && data.token === this.#token && Number.isFinite(data.height)) {
      this.#frame.style.cssText = `${FRAME} ${Math.min(5000, Math.max(50, Math.ceil(data.height)))}px`;
      this.shadowRoot.querySelector('slot')?.remove();
    } else if (data.source === 'good-jobs' && ['ready', 'select', 'state', 'error'].includes(data.type)) {
      if (data.type === 'ready' && !this.getAttribute('title')) this.#frame.title = String(data.data?.title ?? CHART).slice(0, 200);
      this.dispatchEvent(new CustomEvent(`good-jobs-${data.type}`, { detail: data.data, bubbles: true }));
    }
  }
}

if (!customElements.get('good-jobs-chart')) customElements.define('good-jobs-chart', GoodJobsChart);
})();
