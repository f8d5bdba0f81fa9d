// Charts of this site in a pasted text, and the state of each. The markup is read as text: nothing of it is ever made a
// part of this page.
import { fill } from './nodes.js';

// Each tag is looked at for so many signs and no more: no text takes long to read.
const TAG = /<(iframe|img|a|good-jobs-chart)\b((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,300})>/gi;
const PAIR = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** @typedef {{ way: string, address?: string, title?: string, view?: string, query?: string, at?: string }} Found
 *  @typedef {{ title: string, way: string, address: string, faults: string[], notes: string[] }} Line */

/** @type {Words} */
const WAYS = { iframe: 'frame', img: 'picture', a: 'link', 'good-jobs-chart': 'element' };
/** @type {Words} */
const NAMED = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
/** @param {string} text */
const plain = (text) => text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, ten, sixteen, name) => {
  if (name) return NAMED[name] ?? whole;
  const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
  return code < 0x110000 ? String.fromCodePoint(code) : whole;
});

/** What a text holds: each by its way, address and title, an element by its way, view, query and at.
 *  @param {string} text */
export function found(text) {
  /** @type {Found[]} */
  const all = [];
  const rest = text.replace(TAG, (_, name, inner) => {
    const own = Object.fromEntries([...inner.matchAll(PAIR)].map(([, key, a, b, c]) => [key.toLowerCase(), plain(a ?? b ?? c ?? '')]));
    const way = WAYS[name.toLowerCase()];
    if (way === 'element') all.push({ way, view: own.view, query: own.query, at: own.at });
    else if (own.src || own.href) all.push({ way, address: own.src ?? own.href, title: own.title ?? own.alt });
    return ' ';
  });
  // Tags that are none of ours hold no address that is meant: scripts, styles.
  for (const [address] of rest.replace(/<[^<>]{0,4000}>/g, ' ').matchAll(/https?:\/\/[^\s"'<>]+/g)) all.push({ way: 'address', address });
  return all.slice(0, 200);
}

/** What is to be said of one of them.
 *  @param {Found} one
 *  @param {{ bases: string[], views: Published[], retired: { id: string, now: string }[], words: Record<string, any>,
 *    answer: Answers }} site */
export async function examined(one, { bases, views, retired, words, answer }) {
  /** @type {Line} */
  const line = { title: '', way: one.way, address: one.address ?? '', faults: [], notes: [] };
  const fault = (/** @type {string} */ text) => { line.faults.push(text); return line; };
  const note = (/** @type {string} */ text) => { line.notes.push(text); return line; };
  let id = one.view;
  let asked = new URLSearchParams(one.query ?? '');
  if (one.at) asked.set('at', one.at);
  if (one.way === 'element') {
    line.address = `<good-jobs-chart${id ? ` view="${id}"` : ''}${one.query ? ` query="${one.query}"` : ''}>`;
  } else {
    let url;
    try { url = new URL(one.address); } catch { return note(words.not_ours); }
    const base = bases.find((own) => url.href.startsWith(own));
    if (!base) return note(words.not_ours);
    const path = url.href.slice(base.length).split(/[?#]/)[0];
    const parts = /^embed\/(?:([\w-]+)\/(?:picture\.\w+|card\.png|index\.html)?)?$/.exec(path);
    if (!parts && path !== 'explore/') return note(words.no_chart);
    id = parts?.[1];
    asked = url.searchParams;
    if (['frame', 'picture'].includes(one.way) && !one.title?.trim()) fault(words.no_title);
  }
  if (id) {
    const now = retired.find((old) => old.id === id)?.now;
    if (now) note(fill(words.retired, { name: id, now }));
    const view = views.find((known) => known.id === (now ?? id));
    if (!view && !asked.has('measure')) return fault(fill(words.not_known, { name: id }));
    if (view && !asked.has('measure')) {
      line.title = view.title;
      const own = new URLSearchParams(view.query);
      asked.forEach((value, key) => own.set(key, value));
      asked = own;
    }
  }
  /** @type {Answered} */
  const told = JSON.parse(await answer(`?${asked}`));
  line.title = told.title || line.title;
  for (const text of told.notices) fault(text);
  if (!told.figure) return fault(fill(words.no_answer, { why: told.why }));
  const { pinned, version, newer } = told;
  if (pinned && newer) fault(fill(words.superseded, { version, newer }));
  else note(pinned ? fill(words.pinned, { version }) : words.live);
  if (line.faults.length === 0) line.notes.unshift(words.fine);
  return line;
}
