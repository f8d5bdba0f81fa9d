// Filters a dashboard. A filter is one part of the address (`f.<field>=a~b`), and every part of the page that it changes
// (a slot) is replaced as a whole: by the page's own, by a file that the build made for a single value, or by what the
// query engine makes for any other choice. Fetched at the first event in a dashboard, or where the address has a filter.
import { copy, make } from './nodes.js';

/** Field → chosen values.
 *  @typedef {Map<string, string[]>} Choice */

/** @type {HTMLElement} */
const root = document.querySelector('.dashboard');
const { dashboard: name, parts } = root.dataset;
/** @type {NodeListOf<HTMLElement>} */
const slots = root.querySelectorAll('[data-slot]');
/** @type {NodeListOf<HTMLSelectElement>} */
const menus = root.querySelectorAll('select[data-field]');
/** The menus of the first and the last period, where the package has periods. */
const ends = [.../** @type {NodeListOf<HTMLSelectElement>} */ (root.querySelectorAll('select[data-end]'))];
const periodField = ends[0]?.dataset.of;
/** The handles of the same two periods. */
const handles = [.../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll('[data-slide]'))];
const periods = ends.length ? [...ends[0].options].map(({ value }) => value).filter(Boolean) : [];

/** The periods from one to another, both included, in either order; none where the package lacks one.
 *  @param {string} a @param {string} b */
function between(a, b) {
  const [first, last] = [periods.indexOf(a), periods.indexOf(b)].sort((x, y) => x - y);
  return first < 0 ? [] : periods.slice(first, last + 1);
}

/** A filter as a part of the address: a range of periods by its ends, others value by value.
 *  @param {[string, string[]]} filter */
function partOf([field, values]) {
  const isRange = field === periodField && between(values[0], values.at(-1)).length === values.length;
  const key = isRange ? 'period' : `f.${field}`;
  return `${key}=${(isRange ? [values[0], values.at(-1)] : values).map(encodeURIComponent).join('~')}`;
}
/** What each slot held when the page was made: the dashboard without filters.
 *  @type {Map<string, Node[]>} */
const whole = new Map([...slots].map((slot) => [slot.dataset.slot, [...slot.childNodes]]));
const isWhole = !('filtered' in root.dataset);

/** A part of an address in words; as it is written where it cannot be decoded.
 *  @param {string} text */
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** Reads the filters of an address. A `~` separates values, so that each is decoded by itself.
 *  @returns {Choice} */
function read(address = location.search) {
  /** @type {Choice} */
  const choice = new Map();
  const known = new Set([...menus].map(({ dataset }) => dataset.field).concat(periodField ?? []));
  for (const part of address.slice(1).split('&')) {
    const [key, value] = part.split('=').map((text) => text.replace(/\+/g, ' '));
    const isRange = /^(amp;)*period$/.test(decoded(key));
    const field = isRange ? periodField : decoded(key).replace(/^(amp;)*f\./, '');
    if (!known.has(field) || !value) continue;
    let values = value.replace(/%7E/gi, '~').split('~').filter(Boolean).map(decoded);
    if (isRange) values = between(values[0], values.at(-1));
    if (values.length) choice.set(field, values);
  }
  return choice;
}

/** The address of a choice; other parts of the address stay.
 *  @param {Choice} choice */
const write = (choice) => location.pathname + search(choice);

/** The query part of that address.
 *  @param {Choice} choice */
function search(choice) {
  const others = location.search.slice(1).split('&').filter((part) => part && !/^(amp;)*(f\.|period=)/.test(part));
  const query = [...others, ...[...choice].map(partOf)].join('&');
  return query && `?${query}`;
}

/** The slots of a single value, made by the build.
 *  XMLHttpRequest reads a document without making markup of a text, as the page's policy asks.
 *  @param {string} field @param {string} value @returns {Promise<ParentNode>} */
const part = (field, value) => new Promise((done, failed) => {
  const request = new XMLHttpRequest();
  request.open('GET', `${parts}${field}/${encodeURIComponent(value)}.html`);
  request.responseType = 'document';
  const isThere = () => request.status === 200 && request.responseXML;
  request.onload = () => (isThere() ? done(request.responseXML) : failed(new Error(`${request.status}`)));
  request.onerror = () => failed(new Error('no connection'));
  request.send();
});

/** The slots of any choice, made by the query engine.
 *  @param {Choice} choice @returns {Promise<ParentNode>} */
async function made(choice) {
  const { ask } = await import('./embed/ask.js');
  const holder = document.createElement('div');
  await (await ask()).dashboard(name, search(choice), holder);
  return holder;
}

/** What a choice shows.
 *  @param {Choice} choice @returns {Promise<ParentNode | undefined>} */
