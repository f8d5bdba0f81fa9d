// An embedded chart that answers pointer, finger and keys. frame.js fetches this at the first event in the chart; until
// then the document is all there is. `chart.js` is the site's own way over the marks; .ci/embed.mjs puts it beside this,
// and the rules of style/chart.css that it needs in the place of LIVE_RULES.
import { begin as walk } from './chart.js';
import { make } from './nodes.js';

const RULES = 'LIVE_RULES';

/** @returns {HTMLElement} */
const chart = () => document.querySelector('.chart');

/** Draws a chart of many marks again, with their names and places, and puts it where its picture was. */
async function named() {
  const own = document.querySelector('main');
  const picture = chart();
  picture.setAttribute('aria-busy', 'true');
  const hadFocus = picture.contains(document.activeElement);
  // The question as Explore has it: the first link of the document leads there.
  /** @type {HTMLAnchorElement} */
  const link = own.querySelector('.links a');
  document.documentElement.dataset.query = link.search;
  try {
    await new Promise((done, fail) => {
      document.addEventListener('embed-drawn', done, { once: true });
      import('./draw.js').catch(fail);
    });
    const drawn = chart();
    if (!drawn || drawn === picture) throw new Error('the chart was not drawn');
    document.querySelector('main').replaceWith(own);
    picture.replaceWith(drawn);
    // Focus was lost with the picture, unless it has gone elsewhere since.
    if (hadFocus && document.activeElement === document.body) {
      [...drawn.querySelectorAll('.drawing[tabindex]')].find((svg) => svg.getClientRects().length)?.focus();
    }
  } finally {
    picture.removeAttribute('aria-busy');
  }
}

/** Listens to the document from now on; `events` are those that came first.
 *  @param {Event[]} events */
export async function begin(events) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const isPicture = chart().querySelector('[data-flat]');
  if (isPicture) await named();
  chart().append(make('div', { class: 'chart-ring', hidden: true }), make('div', { class: 'chart-tip', hidden: true }),
    make('p', { class: 'chart-live', role: 'status' }));
  // What was pointed at in a picture is no longer there.
  walk(isPicture ? [] : events);
}
