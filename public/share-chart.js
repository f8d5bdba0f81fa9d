// The dialog by which a chart is shared: a link, a frame, an element, a picture. Fetched when it is
// opened, with its words and the list of published views (embed/share.json).
import { MOST, keep, kept, placeOf } from './basket.js';
import { figureOf } from './figure.js';
import { copy, fetched, fill, make, once, press } from './nodes.js';

const base = new URL('.', document.baseURI);

/** What the author of a report may write over a question (src/query/author.rs).
 *  @typedef {{ keys: string[], title: number, note: number, remark: number, remarks: number, shaped: string[], ordered: string[] }} Author
 *  @typedef {{ words: Words, views: Published[], versions: Record<string, string[]>, author: Author, sandbox: string,
 *    themes: string[], snippets: Words }} Shared
 *  @typedef {{ texts: Words, remarks: Words }} Choice
 *  @typedef {{ site: string, address: string, view: string, query: string, title: string, alt: string, height: number,
 *    theme?: string, at?: string }} Parts */

/** @type {() => Promise<Shared>} */
const known = once(async () => (await fetched('embed/share.json')).json());

/** The published view that comes nearest to a question: of the same package, with most parts alike.
 *  @param {Published[]} views @param {string} query */
export function nearest(views, query) {
  const asked = new URLSearchParams(query);
  const worth = /** @type {const} */ ({ measure: 8, by: 4, view: 2, series: 1 });
  let best, most = -1;
  for (const view of views) {
    const own = new URLSearchParams(view.query);
    if (own.get('package') !== asked.get('package')) continue;
    let sum = 0;
    for (const [key, weight] of Object.entries(worth)) if (own.get(key) === asked.get(key)) sum += weight;
    if (sum > most) [best, most] = [view, sum];
  }
  return best ?? views[0];
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A question with what the author chose in it; what was left empty stays as it was asked, the data stay what they are.
 *  @param {string} query @param {Choice} choice @param {string[]} keys */
function authored(query, { texts, remarks }, keys) {
  const search = new URLSearchParams(query);
  for (const key of keys) if (texts[key]) search.set(key, texts[key]);
  for (const [row, text] of Object.entries(remarks)) if (text) search.set(`remark.${row}`, text);
  return search;
}
/** As an address has it: the sign between values, as in f.state=A~B, stays readable.
 *  @param {URLSearchParams} search */
const written = (search) => search.toString().replaceAll('%7E', '~');

/** The keys and labels of the rows of a figure, each once: a break-down by two fields has a row for every pair.
 *  @param {HTMLElement} button @returns {Promise<[string, string][]>} */
async function rowsOf(button) {
  try {
    const told = JSON.parse(await figureOf(button));
    const { rows } = (told.figure ?? told).frame;
    return [...new Map(rows.map((/** @type {{ key: string, label: string }} */ { key, label }) => [key, label]))];
  } catch {
    // Without its rows a chart is shared all the same.
    return [];
  }
}

/** The four ways in, each of which holds the lower ones where it can.
 *  @param {Words} texts @param {Parts} parts @returns {Words} */
function snippets(texts, parts) {
  const values = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, escape(String(value))]));
  const write = (/** @type {string} */ name, more = {}) => fill(texts[name], { ...values, ...more });
  const { address, view, query, theme, at } = parts;
  const picture = view && !query ? write('picture') : '';
  const attributes = Object.entries({ view, query, theme, at }).flatMap(([name, value]) => (value ? [` ${name}="${escape(value)}"`] : []));
  const element = write('element', { attributes: attributes.join(''), inner: picture || write('text') });
  return { link: address, frame: write('frame'), resizing: write('resizing'), element, picture };
}

