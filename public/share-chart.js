// The dialog by which a chart is shared: a link, a frame, an element, a picture. Fetched when it is
// opened, with its markup, its sentences and the list of published views (embed/share.json).
import { MOST, keep, kept, placeOf } from './basket.js';
import { dialogOf, figureOf } from './figure.js';
import { copy, fetched, fill, make, once } from './nodes.js';

const base = new URL('.', document.baseURI);

/** What the author of a report may write over a question (src/query/author.rs).
 *  @typedef {{ keys: string[], remarks: number, shaped: string[], ordered: string[] }} Author
 *  @typedef {{ dialog: string, words: Words, views: Published[], versions: Record<string, string[]>, author: Author,
 *    sandbox: string, snippets: Words }} Shared
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
  const [{ dialog: markup, words, views, versions, author, sandbox, snippets: texts }, rows] = await Promise.all([known(), rowsOf(button)]);
  const figure = button.closest('figure, main');
  const title = figure.querySelector('.figure-title, h1')?.textContent ?? document.title;
  const alt = figure.querySelector('svg.drawing[aria-label]')?.getAttribute('aria-label') ?? title;
  const asked = button.dataset.query ?? '';
  const own = button.dataset.view;
  const near = own ? undefined : nearest(views, asked);
  /** @type {Choice} */
  const choice = { texts: {}, remarks: {} };
  const newest = versions[new URLSearchParams(asked).get('package')]?.[0];
  const titled = () => choice.texts.title || title;
  let height = 520;

  const { dialog, controls } = dialogOf(markup, button);
  const kind = dialog.querySelector('.share-kind');
  const [there, full] = dialog.querySelectorAll('.share-said');
  const ways = /** @type {NodeListOf<HTMLTextAreaElement>} */ (dialog.querySelectorAll('.share-way textarea'));
  const frame = make('iframe', { class: 'share-frame', title: words.preview, loading: 'lazy', sandbox });
  dialog.querySelector('.share-widths').after(frame);

  // Fields that this chart has no use for are removed; the others get its rows and its version.
  const shown = figure.querySelector('[data-chart]')?.dataset.chart;
  const isOrdered = author.ordered.includes(shown) && !figure.querySelector('[data-time]');
  /** @type {[boolean, string[]][]} */
  const fits = [
    [Boolean(newest), ['at']], [author.shaped.includes(shown), ['ratio']], [isOrdered, ['sort', 'top']],
    [rows.length > 1, ['highlight', 'remark_at', 'remark']],
  ];
  for (const [fit, names] of fits) if (!fit) names.forEach((name) => controls[name].closest('label').remove());
  const option = (/** @type {[string, string]} */ [value, text]) => make('option', { value, text });
  controls.highlight.append(...rows.map(option));
  controls.highlight.size = Math.min(6, rows.length);
  controls.remark_at.append(...rows.map(option));
  if (rows.length) controls.top.max = rows.length;
  if (newest) controls.at.append(option([newest, fill(words.pinned, { version: newest })]));

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
  const write = () => {
    const now = parts();
    const made = snippets(texts, now);
    for (const area of ways) {
      area.value = made[area.name];
      area.parentElement.hidden = !made[area.name];
    }
    kind.textContent = now.published ? words.published : fill(words.drawn, { title: near?.title ?? title });
    if (frame.src !== now.address) frame.src = now.address;
  };

  // The question with what the author says over it; a chart of a list is always the newest.
  const collected = () => `?${written(authored(asked, choice, author.keys))}`;
  const collect = () => {
    const list = kept();
    const place = placeOf(list, collected());
    if (place >= 0) return fill(words.report_there, { place: place + 1 });
    if (list.length >= MOST) return fill(words.report_full, { most: MOST });
    if (!keep([...list, { query: collected(), title: titled() }])) return words.report_refused;
    return fill(words.report_added, { place: list.length + 1 });
  };

  dialog.addEventListener('change', ({ target }) => {
    const { name, value, selectedOptions } = /** @type {HTMLSelectElement} */ (target);
    const { remark, remark_at: at } = controls;
    if (name === 'remark_at') {
      // One remark a mark: which mark it is, and what is said there.
      const said = choice.remarks[value];
      const isFull = Boolean(value) && !said && Object.values(choice.remarks).filter(Boolean).length >= author.remarks;
      remark.disabled = !value || isFull;
      remark.value = said ?? '';
      full.textContent = isFull ? fill(words.remark_full, { most: author.remarks }) : '';
      return;
    }
    if (name === 'remark') choice.remarks[at.value] = value.trim();
    else if (name === 'highlight') choice.texts.highlight = [...selectedOptions].map((one) => one.value).join('~');
    else choice.texts[name] = value.trim();
    write();
  });
  for (const area of ways) area.addEventListener('focus', () => area.select());
  dialog.addEventListener('click', async ({ target }) => {
    const pressed = /** @type {HTMLElement} */ (target);
    const { width } = pressed.dataset;
    if (width) frame.style.width = width;
    if ('collect' in pressed.dataset) there.textContent = collect();
    if (!('copy' in pressed.dataset)) return;
    const area = pressed.parentElement.querySelector('textarea');
    area.select();
    if (!await copy(area.value)) document.execCommand('copy');
    pressed.textContent = words.copied;
    setTimeout(() => { pressed.textContent = words.copy; }, 2000);
  });
  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== frame.contentWindow || data?.type !== 'good-jobs:height' || !Number.isFinite(data.height)) return;
    height = Math.min(5000, Math.max(50, Math.ceil(data.height)));
    frame.style.height = `${height}px`;
    write();
  };
  addEventListener('message', hear);
  dialog.addEventListener('close', () => removeEventListener('message', hear));
  write();
  dialog.showModal();
}
