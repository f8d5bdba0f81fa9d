// The page of a report: its list of charts, all of them as one file, what has changed since an older one was made, and
// how the charts on somebody's page stand. What answers questions is the module that draws embeds, and what makes
// files is that of save.js; both are fetched when they are needed. Nothing is sent.
import { MOST, keep, kept } from './basket.js';
import { examined, found } from './health.js';
import { at, copy, fetched, fill, make, press } from './nodes.js';

/** The texts of the page: two of them are lists.
 *  @typedef {{ head: Words, ways: Words } & Omit<Words, 'head' | 'ways'>} Texts
 *  @typedef {{ title: string, said: string, verdict: string, changes: string[] }} Since */

/** The part that answers questions. */
/** @returns {Promise<{ answer: Answers, since: Answers }>} */
const answering = async () => (await import(at('embed/ask.js'))).ask();
/** @returns {Promise<{ views: Published[], retired: { id: string, now: string }[] }>} */
const published = async () => (await fetched('embed/share.json')).json();

/** @param {HTMLElement} root */
export function begin(root) {
  /** @type {Texts} */
  const words = JSON.parse(root.dataset.words);
  charts(root.querySelector('.report-list'), words);
  older(root.querySelector('.report-old'), words);
  health(root.querySelector('.report-health'), words);
}

/** The list that the address names, or the reader's own.
 *  @returns {{ own: boolean, list: Collected[] }} */
function listed() {
  // Mail and editors write & as &amp;.
  const asked = [...new URLSearchParams(location.search)].filter(([key]) => /^(amp;)*v$/.test(key));
  const shared = asked.map(([, query]) => query).slice(0, MOST);
  if (shared.length === 0) return { own: true, list: kept() };
  return { own: false, list: shared.map((query) => ({ query: query.replace(/^\??/, '?'), title: '' })) };
}

/** @param {HTMLElement} place @param {Texts} words */
function charts(place, words) {
  let { own, list } = listed();
  const said = make('p', { class: 'report-said', role: 'status' });
  const shown = make('ol', { class: 'report-charts' });
  const acts = make('p', { class: 'report-acts' });
  const note = make('p', { class: 'report-note' });
  place.replaceChildren(note, shown, acts, said);

  /** @param {Collected[]} next @param {string} sentence */
  const change = (next, sentence) => {
    list = next;
    if (own) keep(list);
    else history.replaceState(null, '', addressOf(list));
    said.textContent = sentence;
    draw();
  };
  const addressOf = (/** @type {Collected[]} */ all) => {
    const address = new URL(at('report/'));
    for (const { query } of all) address.searchParams.append('v', query.slice(1));
    return address.href;
  };
  /** @param {number} from @param {number} to */
  const move = (from, to) => {
    const next = [...list];
    next.splice(to, 0, ...next.splice(from, 1));
    const which = to < from ? 'up' : 'down';
    change(next, fill(words.moved, { title: list[from].title, place: to + 1 }));
    // The button has moved with its chart; at an end it is gone and the other one stands for it.
    const line = shown.children[to];
    (line.querySelector(`[data-move=${which}]`) ?? line.querySelector('button')).focus();
  };
  const remove = (/** @type {number} */ from) => {
    const { title } = list[from];
    change(list.filter((_, index) => index !== from), fill(words.removed, { title }));
    (shown.children[Math.min(from, list.length - 1)]?.querySelector('button') ?? acts.querySelector('a, button') ?? place).focus?.();
  };
  /** @param {string} text @param {string} label @param {() => void} act @param {Attributes} [more] */
  const sign = (text, label, act, more = {}) => press(text, act, { 'aria-label': label, title: label, ...more });

  function draw() {
    note.textContent = own ? (list.length === 0 ? words.empty : fill(words.count, { count: list.length })) : words.shared;
    shown.replaceChildren(...list.map(({ query, title, picture, made_up }, index) => make('li', {},
      picture ? make('img', { src: picture, alt: '', width: 160, loading: 'lazy' }) : make('span', { class: 'report-blank' }),
      make('div', { class: 'report-words' },
        make('a', { href: at(`explore/${query}`), text: title || query }),
        ...(made_up ? [make('span', { class: 'warn', text: words.illustrative })] : [])),
      make('span', { class: 'report-moves' },
        ...(index > 0 ? [sign('↑', fill(words.up, { title }), () => move(index, index - 1), { 'data-move': 'up' })] : []),
        ...(index < list.length - 1
          ? [sign('↓', fill(words.down, { title }), () => move(index, index + 1), { 'data-move': 'down' })] : []),
        sign('×', fill(words.remove, { title }), () => remove(index))))));
    acts.replaceChildren(...(list.length === 0 ? [] : [
      press(words.download, download, { 'data-act': 'download' }),
      press(words.link, copyLink),
      own ? press(words.clear, () => change([], '')) : press(words.keep, () => {
        own = true;
        history.replaceState(null, '', at('report/'));
        change(list, words.kept);
      }),
    ]));
  }

  async function copyLink() {
    const address = addressOf(list);
    if (await copy(address)) { said.textContent = words.linked; return; }
    const field = make('input', { type: 'text', readonly: true, value: address, 'aria-label': words.link });
    said.replaceChildren(field);
    field.select();
  }

  let working = false;
  async function download() {
    if (working) return;
    working = true;
    let title = '';
    try {
      const [{ answer }, { collector }] = await Promise.all([answering(), import(at('save.js'))]);
      const report = await collector();
      for (const [index, one] of list.entries()) {
        title = one.title || one.query;
        said.textContent = fill(words.making, { place: index + 1, count: list.length, title });
        /** @type {Answered} */
        const told = JSON.parse(await answer(one.query));
        if (!told.figure) throw new Error(told.why);
        await report.add(told.figure);
      }
      const name = report.finish();
      said.textContent = fill(words.saved, { name });
    } catch (reason) {
      console.info(reason);
      said.textContent = title ? fill(words.failed, { title, why: reason.message ?? reason }) : words.absent;
    } finally {
      working = false;
    }
  }

  draw();
  if (list.length > 0) fillIn();
  /** Titles and pictures of published views; what was shared without titles is asked for them. */
  async function fillIn() {
    try {
      const { views } = await published();
      const known = new Map(views.map((view) => [view.query, view]));
      const of = (/** @type {Collected} */ { query, title }) => {
        const view = known.get(query);
        return { query, title: title || view?.title || '', ...(view ? { picture: at(`embed/${view.id}/picture.png`) } : {}) };
      };
      list = list.map(of);
      draw();
      if (list.every(({ title }) => title)) return;
      const { answer } = await answering();
      for (const one of list) {
        if (one.title) continue;
        const told = JSON.parse(await answer(one.query));
        one.title = told.title || told.why;
      }
      draw();
    } catch (reason) {
      // The list can be worked with as it is.
      console.info(reason);
    }
  }
}

