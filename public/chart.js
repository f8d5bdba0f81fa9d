// One way over the marks of a chart for pointer, finger and keyboard. It is fetched at the first event in a chart; until
// then, and without it, the drawing, its names and its table are as they were made.
//
// A drawing is a list of lists: the whole (`svg`), its parts (`.part`: a series, or a stretch of a long list) and its marks
// (`.mark`). Focus is on the item itself, so that a screen reader says its name, its level and its place.
import { dismiss, fade, holds, keep, open, place, shown } from './tip.js';

/** @param {EventTarget} node @returns {HTMLElement} */
const chartOf = (node) => node?.closest?.('.chart');
/** @param {EventTarget} node @returns {HTMLElement} */
const figureOf = (node) => node?.closest?.('.figure');
/** The drawing of a chart that fits and is therefore the one that is shown, with its marks: one that slept has them now.
 *  @param {HTMLElement} root */
function awake(root) {
  const svg = [...root.querySelectorAll('.drawing:not([aria-hidden])')].find((own) => own.getClientRects().length);
  if (svg?.matches('[data-asleep]')) svg.dispatchEvent(new CustomEvent('chart-wake'));
  return svg;
}
/** @param {EventTarget} node */
const itemOf = (node) => node?.closest?.('.mark, .part, .drawing[role]');
/** @param {HTMLElement} root @param {string} [words] */
const say = (root, words) => { root.querySelector('.chart-live').textContent = words ?? ''; };

// Whether t and ? do something; where storage is denied, the choice lasts as long as the page.
let isOn = true;
try { isOn = localStorage.getItem('chart-keys') !== 'off'; } catch { /* storage is denied */ }

/** @param {Element} item */
const parentOf = (item) => item.parentElement.closest('.part, .drawing');
/** @param {Element} item */
const childrenOf = (item) => [...item.querySelectorAll('.part, .mark')].filter((child) => parentOf(child) === item);
/** @param {Element} item */
const marksIn = (item) => [...item.querySelectorAll('.mark')];
/** Along a line: which key leads how far.
 *  @type {Record<string, number>} */
const BY = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

// A chart of very many marks (`.dense`, src/browser/plot) is painted; a mark is an element while it is pointed at or
// focused. How far from the pointer such a mark may be, in pixels.
const REACH = 16;
const FINGER = 24;
/** Asks such a chart for a mark: at a place, or where a key leads from an item.
 *  @param {Element} node
 *  @param {{ x: number, y: number, within: number } | { from: Element, key: string }} question */
function ask(node, question) {
  const detail = /** @type {{ mark?: Element }} */ ({ ...question });
  node.closest('.dense').dispatchEvent(new CustomEvent('chart-ask', { detail }));
  return detail.mark;
}
/** The mark under the pointer.
 *  @param {HTMLElement} root @param {MouseEvent} event */
function markAt(root, { target, clientX: x, clientY: y }, isTouch = false) {
  const node = /** @type {Element} */ (target);
  if (node.closest('.dense')) return ask(node, { x, y, within: isTouch ? FINGER : REACH });
  const isAsleep = node.closest('[data-asleep]');
  if (isAsleep) awake(root);
  return (isAsleep ? document.elementFromPoint(x, y) : node)?.closest('.mark');
}

/** The mark that reaches highest (`sign` 1) or lowest (-1); of several, the one after `here`.
 *  @param {Element[]} marks @param {Element} here @param {number} sign */
function extreme(marks, here, sign) {
  const known = marks.filter(({ dataset }) => dataset.value !== undefined);
  const most = Math.max(...known.map(({ dataset }) => sign * Number(dataset.value)));
  const same = known.filter(({ dataset }) => sign * Number(dataset.value) === most);
  return same[(same.indexOf(here) + 1) % same.length];
}

/** The mark of the series before or after that is at the same place along the chart, or nearest to it.
 *  @param {Element} mark @param {Element[]} marks @param {number} by */
function across(mark, marks, by) {
  const series = [...new Set(marks.map(({ dataset }) => Number(dataset.series)))].sort((a, b) => a - b);
  const to = series[series.indexOf(Number(mark.dataset.series)) + by];
  const away = (/** @type {Element} */ other) => Math.abs(Number(other.dataset.at) - Number(mark.dataset.at));
  return marks.filter(({ dataset }) => Number(dataset.series) === to)
    .reduce((best, other) => (best && away(best) <= away(other) ? best : other), undefined);
}