async function answer(choice) {
  const all = [...choice].flatMap(([field, values]) => values.map((value) => [field, value]));
  const isSwitched = /[?&](amp;)*panel\./.test(location.search);
  if (!all.length && isWhole && !isSwitched) return undefined;
  const menu = [...menus].find(({ dataset }) => dataset.field === all[0]?.[0]);
  const isKnown = menu && [...menu.options].some(({ value }) => value === all[0][1]);
  if (all.length === 1 && isKnown && !isSwitched && 'single' in root.dataset) {
    try { return await part(all[0][0], all[0][1]); } catch { /* the engine says what is wrong with it */ }
  }
  return made(choice);
}

/** The key of the row that a mark draws, from the data that the figure carries.
 *  @type {WeakMap<Element, { key: string }[]>} */
const rows = new WeakMap();
/** @param {Element} mark */
function keyOf(mark) {
  const island = mark.closest('[data-island]');
  if (!island) return undefined;
  if (!rows.has(island)) {
    const beside = /** @type {HTMLElement} */ (island.nextElementSibling);
    const text = beside?.dataset.figureJson ?? beside?.textContent;
    rows.set(island, JSON.parse(text || '{}').figure?.frame?.rows ?? []);
  }
  return rows.get(island)[Number(/** @type {HTMLElement} */ (mark).dataset.row)]?.key;
}

/** Puts a handle at a period and says its name.
 *  @param {HTMLInputElement} handle @param {number} at */
function slide(handle, at) {
  handle.value = `${at}`;
  handle.ariaValueText = ends[0].options[at + 1].text;
}

/** Says in the tree for assistive technology which marks are chosen.
 *  @param {Choice} choice */
function showChosen(choice) {
  for (const slot of root.querySelectorAll('[data-chooses]')) {
    const chosen = choice.get(slot.dataset.chooses) ?? [];
    slot.toggleAttribute('data-has-chosen', chosen.length > 0);
    for (const mark of slot.querySelectorAll('.mark')) {
      mark.ariaSelected = `${chosen.includes(keyOf(mark))}`;
    }
  }
  const holders = new Set([...choice.values()].flat());
  for (const row of lines()) row.toggleAttribute('data-chosen', holders.has(row.dataset.key));
  for (const menu of menus) {
    const values = choice.get(menu.dataset.field) ?? [];
    menu.value = values.length === 1 ? values[0] : '';
    menu.toggleAttribute('data-chosen', values.length > 0);
  }
  const range = choice.get(periodField) ?? [];
  ends.forEach((menu, at) => {
    menu.value = range.at(-at) ?? '';
    menu.toggleAttribute('data-chosen', range.length > 0);
  });
  handles.forEach((handle, at) => slide(handle, periods.indexOf(range.at(-at) ?? periods.at(-at))));
  root.querySelector('.dashboard-clear').toggleAttribute('data-shown', choice.size > 0);
  /** @type {HTMLElement} */
  const link = root.querySelector('[data-copy]');
  link.dataset.address = new URL(write(choice), link.dataset.copy).href;
}

/** The mark that has the focus, to find it again in the drawing that replaces its own. */
function focused() {
  const mark = document.activeElement?.closest('.dashboard .mark');
  const slot = mark?.closest('[data-slot]');
  return mark && slot && { slot, key: keyOf(mark) };
}

let turn = 0;
/** Shows a choice. The old numbers are gone from the moment of the choice until its answer is there.
 *  @param {Choice} choice @param {{ isNew?: boolean }} [how] */
async function show(choice, { isNew = false } = {}) {
  turn += 1;
  const mine = turn;
  const at = focused();
  const late = setTimeout(() => root.setAttribute('data-waiting', ''), 120);
  root.ariaBusy = 'true';
  root.querySelector('.dashboard-problem')?.remove();
  if (isNew) history.pushState(null, '', write(choice));
  try {
    const found = await answer(choice);
    if (mine !== turn) return;
    for (const slot of slots) {
      const own = found?.querySelector(`[data-slot="${slot.dataset.slot}"]`);
      slot.replaceChildren(...(own ? [...own.childNodes].map((node) => document.adoptNode(node)) : whole.get(slot.dataset.slot)));
    }
    showChosen(choice);
    root.querySelector('[data-live]').textContent = root.querySelector('[data-said]')?.textContent ?? '';
    const again = at && [...at.slot.querySelectorAll('.mark')].find((mark) => mark.getClientRects().length && keyOf(mark) === at.key);
    if (again) {
      at.slot.querySelectorAll('.drawing [tabindex="0"]').forEach((old) => old.setAttribute('tabindex', '-1'));
      again.setAttribute('tabindex', '0');
      again.focus({ preventScroll: true });
    }
  } catch (reason) {
    console.error(reason);
    if (mine !== turn) return;
    const problem = make('p', { class: 'dashboard-problem notices', role: 'alert', text: root.dataset.failed });
    root.querySelector('.dashboard-bar').after(problem);
  } finally {
    if (mine === turn) {
      root.removeAttribute('aria-busy');
      root.removeAttribute('data-waiting');
      document.documentElement.removeAttribute('data-asked');
    }
    clearTimeout(late);
  }
}

