// Shows one row of a file as the file has it, in the box that the page carries. The file is fetched when a row is
// asked for, not before; the link in the box leads to all of it.
import { fill, make } from './nodes.js';

/** The names of the columns and the cells of the record that begins in line `last`, as RFC 4180 and src/table read them;
 *  `undefined` where none begins there. tests/same.json holds both readers to the same cases.
 *  @param {string} text @param {number} last */
export function record(text, last) {
  // Packages of others may set cells apart by another mark, which their first line shows.
  const first = text.split('\n', 1)[0];
  const count = (/** @type {string} */ mark) => first.split(mark).length;
  const mark = [',', ';', '\t', '|'].reduce((most, other) => (count(other) > count(most) ? other : most));
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"?)?([^${mark}\\r\\n]*)([${mark}]|\\r\\n|\\r|\\n|$)`, 'y');
  let /** @type {string[]} */ head, /** @type {string[]} */ cells = [], line = 1, from = 1;
  while (cell.lastIndex <= text.length) {
    const [all, quoted = '', plain, end] = cell.exec(text);
    cells.push(quoted.replaceAll('""', '"') + plain);
    line += all.split('\n').length - 1;
    if (end === mark) continue;
    // An empty line is no record.
    const isRecord = cells.length > 1 || all !== end;
    if (isRecord) {
      head ??= cells;
      if (from === last) return { head, cells };
    }
    from = line;
    if (!end) return undefined;
    cells = [];
  }
  return undefined;
}

/** @param {HTMLAnchorElement} link */
export async function openRow(link) {
  const box = document.getElementById('row-box');
  if (!box?.showPopover) return false;
  const address = new URL(link.href);
  const line = new URLSearchParams(address.hash.slice(1)).get('row');
  const values = { line, file: decodeURIComponent(address.pathname.split('/').pop()) };
  const body = box.querySelector('.row-cells');
  box.querySelector('.term-name').textContent = fill(box.dataset.title, values);
  body.textContent = box.dataset.loading;
  box.querySelector('a').href = link.href;
  box.showPopover({ source: link });
  box.focus();
  try {
    const answer = await fetch(address);
    const found = answer.ok && record((await answer.text()).replace(/^\uFEFF/, ''), Number(line));
    if (!found) throw new Error(`${answer.status} ${line}`);
    body.replaceChildren(make('table', { class: 'raw' }, make('tbody', {}, ...found.head.map((name, at) => make('tr', {},
      make('th', { scope: 'row', text: name }),
      make('td', { class: !found.cells[at] && 'aside', text: found.cells[at] || box.dataset.empty }))))));
  } catch {
    body.textContent = fill(box.dataset.failed, values);
  }
  return true;
}