/** Where a key leads from an item of a drawing: another item, or nothing.
 *  @param {Element} here @param {string} key
 *  @returns {Element | undefined} */
function step(here, key) {
  const [isMark, isDrawing] = [here.matches('.mark'), here.matches('.drawing')];
  const isInto = /^(ArrowRight|Home|End|Page)/.test(key) && !(key === 'ArrowRight' && isDrawing);
  if (here.closest('.dense') && (isMark || isInto)) {
    return ask(here, { from: here, key }) ?? (/^Arrow(Left|Up)$/.test(key) ? parentOf(here) : undefined);
  }
  const marks = marksIn(isMark ? here.closest('.drawing') : here);
  const line = isMark ? marks.filter(({ dataset }) => dataset.series === here.dataset.series) : marks;
  if (key === 'Home' || key === 'End') return line.at(key === 'Home' ? 0 : -1);
  if (key === 'PageUp' || key === 'PageDown') return extreme(line, here, key === 'PageUp' ? 1 : -1);
  const by = BY[key];
  const isUpright = key === 'ArrowUp' || key === 'ArrowDown';
  if (isDrawing) return by > 0 ? childrenOf(here)[0] : undefined;
  if (!isMark && !isUpright) return by > 0 ? childrenOf(here)[0] : parentOf(here);
  const beside = isMark ? line : childrenOf(parentOf(here));
  const isSeries = isMark && isUpright && marks.length > line.length;
  const to = isSeries ? across(here, marks, by) : beside[beside.indexOf(here) + by];
  return to ?? (by < 0 ? parentOf(here) : undefined);
}

/** Puts the focus on an item; what was folded around it unfolds.
 *  @param {Element} item */
