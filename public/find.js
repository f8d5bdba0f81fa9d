// Finds pages by what is typed: in the field of the header while it is typed, and on the page of the search. The list of
// names is one file (find.json), fetched when the field first gets the focus; nothing that is typed is sent anywhere.
import { at as addressOf, fetched, fill, make, once } from './nodes.js';

/** A line of the list, ready to be searched.
 *  @typedef {{ id: string, word: string, address: string }} Kind
 *  @typedef {{ kind: Kind, order: number, title: string, key: string, hint: string, name: string[], all: string[],
 *    key_words: string[] }} Line
 *  @typedef {{ letters: Record<string, string>, empty: string[],
 *    pay: { address: string, places: string[], word: string, kind: string }, lines: Line[] }} List
 *  @typedef {{ title: string, kind: string, hint: string, address: string }} Found */

const SHOWN = 8; // below the field
const LISTED = 60; // on the page of the search

/** The words of a text, folded as the lists of the site fold (src/locale/fold.rs, whose letters the list brings); a code
 *  such as 47-2152 stays one.
 *  @param {Pick<List, 'letters'>} list @param {string} text
 *  @returns {string[]} */
export const words = ({ letters }, text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .replace(/[^a-z0-9 ]/g, (letter) => letters[letter] ?? letter)
  .match(/\d[\d-]*\d|[\p{L}\p{N}]+/gu) ?? [];

/** Whether `a` becomes `b` by at most `most` letters put in, left out, changed or swapped with the next: the distance of
 *  src/problem/did_you_mean.rs.
 *  @param {string} a @param {string} b @param {number} most */
export function near(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let /** @type {number[]} */ before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[b.length] <= most;
}

/** How well a word of the question meets one of a name: 0 whole, 1 its beginning, 3 but for a typing error; nothing otherwise.
 *  @param {string} asked @param {string} word */
function meets(asked, word) {
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  // “electrician” and “electricians”, “nurse” and “nurses”.
  if (asked.length > 3 && asked === `${word}s`) return 0.5;
  const most = asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < 8 ? 1 : 2;
  if (!most || word.length < 4) return undefined;
  if (near(asked, word, most)) return 3;
  return word.length > asked.length && asked.length > 4 && near(asked, word.slice(0, asked.length), 1) ? 4 : undefined;
}

/** The list as it is fetched, ready to be searched.
 *  @param {{ v: number, kinds: Kind[], letters: Record<string, string>, empty: string, pay: List['pay'], lines: any[][] }} list
 *  @returns {List} */
export function prepare(list) {
  const lines = list.lines.map(([kind, title, key, hint = '', more = '']) => {
    const [name, key_words] = [words(list, title), words(list, more)];
    return { kind: list.kinds[kind], order: kind, title, key, hint, name, all: [...new Set([...name, ...key_words])], key_words };
  });
  return { ...list, empty: words(list, list.empty), lines };
}

/** @param {string} pattern @param {string} key */
const address = (pattern, key) => fill(pattern, {
  key: pattern === '{key}' || pattern.includes('?package=') ? key : encodeURIComponent(key),
});
/** @param {Line} line @returns {Found} */
const foundOf = ({ title, kind, hint, key }) => ({ title, kind: kind.word, hint, address: address(kind.address, key) });
/** The words of a question but for those that name nothing.
 *  @param {List} list @param {string} question */
const told = (list, question) => words(list, question).filter((word) => !list.empty.includes(word));

const WHOLE = -4; // what a name gains that the question says whole

/** How well a line meets a question, the lower the better; nothing where a word is not met.
 *  @param {Line} line @param {string[]} asked */
function scoreOf(line, asked) {
  let score = 0;
  for (const word of asked) {
    const best = Math.min(...line.all.map((known) => meets(word, known) ?? Infinity));
    if (best === Infinity) return undefined;
    score += best;
  }
  // A name that the question says whole comes before one that it says a part of; a code before a mention.
  const isWhole = line.name.length === asked.length && line.name.every((word, at) => asked[at] === word);
  const isCode = asked.length === 1 && line.key_words.includes(asked[0]) && !line.name.includes(asked[0]);
  if (isWhole) score += WHOLE;
  else if (line.name[0] && meets(asked[0], line.name[0]) === undefined) score += 1;
  if (isCode && line.kind.id !== 'page' && line.kind.id !== 'definition') score -= 3;
  return score + Math.abs(line.name.length - asked.length) * 0.05;
}

/** Lines in which every word is met, best first.
 *  @param {Line[]} lines @param {string[]} asked */
const match = (lines, asked) => lines.map((line) => ({ line, score: scoreOf(line, asked) }))
  .filter(({ score }) => score !== undefined)
  .sort((a, b) => a.score - b.score || a.line.order - b.line.order || a.line.title.localeCompare(b.line.title, 'en'));

/** A place that the question names, with the words that are left: “plumber puerto rico”.
 *  @param {List} list @param {string[]} asked */
function placed(list, asked) {
  const places = list.lines.filter((line) => line.kind.id === 'place');
  for (let size = Math.min(asked.length - 1, 4); size > 0; size -= 1) {
    for (const from of [asked.length - size, 0]) {
      const part = asked.slice(from, from + size);
      const says = (/** @type {string} */ word, /** @type {number} */ at) => {
        const how = meets(part[at], word);
        return how === 0 || how === 3 || (how === 1 && part[at].length > 3);
      };
      const place = places.find(({ key, name }) => (size === 1 && key.toLowerCase() === part[0])
        || (name.length === size && name.every(says)));
      if (place) return { place, rest: [...asked.slice(0, from), ...asked.slice(from + size)] };
    }
  }
  return undefined;
}

/** What answers a question, best first.
 *  @param {List} list @param {string} question */
export function answers(list, question) {
  const own = told(list, question);
  const asked = own.length ? own : words(list, question);
  if (!asked.length) return [];
  const matched = match(list.lines, asked);
  const found = matched.map(({ line }) => foundOf(line));
  const where = asked.length > 1 && placed(list, asked);
  if (!where || !list.pay.places.includes(where.place.key)) return found;
  const work = match(list.lines.filter((line) => line.kind.id === 'occupation'), where.rest).slice(0, 5);
  // A name that the question says whole stays first: West Virginia is no work in Virginia.
  found.splice(matched[0]?.score <= WHOLE ? 1 : 0, 0, ...work.map(({ line }) => ({
    title: fill(list.pay.word, { work: line.title, place: where.place.title }),
    kind: list.pay.kind,
    hint: '',
    address: `${address(list.pay.address, where.place.key)}?find=${encodeURIComponent(`${line.title} ${line.key}`)}#${line.key}`,
  })));
  return work.length ? found : [...found, foundOf(where.place)];
}

/** The page that a question names and no other page: the only one found, or the only one whose name it says whole.
 *  @param {List} list @param {string} question @returns {Found | undefined} */
export function clear(list, question) {
  const found = answers(list, question);
  if (found.length < 2) return found[0];
  const own = told(list, question);
  const whole = match(list.lines, own.length ? own : words(list, question)).filter(({ score }) => score <= WHOLE);
  const [one] = whole.map(({ line }) => foundOf(line));
  return whole.length === 1 && one.address === found[0].address ? one : undefined;
}

/** The name that is nearest to a question that nothing answers.
 *  @param {List} list @param {string} question */
export function nearest(list, question) {
  const asked = told(list, question);
  let /** @type {Line} */ best, most = 0;
  for (const line of list.lines) {
    const count = asked.filter((word) => line.all.some((known) => meets(word, known) !== undefined)).length;
    if (count > most) [best, most] = [line, count];
  }
  return best?.title;
}

/** The list; its address is that of the field of the header. */
const open = once(async () => prepare(await (await fetched(document.getElementById('find').dataset.index)).json()));

/** One line of what was found; a choice of a list may hold no link, since it is one thing to click itself.
 *  @param {Found} found @param {boolean} isChoice */
const lineOf = (found, isChoice) => make('li', { class: 'find-line' },
  isChoice ? make('span', { class: 'find-name', text: found.title })
    : make('a', { class: 'find-name', text: found.title, href: addressOf(found.address) }),
  make('span', { class: 'find-kind', text: found.kind }),
  ...(found.hint ? [make('span', { class: 'find-hint', text: found.hint })] : []));

/** The field of the page of the search, which opens no list.
 *  @type {WeakSet<Element>} */
const onPage = new WeakSet();

/** Shows under the field of the header what is found while it is typed: the combobox pattern of the ARIA guide.
 *  @param {HTMLInputElement} field */
export function begin(field) {
  if (field.getAttribute('role') === 'combobox') return;
  const list = make('ul', { class: 'find-list', id: 'find-list', role: 'listbox', 'aria-label': field.labels[0]?.textContent ?? '' });
  const status = make('p', { class: 'find-status', role: 'status' });
  const box = make('div', { class: 'find-box', hidden: true }, list, status);
  field.form.append(box);
  const set = (/** @type {Attributes} */ values) => Object.entries(values)
    .forEach(([name, value]) => field.setAttribute(name, String(value)));
  set({ role: 'combobox', 'aria-controls': list.id, 'aria-autocomplete': 'list', 'aria-expanded': false });
  let at = -1;
  const unmark = () => { at = -1; field.removeAttribute('aria-activedescendant'); };
  const shut = () => { box.hidden = true; unmark(); set({ 'aria-expanded': false }); };
  const mark = (/** @type {number} */ next) => {
    const options = [...list.children];
    at = options.length ? (next + options.length) % options.length : -1;
    options.forEach((option, index) => option.ariaSelected = String(index === at));
    if (at >= 0) { set({ 'aria-activedescendant': options[at].id }); options[at].scrollIntoView({ block: 'nearest' }); }
  };
  const show = async () => {
    const question = field.value.trim();
    if (!question) { shut(); return; }
    let index;
    try { index = await open(); } catch { /* reported below */ }
    if (!index) { status.textContent = field.dataset.failed; list.replaceChildren(); box.hidden = false; return; }
    if (question !== field.value.trim()) return;
    const found = answers(index, question);
    list.replaceChildren(...found.slice(0, SHOWN).map((one, number) => {
      const option = lineOf(one, true);
      Object.assign(option, { id: `find-option-${number}`, role: 'option', ariaSelected: 'false' });
      option.addEventListener('click', () => { location.href = addressOf(one.address); });
      return option;
    }));
    const close = found.length ? undefined : nearest(index, question);
    status.textContent = found.length ? ''
      : [fill(field.dataset.none, { question }), close && fill(field.dataset.near, { near: close })].filter(Boolean).join(' ');
    unmark();
    box.hidden = false;
    set({ 'aria-expanded': found.length > 0 });
  };
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (box.hidden) show();
      else mark(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1));
    } else if (box.hidden || event.isComposing) return;
    else if (event.key === 'Escape') { event.preventDefault(); shut(); }
    else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); /** @type {HTMLElement} */ (list.children[at]).click(); }
  });
  // Enter opens the one page that the question names; otherwise the form leads to the page of the search.
  field.form.addEventListener('submit', (event) => {
    if (onPage.has(field)) return;
    event.preventDefault();
    open().then((index) => clear(index, field.value), () => /** @type {Found | undefined} */ (undefined)).then((one) => {
      const search = new URL(field.form.action);
      search.searchParams.set('q', field.value.trim());
      location.href = one ? addressOf(one.address) : search.href;
    });
  });
  field.form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!field.form.contains(/** @type {Node} */ (relatedTarget))) setTimeout(shut, 150);
  });
  if (document.activeElement === field && field.value) show();
  open().catch(() => { /* reported when something is typed */ });
}

