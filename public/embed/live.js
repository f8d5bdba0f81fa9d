// An embedded chart that answers pointer, finger and keys. frame.js fetches this when somebody first comes to the chart;
// until then the document is all there is. `chart.js` is the site's own way over the marks, put beside this by .ci/embed.mjs.
import { begin as walk } from './chart.js';

const RULES = `
.chart { position: relative }
.chart [hidden] { display: none }
.drawing, .drawing .mark, .drawing .part { outline: none }
.drawing text { pointer-events: none }
.drawing .mark[data-active] .hit { fill: var(--grid); fill-opacity: .6 }
.drawing .mark[data-active] .e { stroke: var(--ink); stroke-width: 2 }
.drawing .mark[data-active] circle.o { stroke-width: 3 }
.drawing .mark[data-active] use { opacity: .75 }
.chart-ring { position: absolute; z-index: 1; pointer-events: none; border: 2px solid var(--ink); border-radius: 2px; outline: 2px solid var(--ground); box-shadow: inset 0 0 0 2px var(--ground) }
.chart-tip { position: absolute; z-index: 2; width: max-content; max-width: min(20rem, 100%); padding: 8px 12px; border: 1px solid var(--axis); border-radius: 4px; background: var(--ground); color: var(--ink); font-size: .875rem; line-height: 1.4; overflow-wrap: anywhere; box-shadow: 0 2px 8px rgb(0 0 0 / 18%) }
.chart-tip::before, .chart-tip::after { content: ""; position: absolute; left: 0; right: 0; height: 6px }
.chart-tip::before { bottom: 100% }
.chart-tip::after { top: 100% }
.chart-tip p { margin: 0; font-weight: 600 }
.chart-tip[data-pinned] { padding-right: 2.75rem }
.chart-tip[data-docked] { position: fixed; inset: auto 0 0; width: auto; max-width: none }
.chart-tip[data-docked][data-above] { inset: 0 0 auto }
.chart-close { display: none; position: absolute; top: 0; right: 0; width: 2.75rem; height: 2.75rem; border: 0; background: none; color: inherit; font: inherit; font-size: 1.25rem; cursor: pointer }
.chart-tip[data-pinned] .chart-close { display: block }
.chart-live { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%) }
.dense { position: relative }
.dense canvas { position: absolute; inset: 0; width: 100%; height: 100% }
.dense .drawing { margin: 0 }
.dense .drawing:not(:first-child) { position: absolute; inset: 0 }
.dense .drawing .part .hit { pointer-events: none }
.dense .drawing .mark { pointer-events: none; opacity: 0; fill: none }
.dense .drawing .mark[data-active], .dense .drawing .mark:focus { opacity: 1 }
.dense .halo { stroke: var(--ground); stroke-width: 6px }
.dense .ring { stroke: var(--ink); stroke-width: 2.5px }
@media print { .chart-tip, .chart-ring { display: none } }
`;

const chart = () => document.querySelector('.chart');

/** Draws a chart of many marks again, with their names and places, and puts it where its picture was. */
async function named() {
  const own = document.querySelector('main');
  const picture = chart();
  picture.setAttribute('aria-busy', 'true');
  const hadFocus = picture.contains(document.activeElement);
  // The question as Explore has it: the first link of the document leads there.
  document.documentElement.dataset.query = own.querySelector('.links a').search;
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
    if (hadFocus && document.activeElement === document.body) [...drawn.querySelectorAll('.drawing[tabindex]')].find((svg) => svg.getClientRects().length)?.focus();
  } finally {
    picture.removeAttribute('aria-busy');
  }
}

/** What stands around a chart for those who point, tap, type or listen. */
function furnish(around) {
  const make = (name, className) => Object.assign(document.createElement(name), { className });
  const [ring, tip, live] = [make('div', 'chart-ring'), make('div', 'chart-tip'), make('p', 'chart-live')];
  ring.hidden = true;
  tip.hidden = true;
  live.setAttribute('role', 'status');
  around.append(ring, tip, live);
}

/** Listens to the document from now on; `events` are those that brought somebody here. */
export async function begin(events) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const isPicture = chart().querySelector('[data-flat]');
  if (isPicture) await named();
  furnish(chart());
  // What was pointed at in a picture is no longer there.
  walk(isPicture ? [] : events);
}