function enter(item) {
  const svg = item.closest('.drawing');
  for (let part = parentOf(item); part?.matches('.part'); part = parentOf(part)) {
    part.querySelector(':scope > g')?.removeAttribute('aria-hidden');
  }
  for (const old of [svg, ...svg.querySelectorAll('[tabindex="0"]')]) old.setAttribute('tabindex', '-1');
  item.setAttribute('tabindex', '0');
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Draws the ring around the item that has the focus, over whatever colours are there.
 *  @param {HTMLElement} root @param {Element} [item] */
function ring(root, item) {
  /** @type {HTMLElement} */
  const mark = root.querySelector('.chart-ring');
  mark.hidden = !item;
  if (!item) return;
  const own = item.getBoundingClientRect();
  const around = root.getBoundingClientRect();
  const space = 2;
  Object.assign(mark.style, {
    left: `${own.left - around.left - space}px`, top: `${own.top - around.top - space}px`,
    width: `${own.width + 2 * space}px`, height: `${own.height + 2 * space}px`,
  });
}

/** Opens or closes a folded part of the figure, and goes there or back.
 *  @param {HTMLElement} root @param {string} selector @param {string} inside */
function fold(root, selector, inside) {
  /** @type {HTMLDetailsElement} */
  const box = figureOf(root)?.querySelector(selector);
  if (!box) return;
  box.open = !box.open;
  if (box.open) box.querySelector(inside).focus();
  else {
    enter(awake(root).querySelector('[tabindex="0"]') ?? awake(root));
    say(root, root.dataset.folded);
  }
}

/** The links in the box of a chart.
 *  @param {HTMLElement} root @returns {HTMLAnchorElement[]} */
const linksOf = (root) => [.../** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('.chart-tip a'))];

/** To the lines of the file behind a mark: to the one there is, or to the choice between several.
 *  @param {HTMLElement} root @param {Element} mark */
function follow(root, mark) {
  open(root, mark, { how: 'focus' });
  const links = linksOf(root);
  const lines = links.filter(({ hash }) => hash.startsWith('#row='));
  const first = lines[0] ?? links[0];
  if (!first) say(root, root.dataset.none);
  else if (lines.length === 1 || links.length === 1) first.click();
  else first.focus();
}

/** Out of the chart, to what comes after it.
 *  @param {HTMLElement} root */
function leave(root) {
  const after = figureOf(root)?.querySelector('.chart-tools summary, .chart-tools button');
  if (after) after.focus();
  else document.activeElement.blur();
}

/** @param {KeyboardEvent} event @param {HTMLElement} root */
function keyInTip(event, root) {
  const links = linksOf(root);
  const at = links.findIndex((link) => link === event.target);
  const by = BY[event.key];
  if (!by || at < 0) return;
  event.preventDefault();
  links[(at + by + links.length) % links.length].focus();
}

/** @param {Element} button */
async function listen(button) {
  const { play } = await import('./sound.js');
  /** @type {HTMLElement} */
  const root = figureOf(button).querySelector('.chart');
  const svg = awake(root);
  const here = svg.querySelector('[tabindex="0"]')?.dataset.series;
  const marks = marksIn(svg).filter(({ dataset }) => here === undefined || dataset.series === here);
  play(button, marks, { say: (words) => say(root, words), kind: root.dataset.chart, isTime: 'time' in root.dataset });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const { key } = event;
  const target = /** @type {HTMLElement} */ (event.target);
  const root = chartOf(target);
  if (root) awake(root);
  // A box over the page closes first, by itself.
  if (key === 'Escape') {
    if (document.querySelector(':popover-open')) return;
    const { root: of, mark } = shown();
    const wasIn = of && holds(target);
    if (of) { left = { mark }; dismiss(); }
    if (wasIn) enter(mark);
    if (!of && root && itemOf(target)) leave(root);
    if (of || root) event.preventDefault();
    return;
  }
  if (isOn && (key === 't' || key === '?')) {
    /** @type {HTMLElement} */
    const chart = root ?? (target.closest?.('.figure-data, .figure-how') && figureOf(target)?.querySelector('.chart'));
    if (!chart || target.closest('input, select, textarea')) return;
    event.preventDefault();
    if (key === 't') fold(chart, '.figure-data', '.table-scroll');
    else fold(chart, '.figure-how', 'summary');
    return;
  }
  const item = root && itemOf(target);
  if (root && holds(target)) keyInTip(event, root);
  if (!item) return;
  // From a mark that was touched the keys go on.
  const at = shown();
  const here = item.matches('.drawing') && at.root === root && at.how === 'pin' ? at.mark : item;
  if (key === 'Enter' || key === ' ') {
    event.preventDefault();
    const inside = !here.matches('.mark') && step(here, 'ArrowRight');
    if (here.matches('.mark')) follow(root, here);
    else if (inside) enter(inside);
    return;
  }
  if (!/^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/.test(key)) return;
  const to = step(here, key);
  if (to || here.matches('.mark')) event.preventDefault();
  if (to) enter(to);
}

/** @param {FocusEvent} event */
function onFocus({ target }) {
  const root = chartOf(target);
  const item = root && itemOf(target);
  if (!item || !(/** @type {Element} */ (target).matches(':focus-visible'))) return;
  awake(root);
  ring(root, item);
  watch(root);
  if (item.matches('.mark, .dense .part')) open(root, item, { how: 'focus' });
  else dismiss();
}

/** @param {FocusEvent} event */
function onBlur({ target, relatedTarget }) {
  const root = chartOf(target);
  if (!root) return;
  if (itemOf(target)) ring(root);
  if (relatedTarget && chartOf(relatedTarget) !== root && !relatedTarget.closest('[popover]')) dismiss();
}

/** Where the pointer went down: a finger that has moved since was scrolling.
 *  @type {{ type?: string, x?: number, y?: number }} */
let down = {};
/** Where a box was sent away, and the mark that lay under it: no box comes up until the pointer has been elsewhere. A
 *  click has whole pixels and other events have not, so that at a border they find two marks.
 *  @type {{ mark?: Element, x?: number, y?: number }} */
let left = {};

/** @param {PointerEvent} event */
function onPointer(event) {
  if (event.pointerType === 'touch') return;
  const root = chartOf(event.target);
  const mark = root && markAt(root, event);
  const at = shown();
  if (at.how === 'pin' || (root && holds(/** @type {Node} */ (event.target)))) { keep(); return; }
  if (mark && (mark === left.mark || Math.hypot(event.x - left.x, event.y - left.y) < 2)) return;
  left = {};
  if (mark) {
    watch(root);
    if (at.mark !== mark || at.how !== 'hover') open(root, mark, { how: 'hover', x: event.x, y: event.y });
    else keep();
  } else if (at.how === 'hover') fade(() => {
    const focused = document.activeElement;
    if (focused?.matches('.chart .mark:focus-visible')) open(chartOf(focused), focused, { how: 'focus' });
  });
}

/** Between the marks of a painted chart no element is entered or left.
 *  @param {PointerEvent} event */
function onMove(event) {
  if (event.target.closest?.('.dense')) onPointer(event);
}

/** @param {PointerEvent} event */
function onClick(event) {
  const target = /** @type {Element} */ (event.target);
  const button = target.closest?.('.chart-listen, .chart-keys');
  if (button?.matches('.chart-listen')) { listen(button); return; }
  if (button) { switchKeys(button); return; }
  const root = chartOf(target);
  if (root && target.closest('.chart-close')) {
    dismiss();
    // What lay under the box has not been pointed at.
    left = { mark: document.elementFromPoint(event.x, event.y)?.closest('.mark'), x: event.x, y: event.y };
    return;
  }
  const isTouch = down.type === 'touch';
  const { x, y } = down;
  down = {};
  if (isTouch && Math.hypot(event.clientX - x, event.clientY - y) > 10) return;
  const mark = root && markAt(root, event, isTouch);
  const at = shown();
  if (mark && at.mark === mark && at.how === 'pin') dismiss();
  else if (mark) { watch(root); open(root, mark, { how: 'pin', isTouch, x: event.x, y: event.y }); }
  else if (at.root && !holds(target) && !target.closest('[popover]')) dismiss();
}

/** @param {Element} button */
function switchKeys(button) {
  isOn = !isOn;
  try { localStorage.setItem('chart-keys', isOn ? 'on' : 'off'); } catch { /* storage is denied */ }
  showKeys();
  say(figureOf(button).querySelector('.chart'), isOn ? button.dataset.on : button.dataset.off);
}

const showKeys = () => document.querySelectorAll('.chart-keys')
  .forEach((button) => button.setAttribute('aria-pressed', String(isOn)));

/** The box of a drawing that is replaced is taken away with it.
 *  @type {WeakSet<Element>} */
const watched = new WeakSet();
/** @param {HTMLElement} root */
function watch(root) {
  if (watched.has(root)) return;
  watched.add(root);
  new MutationObserver(() => {
    const { root: of, mark } = shown();
    if (of === root && !mark.isConnected) { dismiss(); ring(root); }
  }).observe(root, { childList: true, subtree: true });
}

/** After a change of width the other drawing may be shown: the same mark there takes over. */
function onResize() {
  const focused = document.activeElement;
  const { root, mark, how } = shown();
  const of = root ?? chartOf(focused);
  if (!of) return;
  const svg = awake(of);
  const twin = (/** @type {Element} */ item) => (svg.contains(item) ? item
    : svg.querySelector(`.mark[data-row="${item.dataset.row}"]`) ?? svg);
  if (itemOf(focused) && chartOf(focused) === of) {
    if (svg.contains(focused)) ring(of, focused);
    else enter(twin(focused));
  }
  if (!mark) return;
  const other = twin(mark);
  if (how === 'hover' || !other.matches('.mark')) dismiss();
  else if (other === mark) place();
  else open(of, other, { how });
}

/** @param {PointerEvent} event */
const onDown = ({ pointerType: type, clientX: x, clientY: y }) => { down = { type, x, y }; };

/** Listens to the whole page from now on; `events` are those that came first.
 *  @param {Event[]} events */
export function begin(events) {
  /** @type {Record<string, (event: any) => void>} */
  const acts = {
    focusin: onFocus, focusout: onBlur, pointerover: onPointer, pointermove: onMove, pointerdown: onDown, click: onClick, keydown: onKey,
  };
  Object.entries(acts).forEach(([act, does]) => addEventListener(act, does));
  addEventListener('resize', onResize);
  showKeys();
  events.forEach((event) => acts[event.type](event));
}
