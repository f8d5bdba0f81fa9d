// Finds pages by what is typed: in the field of the header while it is typed, and on the page of the search. The list
// of names is one file, fetched when somebody first comes to the field; nothing that is typed is sent anywhere.

const SHOWN = 8; // below the field
const LISTED = 60; // on the page of the search
// Words of a question that name nothing.
const EMPTY = new Set('a an and are at by can do does earn earns for from how i in is it make makes me much my of on or paid pay pays salary state that the to wage wages what where which who will with'.split(' '));

/** Small letters without accents, in words; a code such as 47-2152 stays one. */
export const words = (text) => text.normalize('NFD').replace(/[\u0300-\u036f’']/g, '').toLowerCase().match(/\d[\d-]*\d|[\p{L}\p{N}]+/gu) ?? [];

/** Whether `a` becomes `b` by at most `most` letters put in, left out, changed or swapped with the next. */
function near(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[b.length] <= most;
}

/** How well a word of the question meets one of a name: 0 whole, 1 its beginning, 3 but for a slip; nothing otherwise. */
function meets(asked, word) {
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  // “electrician” and “electricians”, “nurse” and “nurses”.
  if (asked.length > 3 && asked === `${word}s`) return 0.5;
  const most = asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < 8 ? 1 : 2;
  if (!most || word.length < 4) return undefined;
  if (near(asked, word, most)) return 3;
  const start = word.slice(0, asked.length);
  return word.length > asked.length && asked.length > 4 && near(asked, start, 1) ? 4 : undefined;
}

/** The list as it is fetched, ready to be searched. */
export function prepare(list) {
  const lines = list.lines.map(([kind, title, key, hint = '', more = '']) => {
    const name = words(title);
    return { kind: list.kinds[kind], order: kind, title, key, hint, name, all: [...new Set([...name, ...words(more)])], key_words: words(more) };
  });
  return { ...list, lines };
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const address = (pattern, key) => pattern.replace('{key}', () => (pattern === '{key}' || pattern.includes('?package=') ? key : encodeURIComponent(key)));

const WHOLE = -4; // what a name gains that the question says whole

/** Lines in which every word is met, best first. */
function match(lines, asked) {
  const found = [];
  for (const line of lines) {
    let score = 0;
    for (const word of asked) {
      let best;
      for (const known of line.all) {
        const at = meets(word, known);
        if (at !== undefined && (best === undefined || at < best)) best = at;
        if (best === 0) break;
      }
      if (best === undefined) { score = undefined; break; }
      score += best;
    }
    if (score === undefined) continue;
    // A name that the question says whole comes before one that it says a part of; a code before a mention.
    const whole = line.name.length === asked.length && line.name.every((word, at) => asked[at] === word);
    const code = asked.length === 1 && line.key_words.includes(asked[0]) && !line.name.includes(asked[0]);
    score += whole ? WHOLE : line.name[0] && meets(asked[0], line.name[0]) === undefined ? 1 : 0;
    if (code && line.kind.id !== 'page' && line.kind.id !== 'definition') score -= 3;
    found.push({ line, score: score + Math.abs(line.name.length - asked.length) * 0.05 });
  }
  return found.sort((a, b) => a.score - b.score || a.line.order - b.line.order || a.line.title.localeCompare(b.line.title, 'en'));
}

/** A place that the question names, with the words that are left: “plumber puerto rico”. */
function placed(list, asked) {
  const places = list.lines.filter((line) => line.kind.id === 'place');
  let best;
  for (let size = Math.min(asked.length - 1, 4); size > 0; size -= 1) {
    for (const from of [asked.length - size, 0]) {
      const part = asked.slice(from, from + size);
      for (const place of places) {
        const isCode = size === 1 && place.key.toLowerCase() === part[0];
        const isName = place.name.length === size && place.name.every((word, at) => { const how = meets(part[at], word); return how === 0 || how === 3 || (how === 1 && part[at].length > 3); });
        if (isCode || isName) best ??= { place, rest: [...asked.slice(0, from), ...asked.slice(from + size)] };
      }
    }
    if (best) return best;
  }
  return undefined;
}

/** What answers a question, best first: `{ title, kind, hint, address }`. */
export function answers(list, question) {
  const all = words(question);
  const told = all.filter((word) => !EMPTY.has(word));
  const asked = told.length ? told : all;
  if (!asked.length) return [];
  const matched = match(list.lines, asked);
  const isNamed = matched[0]?.score <= WHOLE;
  const found = matched.map(({ line }) => ({ title: line.title, kind: line.kind.word, hint: line.hint, address: address(line.kind.address, line.key) }));
  const where = asked.length > 1 && placed(list, asked);
  if (where && list.pay.places.includes(where.place.key)) {
    const work = match(list.lines.filter((line) => line.kind.id === 'occupation'), where.rest).slice(0, 5);
    // A name that the question says whole stays first: West Virginia is no work in Virginia.
    found.splice(isNamed ? 1 : 0, 0, ...work.map(({ line }) => ({
      title: fill(list.pay.word, { work: line.title, place: where.place.title }),
      kind: list.pay.kind,
      hint: '',
      address: `${address(list.pay.address, where.place.key)}?find=${encodeURIComponent(line.key)}`,
    })));
    if (!work.length || !found.length) found.push({ title: where.place.title, kind: where.place.kind.word, hint: where.place.hint, address: address(where.place.kind.address, where.place.key) });
  }
  return found;
}

/** The name that is nearest to a question that nothing answers. */
export function nearest(list, question) {
  const asked = words(question).filter((word) => !EMPTY.has(word));
  const hits = (line) => asked.filter((word) => line.all.some((known) => meets(word, known) !== undefined)).length;
  let best, most = 0;
  for (const line of list.lines) {
    const count = hits(line);
    if (count > most) [best, most] = [line, count];
  }
  return best?.title;
}

let fetched;
const open = (field) => (fetched ??= fetch(field.dataset.index).then((answer) => {
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}).then(prepare).catch((reason) => { fetched = undefined; throw reason; }));

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

const whole = (found) => new URL(found.address, document.baseURI).href;

/** One line of what was found; a choice of a list may hold no link, since it is one thing to touch itself. */
function line(found, isChoice) {
  const made = element('li', 'find-line');
  const name = element(isChoice ? 'span' : 'a', 'find-name', found.title);
  if (!isChoice) name.href = whole(found);
  made.append(name, element('span', 'find-kind', found.kind));
  if (found.hint) made.append(element('span', 'find-hint', found.hint));
  return made;
}

/** Shows under the field of the header what is found while it is typed: the combobox pattern of the ARIA guide. */
export function begin(field) {
  if (field.getAttribute('role') === 'combobox') return;
  const box = element('div', 'find-box');
  const list = element('ul', 'find-list');
  const status = element('p', 'find-status');
  list.id = 'find-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels[0]?.textContent ?? '');
  status.setAttribute('role', 'status');
  box.hidden = true;
  box.append(list, status);
  field.form.append(box);
  const set = (name, value) => field.setAttribute(name, value);
  set('role', 'combobox');
  set('aria-controls', list.id);
  set('aria-autocomplete', 'list');
  let at = -1;
  const shut = () => { box.hidden = true; at = -1; set('aria-expanded', 'false'); field.removeAttribute('aria-activedescendant'); };
  const mark = (next) => {
    const options = [...list.children];
    at = options.length ? (next + options.length) % options.length : -1;
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at >= 0) { set('aria-activedescendant', options[at].id); options[at].scrollIntoView({ block: 'nearest' }); }
  };
  const show = async () => {
    const question = field.value.trim();
    if (!question) return shut();
    let index;
    try { index = await open(field); } catch { status.textContent = field.dataset.failed; list.replaceChildren(); box.hidden = false; return undefined; }
    if (question !== field.value.trim()) return undefined;
    const found = answers(index, question);
    list.replaceChildren(...found.slice(0, SHOWN).map((one, number) => {
      const option = line(one, true);
      option.id = `find-option-${number}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.addEventListener('click', () => { location.href = whole(one); });
      return option;
    }));
    const close = found.length ? undefined : nearest(index, question);
    status.textContent = found.length ? '' : [fill(field.dataset.none, { question }), close && fill(field.dataset.near, { near: close })].filter(Boolean).join(' ');
    at = -1;
    field.removeAttribute('aria-activedescendant');
    box.hidden = false;
    set('aria-expanded', String(found.length > 0));
    return undefined;
  };
  set('aria-expanded', 'false');
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (box.hidden) show(); else mark(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === 'Escape' && !box.hidden) { event.preventDefault(); shut(); }
    else if (event.key === 'Enter' && at >= 0 && !box.hidden) { event.preventDefault(); list.children[at].click(); }
  });
  field.form.addEventListener('focusout', (event) => { if (!field.form.contains(event.relatedTarget)) setTimeout(shut, 150); });
  if (document.activeElement === field && field.value) show();
  open(field).catch(() => { /* told when something is typed */ });
}

/** The page of the search: the question stands in the address, and Back leads to the one before. */
export async function page(field, results) {
  const say = (text, values) => element('p', 'find-status', fill(text, values));
  const show = async () => {
    const question = (new URLSearchParams(location.search).get('q') ?? '').trim();
    if (document.activeElement !== field) field.value = question;
    // A page that nobody asked anything stays as it was made.
    if (!question) { if (results.role) results.replaceChildren(); return; }
    results.setAttribute('role', 'status');
    let index;
    try { index = await open(field); } catch { results.replaceChildren(say(field.dataset.failed, {})); return; }
    const found = answers(index, question);
    const near = found.length ? undefined : nearest(index, question);
    const values = { question, count: found.length, shown: LISTED, near };
    const list = element('ul', 'find-results');
    list.append(...found.slice(0, LISTED).map((one) => line(one, false)));
    const told = !found.length ? field.dataset.none : found.length > LISTED ? results.dataset.first : results.dataset.count;
    results.replaceChildren(say(told, values), ...(near ? [say(field.dataset.near, values)] : []), list);
  };
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