/** The page of the search: the question is in the address, and Back leads to the one before.
 *  @param {HTMLInputElement} field @param {HTMLElement} results */
export async function page(field, results) {
  const say = (/** @type {string} */ text, values = {}) => make('p', { class: 'find-status', text: fill(text, values) });
  const show = async () => {
    const question = (new URLSearchParams(location.search).get('q') ?? '').trim();
    if (document.activeElement !== field) field.value = question;
    // A page without a question stays as it was made.
    if (!question) { if (results.role) results.replaceChildren(); return; }
    results.setAttribute('role', 'status');
    let index;
    try { index = await open(); } catch { results.replaceChildren(say(field.dataset.failed)); return; }
    const found = answers(index, question);
    const near = found.length ? undefined : nearest(index, question);
    const values = { question, count: found.length, shown: LISTED, near };
    const list = make('ul', { class: 'find-results' }, ...found.slice(0, LISTED).map((one) => lineOf(one, false)));
    const count = found.length > LISTED ? results.dataset.first : results.dataset.count;
    const sentences = [found.length ? count : field.dataset.none, ...(near ? [field.dataset.near] : [])];
    results.replaceChildren(...sentences.map((text) => say(text, values)), list);
  };
  onPage.add(field);
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const next = new URL(field.form.action);
    next.searchParams.set('q', field.value.trim());
    if (next.href !== location.href) history.pushState(null, '', next);
    field.blur();
    show();
  });
  addEventListener('popstate', () => { field.blur(); show(); });
  await show();
}
