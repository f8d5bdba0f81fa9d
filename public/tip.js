// The box beside a mark: what the table of the figure says of its row, with the way to the lines of the file. It can be
// pointed at, stays until it is sent away, and never stands outside the window (WCAG 1.4.13).
import { make } from './nodes.js';

/** How a box came up, and where the pointer was.
 *  @typedef {{ how?: 'hover' | 'focus' | 'pin', isTouch?: boolean, x?: number, y?: number }} Way */

/** @type {Way & { root?: HTMLElement, mark?: Element }} */
let now = {};
/** @type {number} */
let timer;

/** What is shown: the chart, the mark, and what brought it up. */
export const shown = () => now;
/** @param {HTMLElement} root @returns {HTMLElement} */
const tipOf = (root) => root.querySelector('.chart-tip');
/** Whether a node is in the box that is shown.
 *  @param {Node} node */
export const holds = (node) => Boolean(now.root && tipOf(now.root).contains(node));

/** Stays after all. */
export function keep() {
  clearTimeout(timer);
  timer = undefined;
}

/** Goes away soon, unless the pointer comes back; long enough to reach the box from its mark.
 *  @param {() => void} then */
export function fade(then) {
  timer ??= setTimeout(() => { dismiss(); then(); }, 250);
}

export function dismiss() {
  keep();
  if (!now.root) return;
  now.mark.removeAttribute('data-active');
  tipOf(now.root).hidden = true;
  now = {};
}

/** Shows what is known of a mark.
 *  @param {HTMLElement} root @param {Element} mark @param {Way} way */
export function open(root, mark, way) {
  const isSame = now.mark === mark && now.how === way.how;
  keep();
  if (isSame) return;
  if (now.mark !== mark) { dismiss(); tipOf(root).replaceChildren(...words(root, mark)); }
  now = { root, mark, ...way };
  mark.setAttribute('data-active', '');
  const tip = tipOf(root);
  tip.toggleAttribute('data-pinned', way.how === 'pin');
  tip.hidden = false;
  place();
}

/** The content of a cell of the table; its links are reached from the mark, not by Tab.
 *  @param {HTMLElement} cell */
function copied(cell) {
  const copy = document.createDocumentFragment();
  copy.append(...cell.cloneNode(true).childNodes);
  copy.querySelectorAll('a').forEach((link) => { link.tabIndex = -1; });
  return copy;
}

/** The row of the figure's table that a mark stands for, column by column; the sentence of the mark where there is none.
 *  @param {HTMLElement} root @param {Element} mark */
function words(root, mark) {
  const close = make('button', { class: 'chart-close', type: 'button', tabindex: -1, 'aria-label': root.dataset.close, text: '×' });
  const line = (/** @type {string} */ name, /** @type {(Node | string)[]} */ ...inside) => make('p', { class: name }, ...inside);
  // A painted chart brings the one line with its mark: the table of so many rows is turned page by page.
  const { row } = mark.dataset;
  /** @type {HTMLTableElement} */
  const own = mark.closest('.dense')?.querySelector(`table[data-row="${row}"]`);
  /** @type {HTMLTableElement} */
  const table = own ?? root.closest('.figure')?.querySelector('.figure-data table');
  const found = row && table?.tBodies[0].rows[own ? 0 : Number(row)];
  if (!found) return [line('chart-tip-name', mark.getAttribute('aria-label')), close];
  const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
  const cells = [...found.cells];
  const value = cells.findIndex((cell) => cell.matches('.number'));
  const name = cells.slice(0, value).map((cell) => cell.textContent).join(' · ');
  const rest = cells.flatMap((cell, at) => (at > value && cell.textContent.trim()
    ? [make('div', {}, make('dt', { text: heads[at] }), make('dd', {}, copied(cell)))] : []));
  // Over time, what the other series have at the same place, the largest first.
  const beside = 'time' in root.dataset && mark.dataset.series
    ? [...mark.closest('.drawing').querySelectorAll(`.mark[data-at="${mark.dataset.at}"]`)] : [];
  const number = (/** @type {Element} */ { dataset }) => Number(dataset.value ?? -Infinity);
  for (const other of beside.sort((a, b) => number(b) - number(a))) {
    const theirs = [...(table.tBodies[0].rows[Number(other.dataset.row)]?.cells ?? [])];
    if (other === mark || !theirs[value]) continue;
    const label = theirs.slice(0, value).filter((cell, at) => cell.textContent !== cells[at].textContent);
    rest.push(make('div', {}, make('dt', { text: label.map((cell) => cell.textContent).join(' · ') }),
      make('dd', { text: theirs[value].textContent })));
  }
  return [
    line('chart-tip-name', name), line('chart-tip-value', copied(cells[value])), line('chart-tip-of', heads[value]),
    ...(rest.length ? [make('dl', { class: 'chart-tip-rest' }, ...rest)] : []),
    ...(root.dataset.asOf ? [line('chart-tip-of', root.dataset.asOf)] : []), close,
  ];
}

/** Beside its mark; on a small screen, for a finger or the keyboard, at the end of the window that the mark is not at. A
 *  frame on another page is as high as its content: its ends may be out of sight. */
export function place() {
  const { root, mark, how, isTouch, x, y } = now;
  const tip = tipOf(root);
  const own = mark.getBoundingClientRect();
  const isDocked = window.innerWidth < 600 && window.parent === window && (isTouch || how === 'focus');
  tip.toggleAttribute('data-docked', isDocked);
  tip.removeAttribute('data-above');
  Object.assign(tip.style, { left: '', top: '' });
  const size = tip.getBoundingClientRect();
  if (isDocked) {
    tip.toggleAttribute('data-above', own.bottom > window.innerHeight - size.height);
    return;
  }
  const around = root.getBoundingClientRect();
  // Beside a large mark it is where the pointer came in, so that it can be reached.
  const isLarge = own.height > 40 && y !== undefined;
  const [top, bottom] = isLarge ? [y - 8, y + 8] : [own.top, own.bottom];
  const gap = 6;
  const isAbove = top - size.height - gap >= 0 || top > window.innerHeight - bottom;
  const middle = (x ?? own.left + own.width / 2) - around.left;
  const left = Math.max(0, Math.min(middle - size.width / 2, around.width - size.width));
  tip.style.left = `${left}px`;
  tip.style.top = `${(isAbove ? top - size.height - gap : bottom + gap) - around.top}px`;
}
