// The box beside a mark: what the table of the figure says of its row, with the way to the lines of the file. It can be
// pointed at, stays until it is sent away, and never stands outside the window (WCAG 1.4.13).

let now = {};
let timer;

/** What is shown: the chart, the mark, and what brought it up (`hover`, `focus` or `pin`). */
export const shown = () => (now.root ? { ...now, keep, fade } : {});
const tipOf = (root) => root.querySelector('.chart-tip');
/** Whether a node stands in the box that is shown. */
export const holds = (node) => Boolean(now.root && tipOf(now.root).contains(node));

function keep() {
  clearTimeout(timer);
  timer = undefined;
}

/** Goes away soon, unless the pointer comes back; long enough to reach the box from its mark. */
function fade(then) {
  timer ??= setTimeout(() => { dismiss(); then?.(); }, 250);
}

export function dismiss() {
  keep();
  if (!now.root) return;
  now.mark.removeAttribute('data-active');
  tipOf(now.root).hidden = true;
  now = {};
}

/** Shows what is known of a mark. */
export function open(root, mark, { how, isTouch = false, x, y }) {
  const isSame = now.mark === mark && now.how === how;
  keep();
  if (isSame) return;
  if (now.mark !== mark) { dismiss(); tipOf(root).replaceChildren(...words(root, mark)); }
  now = { root, mark, how, isTouch, x, y };
  mark.setAttribute('data-active', '');
  const tip = tipOf(root);
  tip.toggleAttribute('data-pinned', how === 'pin');
  tip.hidden = false;
  place();
}

const make = (name, className, ...inside) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...inside);
  return node;
};

/** What stands in a cell of the table; its links are reached from the mark, not by Tab. */
function copied(cell) {
  const copy = document.createDocumentFragment();
  copy.append(...[...cell.cloneNode(true).childNodes]);
  copy.querySelectorAll('a').forEach((link) => { link.tabIndex = -1; });
  return copy;
}

/** The row of the figure's table that a mark stands for, column by column; the sentence of the mark where there is none. */
function words(root, mark) {
  const close = make('button', 'chart-close', '×');
  close.type = 'button';
  close.tabIndex = -1;
  close.setAttribute('aria-label', root.dataset.close);
  // A painted chart brings the one line with its mark: the table of so many rows is turned page by page.
  const own = mark.closest('.dense')?.querySelector(`table[data-row="${mark.dataset.row}"]`);
  const table = own ?? root.closest('.figure')?.querySelector('.figure-data table');
  const row = mark.dataset.row && table?.tBodies[0].rows[own ? 0 : Number(mark.dataset.row)];
  if (!row) return [make('p', 'chart-tip-name', mark.getAttribute('aria-label')), close];
  const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
  const cells = [...row.cells];
  const value = cells.findIndex((cell) => cell.matches('.number'));
  const name = cells.slice(0, value).map((cell) => cell.textContent).join(' · ');
  const rest = cells.map((cell, at) => [heads[at], cell]).slice(value + 1).filter(([, cell]) => cell.textContent.trim());
  const list = make('dl', 'chart-tip-rest', ...rest.map(([head, cell]) => make('div', '', make('dt', '', head), make('dd', '', copied(cell)))));
  const asOf = root.dataset.asOf ? [make('p', 'chart-tip-of', root.dataset.asOf)] : [];
  return [
    make('p', 'chart-tip-name', name),
    make('p', 'chart-tip-value', copied(cells[value])), make('p', 'chart-tip-of', heads[value]),
    ...(rest.length ? [list] : []), ...asOf, close,
  ];
}

/** Beside its mark; on a small screen, for a finger or the keyboard, at the end of the window that the mark is not at. A
 *  frame on somebody's page is as high as its content: its ends may be out of sight. */
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
  // Beside a large mark it stands where the pointer came in, so that it can be reached.
  const isLarge = own.height > 64 && y !== undefined;
  const [top, bottom] = isLarge ? [y - 8, y + 8] : [own.top, own.bottom];
  const gap = 6;
  const isAbove = top - size.height - gap >= 0 || top > window.innerHeight - bottom;
  const middle = (x ?? own.left + own.width / 2) - around.left;
  const left = Math.max(0, Math.min(middle - size.width / 2, around.width - size.width));
  tip.style.left = `${left}px`;
  tip.style.top = `${(isAbove ? top - size.height - gap : bottom + gap) - around.top}px`;
}