/** Chooses a value of a field, or takes it back.
 *  @param {string} field @param {string} value @param {boolean} isAdded whether other values of the field stay */
function toggle(field, value, isAdded) {
  const choice = read();
  const now = choice.get(field) ?? [];
  const has = now.includes(value);
  const others = isAdded ? now.filter((other) => other !== value) : [];
  const next = has && (isAdded || now.length === 1) ? others : [...others, value];
  if (next.length) choice.set(field, next);
  else choice.delete(field);
  show(choice, { isNew: true });
}

/** Switches a panel to another chart type, and gives the focus to the button that is now pressed.
 *  @param {HTMLElement} button */
async function switchTo(button) {
  const { panel } = button.closest('[data-panel]').dataset;
  const { view } = button.dataset;
  const others = location.search.slice(1).split('&').filter((part) => part && !part.startsWith(`panel.${panel}=`));
  const query = [...others, ...view ? [`panel.${panel}=${view}`] : []].join('&');
  history.pushState(null, '', location.pathname + (query && `?${query}`));
  await show(read());
  root.querySelector(`[data-panel="${panel}"] [data-view="${view}"]`)?.focus({ preventScroll: true });
}

/** A mark that chooses, and the field and value that it stands for.
 *  @param {Event} event */
function chooser(event) {
  const mark = /** @type {Element} */ (event.target).closest?.('.dashboard [data-chooses] .mark');
  const value = mark && keyOf(mark);
  return value ? { mark, value, field: mark.closest('[data-chooses]').dataset.chooses } : undefined;
}

/** How the pointer went down. */
let pointer = 'mouse';

/** A tap shows what is known of a mark first, with what can be done.
 *  @param {{ mark: Element, field: string, value: string }} of */
function offer({ mark, field, value }, until = performance.now() + 3000) {
  /** @type {HTMLElement} */
  const tip = mark.closest('.chart').querySelector('.chart-tip');
  // The script of charts, which opens the box, may still be on its way.
  if (tip.hidden && performance.now() < until) requestAnimationFrame(() => offer({ mark, field, value }, until));
  if (tip.hidden || tip.querySelector('.tip-actions')) return;
  const filter = make('button', { type: 'button', class: 'tip-filter', text: root.dataset.filter });
  filter.addEventListener('click', () => toggle(field, value, false));
  const page = pages()[field]?.replace('{key}', encodeURIComponent(value));
  const link = page ? [make('a', { href: page, text: root.dataset.open })] : [];
  tip.append(make('p', { class: 'tip-actions' }, ...link, filter));
}
/** Field → address of the page of a value.
 *  @returns {Record<string, string>} */
const pages = () => JSON.parse(root.dataset.pages ?? '{}');

/** The rows of the table of holders. */
const lines = () => [.../** @type {NodeListOf<HTMLTableRowElement>} */ (root.querySelectorAll('.holders tbody tr'))];

/** Sorts the table of holders by a column: numbers by size, names by the alphabet, blanks last.
 *  @param {HTMLElement} button */
function sort(button) {
  const head = button.closest('th');
  const at = Number(button.dataset.sort);
  const isNumber = head.matches('.holders-column') && lines().every(({ cells }) => !Number.isNaN(Number(cells[at].dataset.value ?? 0)));
  const [first, other] = isNumber ? ['descending', 'ascending'] : ['ascending', 'descending'];
  const order = head.ariaSort === first ? other : first;
  head.parentElement.querySelectorAll('[aria-sort]').forEach((old) => { old.ariaSort = null; });
  head.ariaSort = order;
  const text = (/** @type {HTMLTableRowElement} */ row) => row.cells[at].dataset.value ?? row.cells[at].textContent;
  const sign = order === 'ascending' ? 1 : -1;
  const sorted = lines().sort((a, b) => {
    const [left, right] = [text(a), text(b)];
    if (!left || !right) return Number(!left) - Number(!right);
    return sign * (isNumber ? Number(left) - Number(right) : left.localeCompare(right));
  });
  root.querySelector('.holders tbody').append(...sorted);
}

/** Letters without their marks, for a search.
 *  @param {string} text */
const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f\u02bb\u2018\u2019']/g, '').toLowerCase();