/** @param {HTMLElement} place @param {Texts} words */
function older(place, words) {
  place.hidden = false;
  const [said, out] = [place.querySelector('.report-said'), place.querySelector('.report-out')];
  const input = place.querySelector('input');
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    out.replaceChildren();
    let kept;
    try { kept = JSON.parse(await file.text()); } catch { /* told below */ }
    if (!Array.isArray(kept?.charts)) {
      said.textContent = fill(words.no_manifest, { name: file.name });
      return;
    }
    try {
      const { since } = await answering();
      /** @type {Since[]} */
      const all = [];
      for (const [index, chart] of kept.charts.entries()) {
        said.textContent = fill(words.asking, { place: index + 1, count: kept.charts.length });
        all.push(JSON.parse(await since(JSON.stringify(chart))));
      }
      const changed = all.filter(({ verdict }) => ['changed', 'gone'].includes(verdict)).length;
      out.replaceChildren(make('ol', { class: 'report-since' }, ...all.map((chart) => make('li', { 'data-verdict': chart.verdict },
        make('strong', { text: chart.title }), make('p', { text: chart.said }),
        ...(chart.changes.length > 0 ? [make('ul', {}, ...chart.changes.map((text) => make('li', { text })))] : [])))));
      said.textContent = fill(words.stands, { count: all.length, changed });
    } catch (reason) {
      console.info(reason);
      said.textContent = words.absent;
    }
  });
}

/** @param {HTMLElement} place @param {Texts} words */
function health(place, words) {
  place.hidden = false;
  const [said, out] = [place.querySelector('.report-said'), place.querySelector('.report-out')];
  place.querySelector('button').addEventListener('click', async () => {
    out.replaceChildren();
    const all = found(place.querySelector('textarea').value);
    if (all.length === 0) {
      said.textContent = words.no_address;
      return;
    }
    try {
      const [{ answer }, { views, retired }] = await Promise.all([answering(), published()]);
      /** @type {HTMLLinkElement} */
      const canonical = document.querySelector('link[rel=canonical]');
      const bases = [document.baseURI, canonical?.href.replace(/report\/$/, '')].filter(Boolean);
      /** @type {import('./health.js').Line[]} */
      const lines = [];
      for (const [index, one] of all.entries()) {
        said.textContent = fill(words.asking, { place: index + 1, count: all.length });
        lines.push(await examined(one, { bases, views, retired, words, answer }));
      }
      out.replaceChildren(make('table', { class: 'report-health-table' },
        make('thead', {}, make('tr', {}, ...['chart', 'way', 'state'].map((key) => make('th', { scope: 'col', text: words.head[key] })))),
        make('tbody', {}, ...lines.map(({ title, way, address, faults, notes }) => make('tr', { 'data-faults': faults.length },
          make('th', { scope: 'row' }, make('span', { text: title }), make('span', { class: 'report-address', text: address })),
          make('td', { text: words.ways[way] }),
          make('td', {}, make('ul', {},
            ...faults.map((text) => make('li', { class: 'report-fault', text })),
            ...notes.map((text) => make('li', { text })))))))));
      said.textContent = fill(words.checked, { count: lines.length, faults: lines.filter(({ faults }) => faults.length > 0).length });
    } catch (reason) {
      console.info(reason);
      said.textContent = words.absent;
    }
  });
}
