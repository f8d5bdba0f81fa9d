// The dialog by which a chart is taken along: a link, a frame, an element, a picture. Fetched when somebody asks for it,
// with its words and the list of published views (embed/share.json).
import { MOST, keep, kept, placeOf } from './basket.js';
import { figureOf } from './figure.js';
import { make } from './nodes.js';

const base = new URL('.', document.baseURI);
let known;

const load = async () => {
  const answer = await fetch(new URL('embed/share.json', base));
  if (!answer.ok) throw new Error(`embed/share.json: ${answer.status}`);
  return answer.json();
};

/** The published view that comes nearest to a question: of the same package, with most parts alike. */
export function nearest(views, query) {
  const asked = new URLSearchParams(query);
  const worth = { measure: 8, by: 4, view: 2, series: 1 };
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

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Lines of a question that the author of a report may write over it; the data stay what they are.
const AUTHORS = ['title', 'note', 'ratio', 'sort', 'top', 'highlight'];

/** Writes what the author chose into a question; what was left empty stays as it was asked. */
export function authored(search, choice) {
  for (const key of AUTHORS) if (choice[key]) search.set(key, choice[key]);
  for (const [row, text] of Object.entries(choice.remarks)) if (text) search.set(`remark.${row}`, text);
  return search;
}

/** Whether anything of a question is the author's. */
const isAuthored = (choice) => AUTHORS.some((key) => choice[key]) || Object.values(choice.remarks).some(Boolean);

/** The rows of a figure, each once: a break-down by two fields has a row for every pair. */
async function rowsOf(button) {
  try {
    const told = JSON.parse(await figureOf(button));
    const { rows } = (told.figure ?? told).frame;
    return [...new Map(rows.map(({ key, label }) => [key, label]))];
  } catch {
    // Without its rows a chart is shared all the same.
    return [];
  }
}

/** The four ways in, each of which holds the lower ones where it can. */
export function snippets({ site, address, view, query, title, alt, height, theme, at }) {
  const picture = view && !query ? `<a href="${escape(address)}"><img src="${escape(`${site}embed/${view}/picture.png`)}" alt="${escape(alt)}" style="max-width:100%;height:auto"></a>` : '';
  const link = picture || `<a href="${escape(address)}">${escape(title)}</a>`;
  const frame = `<iframe src="${escape(address)}" data-good-jobs title="${escape(title)}" width="100%" height="${height}" style="border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const attributes = [view && `view="${escape(view)}"`, query && `query="${escape(query)}"`, theme && `theme="${theme}"`, at && `at="${escape(at)}"`];
  return {
    link: address,
    frame,
    resizing: `${frame}\n<script src="${site}embed/host.js" async></script>`,
    element: `<script src="${site}embed/element.js" async></script>\n<good-jobs-chart ${attributes.filter(Boolean).join(' ')}>${link}</good-jobs-chart>`,
    picture,
  };
}

export async function openShare(button) {
  known ??= load();
  const [{ words, views, versions, author }, rows] = await Promise.all([known, rowsOf(button)]);
  const figure = button.closest('figure, main');
  const title = figure.querySelector('.figure-title, h1')?.textContent ?? document.title;
  const alt = figure.querySelector('svg.drawing[aria-label]')?.getAttribute('aria-label') ?? title;
  const asked = button.dataset.query ?? '';
  const own = button.dataset.view;
  const near = own ? undefined : nearest(views, asked);
  const choice = { theme: '', at: '', title: '', note: '', ratio: '', sort: '', top: '', highlight: '', remarks: {} };
  const name = new URLSearchParams(asked).get('package');
  const newest = versions[name]?.[0];
  let height = 520;

  const parts = () => {
    // What the author adds or fixes is no longer the published view: it is drawn by script.
    const changed = Boolean(choice.at) || isAuthored(choice);
    const query = own && !changed ? '' : asked;
    const view = own ?? near?.id;
    const search = authored(new URLSearchParams(query), choice);
    for (const key of ['theme', 'at']) if (choice[key]) search.set(key, choice[key]);
    const address = new URL(`embed/${view ? `${view}/` : ''}`, base);
    // f.state=A~B: the sign between values stays readable.
    address.search = search.toString().replaceAll('%7E', '~');
    const published = Boolean(own) && !changed;
    return { site: base.href, address: address.href, view, query: published ? '' : address.search, title: choice.title || title, alt, height, theme: choice.theme, at: choice.at, published };
  };

  const outputs = {};
  const kind = make('p', { class: 'share-kind', role: 'status' });
  const frame = make('iframe', { class: 'share-frame', title: words.preview, loading: 'lazy', sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox' });
  const write = () => {
    const now = parts();
    const made = snippets(now);
    for (const [way, area] of Object.entries(outputs)) {
      area.value = made[way];
      area.closest('.share-way').hidden = !made[way];
    }
    kind.textContent = now.published ? words.published : words.drawn.replace('{title}', near?.title ?? title);
    if (frame.src !== now.address) frame.src = now.address;
  };

  const field = (key, label, control) => make('label', { class: 'share-field' }, make('span', { text: label }), (() => {
    control.name = key;
    control.addEventListener('change', () => { choice[key] = control.value.trim(); write(); });
    return control;
  })());
  const select = (options) => make('select', {}, ...options.map(([value, text]) => make('option', { value, text })));
  const way = (key, label) => {
    const area = make('textarea', { readonly: true, rows: key === 'link' ? 1 : 3, 'aria-label': label, spellcheck: 'false', onfocus: () => area.select() });
    outputs[key] = area;
    const copy = make('button', { type: 'button', class: 'button', text: words.copy, onclick: async () => {
      area.select();
      try { await navigator.clipboard.writeText(area.value); } catch { document.execCommand('copy'); }
      copy.textContent = words.copied;
      setTimeout(() => { copy.textContent = words.copy; }, 2000);
    } });
    return make('div', { class: 'share-way' }, make('h3', { text: label }), area, copy);
  };
  const shown = figure.querySelector('[data-chart]')?.dataset.chart;
  const marked = make('select', { multiple: true, size: Math.min(6, rows.length) }, ...rows.map(([value, text]) => make('option', { value, text })));
  marked.addEventListener('change', () => {
    choice.highlight = [...marked.selectedOptions].map(({ value }) => value).join('~');
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
    full.textContent = remarked.value && isFull ? words.remark_full.replace('{most}', author.remarks) : '';
  });
  remark.addEventListener('change', () => { choice.remarks[remarked.value] = remark.value.trim(); write(); });
  const labelled = (text, control) => make('label', { class: 'share-field' }, make('span', { text }), control);
  const ordered = author.ordered.includes(shown) && !figure.querySelector('[data-time]');
  const edits = make('details', { class: 'share-edits' }, make('summary', { text: words.more }),
    make('p', { class: 'share-hint', text: words.more_note }),
    make('div', { class: 'share-fields' },
      ...(author.shaped.includes(shown) ? [field('ratio', words.ratio, select([['', words.usual], ...['16:9', '3:2', '4:3', '1:1', '2:1'].map((ratio) => [ratio, ratio])]))] : []),
      ...(ordered ? [
        field('sort', words.order, select([['', words.usual], ['value', words.by_value], ['name', words.by_name]])),
        field('top', words.top, make('input', { type: 'number', min: 1, max: rows.length || undefined, inputmode: 'numeric' })),
      ] : []),
      ...(rows.length > 1 ? [labelled(words.highlight, marked), labelled(words.remark_at, remarked), labelled(words.remark, remark)] : [])),
    full);
  const widths = make('div', { class: 'share-widths', role: 'group', 'aria-label': words.width }, ...[320, 600, 0].map((width) => make('button', {
    type: 'button', class: 'button', text: width ? `${width} px` : words.full, onclick: () => { frame.style.width = width ? `${width}px` : '100%'; },
  })));

  // The question with what the author says over it; a chart of a list is always the newest.
  const collected = () => {
    const search = authored(new URLSearchParams(asked), choice);
    return `?${search}`.replaceAll('%7E', '~');
  };
  const there = make('p', { class: 'share-said', role: 'status' });
  const collect = () => {
    const list = kept();
    const place = placeOf(list, collected());
    if (place >= 0) there.textContent = words.report_there.replace('{place}', place + 1);
    else if (list.length < MOST && keep([...list, { query: collected(), title: choice.title || title }])) there.textContent = words.report_added.replace('{place}', list.length + 1);
    else there.textContent = list.length < MOST ? words.report_refused : words.report_full.replace('{most}', MOST);
  };

  const dialog = make('dialog', { class: 'share-dialog', 'aria-labelledby': 'share-title' },
    make('h2', { id: 'share-title', text: words.title }),
    make('div', { class: 'share-report' },
      make('button', { type: 'button', class: 'button', text: words.report_add, onclick: collect }),
      make('a', { href: new URL('report/', base).href, text: words.report_open }), there),
    kind,
    make('div', { class: 'share-fields' },
      field('theme', words.theme, select([['', words.light], ['dark', words.dark], ['auto', words.auto], ['print', words.print], ['contrast', words.contrast]])),
      ...(newest ? [field('at', words.data, select([['', words.live], [newest, words.pinned.replace('{version}', newest)]]))] : []),
      field('title', words.own_title, make('input', { type: 'text', maxlength: author.title })),
      field('note', words.own_note, make('input', { type: 'text', maxlength: author.note }))),
    edits,
    way('link', words.link), way('frame', words.frame), way('resizing', words.resizing), way('element', words.element), way('picture', words.picture),
    make('h3', { text: words.preview }), widths, frame,
    make('form', { method: 'dialog' }, make('button', { class: 'button', text: words.close })));

  const hear = ({ source, data }) => {
    if (source !== frame.contentWindow || data?.type !== 'good-jobs:height' || !Number.isFinite(data.height)) return;
    height = Math.min(5000, Math.max(50, Math.ceil(data.height)));
    frame.style.height = `${height}px`;
    const made = snippets(parts());
    for (const [key, area] of Object.entries(outputs)) area.value = made[key];
  };
  addEventListener('message', hear);
  dialog.addEventListener('close', () => { removeEventListener('message', hear); dialog.remove(); button.focus(); });
  document.body.append(dialog);
  write();
  dialog.showModal();
}