/** @param {Event} event */
function onInput({ target }) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.matches?.('.dashboard [data-slide]')) slide(field, Number(field.value));
  if (!field.matches?.('.dashboard [data-search]')) return;
  const words = plain(field.value).split(/\s+/);
  for (const row of lines()) {
    const text = plain(row.textContent);
    row.hidden = !words.every((word) => text.includes(word));
  }
}

/** What stops the periods that are shown one after the other. */
let stop = () => {};
/** Shows one period after the other, without a step of Back for each; a second press stops.
 *  @param {HTMLElement} button */
async function play(button) {
  if (button.ariaPressed === 'true') { stop(); return; }
  let isOn = true;
  stop = () => { isOn = false; button.ariaPressed = 'false'; };
  button.ariaPressed = 'true';
  const before = read();
  const range = before.get(periodField) ?? periods;
  for (const period of range.length > 1 ? range : periods) {
    if (!isOn) return;
    const choice = new Map(before).set(periodField, [period]);
    history.replaceState(null, '', write(choice));
    await Promise.all([show(choice), new Promise((next) => { setTimeout(next, 1200); })]);
  }
  stop();
}

/** @param {Event} event */
function onChange({ target }) {
  const menu = /** @type {HTMLSelectElement} */ (target);
  const choice = read();
  // A handle sets its menu, where the first and the last period mean all.
  const at = handles.indexOf(/** @type {any} */ (menu));
  const to = Number(menu.value);
  if (at >= 0) ends[at].value = to === (at && periods.length - 1) ? '' : periods[to];
  if (at >= 0 || menu.matches?.('.dashboard select[data-end]')) {
    stop();
    const [first, last] = ends.map(({ value }) => value);
    const range = between(first || periods[0], last || periods.at(-1));
    if (first || last) choice.set(periodField, range);
    else choice.delete(periodField);
    show(choice, { isNew: true });
    return;
  }
  if (!menu.matches?.('.dashboard select[data-field]')) return;
  if (menu.value) choice.set(menu.dataset.field, [menu.value]);
  else choice.delete(menu.dataset.field);
  show(choice, { isNew: true });
}

/** @param {MouseEvent} event */
async function onClick(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  /** @type {HTMLElement} */
  const header = target.closest?.('.dashboard [data-sort]');
  if (header) sort(header);
  /** @type {HTMLElement} */
  const player = target.closest?.('.dashboard [data-play]');
  if (player) play(player);
  /** @type {HTMLElement} */
  const view = target.closest?.('.dashboard [data-view]');
  if (view) switchTo(view);
  const drop = target.closest?.('.dashboard [data-drop]');
  if (drop) {
    const [field, ...value] = drop.dataset.drop.split('=');
    const all = read();
    // The chip of a range names no value: it takes the whole filter back.
    if (value.join('=')) toggle(field, value.join('='), true);
    else if (all.delete(field)) show(all, { isNew: true });
  }
  if (target.closest?.('.dashboard [data-clear]')) show(new Map(), { isNew: true });
  const link = target.closest?.('.dashboard [data-copy]');
  if (link && await copy(link.dataset.address)) root.querySelector('[data-live]').textContent = link.dataset.done;
  const of = chooser(event);
  if (!of) return;
  if (pointer === 'touch') setTimeout(() => offer(of));
  else {
    event.stopPropagation();
    toggle(of.field, of.value, event.shiftKey || !isPlain);
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const of = chooser(event);
  if (!of || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    event.stopPropagation();
    toggle(of.field, of.value, event.shiftKey || event.ctrlKey || event.metaKey);
  } else if (event.key === 'Escape' && read().has(of.field) && of.mark.closest('.chart').querySelector('.chart-tip[hidden]')) {
    event.preventDefault();
    event.stopPropagation();
    const choice = read();
    choice.delete(of.field);
    show(choice, { isNew: true });
  }
}

/** Listens from now on; `events` are those that came first.
 *  @param {Event[]} events */
export function begin(events) {
  /** @type {Record<string, (event: any) => void>} */
  const acts = {
    click: onClick, keydown: onKey, change: onChange, input: onInput,
    pointerdown: ({ pointerType }) => { pointer = pointerType; },
  };
  // Before the script of charts, which would pin the box of a mark.
  Object.entries(acts).forEach(([act, does]) => addEventListener(act, does, { capture: true }));
  addEventListener('popstate', () => show(read()));
  root.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  // First, since a menu says what was chosen in it until the page is shown.
  events.forEach((event) => acts[event.type]?.(event));
  if (turn) return;
  const choice = read();
  if (choice.size || !isWhole || location.search.includes('panel.')) show(choice);
  else {
    showChosen(choice);
    document.documentElement.removeAttribute('data-asked');
  }
}