/** @param {HTMLElement} button */
export async function openShare(button) {
  const [{ words, views, versions, author, sandbox, themes, snippets: texts }, rows] = await Promise.all([known(), rowsOf(button)]);
  const figure = button.closest('figure, main');
  const title = figure.querySelector('.figure-title, h1')?.textContent ?? document.title;
  const alt = figure.querySelector('svg.drawing[aria-label]')?.getAttribute('aria-label') ?? title;
  const asked = button.dataset.query ?? '';
  const own = button.dataset.view;
  const near = own ? undefined : nearest(views, asked);
  /** @type {Choice} */
  const choice = { texts: {}, remarks: {} };
  const name = new URLSearchParams(asked).get('package');
  const newest = versions[name]?.[0];
  const titled = () => choice.texts.title || title;
  let height = 520;

  const parts = () => {
    // What the author adds or fixes is no longer the published view: it is drawn by script.
    const { theme, at } = choice.texts;
    const changed = Boolean(at) || String(authored('', choice, author.keys)) !== '';
    const published = Boolean(own) && !changed;
    const view = own ?? near?.id;
    const search = authored(published ? '' : asked, choice, [...author.keys, 'theme', 'at']);
    const address = new URL(`embed/${view ? `${view}/` : ''}`, base);
    address.search = written(search);
    const query = published ? '' : address.search;
    return { site: base.href, address: address.href, view, query, title: titled(), alt, height, theme, at, published };
  };

  /** @type {Record<string, HTMLTextAreaElement>} */
  const outputs = {};
  const kind = make('p', { class: 'share-kind', role: 'status' });
  const frame = make('iframe', { class: 'share-frame', title: words.preview, loading: 'lazy', sandbox });
  const write = () => {
    const now = parts();
    const made = snippets(texts, now);
    for (const [way, area] of Object.entries(outputs)) {
      area.value = made[way];
      /** @type {HTMLElement} */ (area.closest('.share-way')).hidden = !made[way];
    }
    kind.textContent = now.published ? words.published : fill(words.drawn, { title: near?.title ?? title });
    if (frame.src !== now.address) frame.src = now.address;
  };

  const labelled = (/** @type {string} */ text, /** @type {Node} */ control) => make('label', { class: 'share-field' },
    make('span', { text }), control);
  /** @param {string} key @param {string} label @param {HTMLInputElement | HTMLSelectElement} control */
  const field = (key, label, control) => {
    control.name = key;
    control.addEventListener('change', () => { choice.texts[key] = control.value.trim(); write(); });
    return labelled(label, control);
  };
  /** @param {[string, string][]} options @param {Attributes} [attributes] */
  const select = (options, attributes) => make('select', attributes, ...options.map(([value, text]) => make('option', { value, text })));
  const way = (/** @type {string} */ key, label = words[key]) => {
    const area = make('textarea', {
      readonly: true, rows: key === 'link' ? 1 : 3, 'aria-label': label, spellcheck: 'false', onfocus: () => area.select(),
    });
    outputs[key] = area;
    const button = press(words.copy, async () => {
      area.select();
      if (!await copy(area.value)) document.execCommand('copy');
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    return make('div', { class: 'share-way' }, make('h3', { text: label }), area, button);
  };
  const shown = figure.querySelector('[data-chart]')?.dataset.chart;
  const marked = select(rows, { multiple: true, size: Math.min(6, rows.length) });
  marked.addEventListener('change', () => {
    choice.texts.highlight = [...marked.selectedOptions].map(({ value }) => value).join('~');
    write();
  });
  // One remark a mark: which mark it is, and what is said there.
  const remarked = select([['', words.remark_none], ...rows]);
  const remark = make('input', { type: 'text', maxlength: author.remark, disabled: true });
  const full = make('p', { class: 'share-said', role: 'status' });
  remarked.addEventListener('change', () => {
    const own = choice.remarks[remarked.value];
    const isFull = !own && Object.values(choice.remarks).filter(Boolean).length >= author.remarks;
    remark.disabled = !remarked.value || isFull;
    remark.value = own ?? '';
    full.textContent = remarked.value && isFull ? fill(words.remark_full, { most: author.remarks }) : '';
  });
  remark.addEventListener('change', () => { choice.remarks[remarked.value] = remark.value.trim(); write(); });
  const ordered = author.ordered.includes(shown) && !figure.querySelector('[data-time]');
  /** @type {[string, string]} */
  const usual = ['', words.usual];
  const ratios = ['16:9', '3:2', '4:3', '1:1', '2:1'].map((ratio) => /** @type {[string, string]} */ ([ratio, ratio]));
  const edits = make('details', { class: 'share-edits' }, make('summary', { text: words.more }),
    make('p', { class: 'share-hint', text: words.more_note }),
    make('div', { class: 'share-fields' },
      ...(author.shaped.includes(shown) ? [field('ratio', words.ratio, select([usual, ...ratios]))] : []),
      ...(ordered ? [
        field('sort', words.order, select([usual, ['value', words.by_value], ['name', words.by_name]])),
        field('top', words.top, make('input', { type: 'number', min: 1, max: rows.length || undefined, inputmode: 'numeric' })),
      ] : []),
      ...(rows.length > 1
        ? [labelled(words.highlight, marked), labelled(words.remark_at, remarked), labelled(words.remark, remark)] : [])),
    full);
  const widths = make('div', { class: 'share-widths', role: 'group', 'aria-label': words.width },
    ...[320, 600].map((width) => press(`${width} px`, () => { frame.style.width = `${width}px`; })),
    press(words.full, () => { frame.style.width = '100%'; }));

  // The question with what the author says over it; a chart of a list is always the newest.
  const collected = () => `?${written(authored(asked, choice, author.keys))}`;
  const there = make('p', { class: 'share-said', role: 'status' });
  const collect = () => {
    const list = kept();
    const place = placeOf(list, collected());
    if (place >= 0) there.textContent = fill(words.report_there, { place: place + 1 });
    else if (list.length >= MOST) there.textContent = fill(words.report_full, { most: MOST });
    else if (!keep([...list, { query: collected(), title: titled() }])) there.textContent = words.report_refused;
    else there.textContent = fill(words.report_added, { place: list.length + 1 });
  };

  /** @type {[string, string][]} */
  const dressed = themes.map((name) => [name === 'light' ? '' : name, words[name]]);
  const dialog = make('dialog', { class: 'share-dialog', 'aria-labelledby': 'share-title' },
    make('h2', { id: 'share-title', text: words.title }),
    make('div', { class: 'share-report' },
      press(words.report_add, collect),
      make('a', { href: new URL('report/', base).href, text: words.report_open }), there),
    kind,
    make('div', { class: 'share-fields' },
      field('theme', words.theme, select(dressed)),
      ...(newest ? [field('at', words.data, select([['', words.live], [newest, fill(words.pinned, { version: newest })]]))] : []),
      field('title', words.own_title, make('input', { type: 'text', maxlength: author.title })),
      field('note', words.own_note, make('input', { type: 'text', maxlength: author.note }))),
    edits,
    ...['link', 'frame', 'resizing', 'element', 'picture'].map((key) => way(key)),
    make('h3', { text: words.preview }), widths, frame,
    make('form', { method: 'dialog' }, make('button', { class: 'button', text: words.close })));

  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== frame.contentWindow || data?.type !== 'good-jobs:height' || !Number.isFinite(data.height)) return;
    height = Math.min(5000, Math.max(50, Math.ceil(data.height)));
    frame.style.height = `${height}px`;
    const made = snippets(texts, parts());
    for (const [key, area] of Object.entries(outputs)) area.value = made[key];
  };
  addEventListener('message', hear);
  dialog.addEventListener('close', () => { removeEventListener('message', hear); dialog.remove(); button.focus(); });
  document.body.append(dialog);
  write();
  dialog.showModal();
}
