// One way over the marks of a chart for pointer, finger and keyboard. It is fetched when somebody first comes to a
// chart; until then, and without it, the drawing, its names and its table stand as they are.
//
// A drawing is a list of lists: the whole (`svg`), its parts (`.part`: a series, or a stretch of a long list) and its marks
// (`.mark`). Focus is on the item itself, so that a screen reader says its name, its level and its place.
import { dismiss, holds, open, place, shown } from './tip.js';

const chartOf = (node) => node?.closest?.('.chart');
const figureOf = (node) => node?.closest?.('.figure');
/** The drawing of a chart that fits and is therefore the one that is shown, with its marks: one that slept has them now. */
function awake(root) {
  const svg = [...root.querySelectorAll('.drawing:not([aria-hidden])')].find((own) => own.getClientRects().length);
  if (svg?.matches('[data-asleep]')) svg.dispatchEvent(new CustomEvent('chart-wake'));
  return svg;
}
const itemOf = (node) => node?.closest?.('.mark, .part, .drawing[role=list]');
const say = (root, words) => { root.querySelector('.chart-live').textContent = words ?? ''; };

// Whether t and ? do something; where storage is denied, the choice lasts as long as the page.
let isOn = true;
try { isOn = localStorage.getItem('chart-keys') !== 'off'; } catch { /* storage is denied */ }

const parentOf = (item) => item.parentElement.closest('.part, .drawing');
const childrenOf = (item) => [...item.querySelectorAll('.part, .mark')].filter((child) => parentOf(child) === item);
const marksIn = (item) => [...item.querySelectorAll('.mark')];
const lineOf = (mark, marks) => marks.filter(({ dataset }) => dataset.series === mark.dataset.series);

// A chart of very many marks (`.dense`, src/browser/plot) is painted; a mark is an element while somebody is at it.
const REACH = 16;
const FINGER = 24;
/** Asks such a chart for a mark: at a place, or where a key leads from an item. */
function ask(node, question) {
  const detail = { ...question };
  node.closest('.dense').dispatchEvent(new CustomEvent('chart-ask', { detail }));
  return detail.mark;
}
/** The mark under the pointer. */
function markAt(root, { target, clientX: x, clientY: y }, isTouch = false) {
  if (target.closest('.dense')) return ask(target, { x, y, within: isTouch ? FINGER : REACH });
  const isAsleep = target.closest('[data-asleep]');
  if (isAsleep) awake(root);
  return (isAsleep ? document.elementFromPoint(x, y) : target)?.closest('.mark');
}

/** The mark that reaches highest (`sign` 1) or lowest (-1); of several, the one after `here`. */
function extreme(marks, here, sign) {
  const known = marks.filter(({ dataset }) => dataset.value !== undefined);
  const most = Math.max(...known.map(({ dataset }) => sign * dataset.value));
  const same = known.filter(({ dataset }) => sign * dataset.value === most);
  return same[(same.indexOf(here) + 1) % same.length];
}

/** The mark of the series before or after that stands at the same place along the chart, or nearest to it. */
function across(mark, marks, by) {
  const series = [...new Set(marks.map(({ dataset }) => Number(dataset.series)))].sort((a, b) => a - b);
  const to = series[series.indexOf(Number(mark.dataset.series)) + by];
  const away = (other) => Math.abs(other.dataset.at - mark.dataset.at);
  return marks.filter(({ dataset }) => Number(dataset.series) === to)
    .reduce((best, other) => (best && away(best) <= away(other) ? best : other), undefined);
}

/** Where a key leads from an item of a drawing: another item, or nothing. */
function step(here, key) {
  const isMark = here.matches('.mark');
  const isInto = /^(ArrowRight|Home|End|Page)/.test(key) && !(key === 'ArrowRight' && here.matches('.drawing'));
  if (here.closest('.dense') && (isMark || isInto)) return ask(here, { from: here, key }) ?? (/^Arrow(Left|Up)$/.test(key) ? parentOf(here) : undefined);
  const marks = marksIn(isMark ? here.closest('.drawing') : here);
  const line = isMark ? lineOf(here, marks) : marks;
  const jumps = { Home: () => line[0], End: () => line.at(-1), PageUp: () => extreme(line, here, 1), PageDown: () => extreme(line, here, -1) };
  if (jumps[key]) return jumps[key]();
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
  const isUpright = key === 'ArrowUp' || key === 'ArrowDown';
  if (here.matches('.drawing')) return by > 0 ? childrenOf(here)[0] : undefined;
  if (!isMark && !isUpright) return by > 0 ? childrenOf(here)[0] : parentOf(here);
  const beside = !isMark ? childrenOf(parentOf(here)) : line;
  const isSeries = isMark && isUpright && marks.length > line.length;
  const to = isSeries ? across(here, marks, by) : beside[beside.indexOf(here) + by];
  return to ?? (by < 0 ? parentOf(here) : undefined);
}

/** Puts the focus on an item; what was folded around it unfolds. */
function enter(item) {
  const svg = item.closest('.drawing');
  for (let part = parentOf(item); part?.matches('.part'); part = parentOf(part)) {
    part.querySelector('[role=list]').removeAttribute('aria-hidden');
  }
  for (const old of [svg, ...svg.querySelectorAll('[tabindex="0"]')]) old.setAttribute('tabindex', '-1');
  item.setAttribute('tabindex', '0');
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Draws the ring around the item that has the focus, over whatever colours are there. */
function ring(root, item) {
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

/** Opens or closes what stands folded in the figure, and goes there or back. */
function fold(root, selector, inside) {
  const box = figureOf(root)?.querySelector(selector);
  if (!box) return;
  box.open = !box.open;
  if (box.open) box.querySelector(inside).focus();
  else {
    enter(awake(root).querySelector('[tabindex="0"]') ?? awake(root));
    say(root, root.dataset.folded);
  }
}

/** To the lines of the file behind a mark: to the one there is, or to the choice between several. */
function follow(root, mark) {
  open(root, mark, { how: 'focus' });
  const links = [...root.querySelectorAll('.chart-tip a')];
  const lines = links.filter(({ hash }) => hash.startsWith('#row='));
  if (!links.length) say(root, root.dataset.none);
  else if (lines.length === 1 || links.length === 1) (lines[0] ?? links[0]).click();
  else (lines[0] ?? links[0]).focus();
}

/** Out of the chart, to what comes after it. */
function leave(root) {
  const after = figureOf(root)?.querySelector('.chart-tools summary, .chart-tools button');
  if (after) after.focus();
  else document.activeElement.blur();
}

function keyInTip(event, root) {
  const links = [...root.querySelectorAll('.chart-tip a')];
  const at = links.indexOf(event.target);
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (!by || at < 0) return;
  event.preventDefault();
  links[(at + by + links.length) % links.length].focus();
}

async function listen(button) {
  const { play } = await import('./sound.js');
  const root = figureOf(button).querySelector('.chart');
  const svg = awake(root);
  const here = svg.querySelector('[tabindex="0"]')?.dataset.series;
  const marks = marksIn(svg).filter(({ dataset }) => here === undefined || dataset.series === here);
  play(button, marks, { say: (words) => say(root, words), kind: root.dataset.chart, isTime: 'time' in root.dataset });
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const { key, target } = event;
  const root = chartOf(target);
  if (root) awake(root);
  // A box over the page closes first, by itself.
  if (key === 'Escape') {
    if (document.querySelector(':popover-open')) return;
    const { root: of, mark } = shown();
    const wasIn = of && holds(target);
    if (of) { left = mark; dismiss(); }
    if (wasIn) enter(mark);
    if (!of && root && itemOf(target)) leave(root);
    if (of || root) event.preventDefault();
    return;
  }
  if (isOn && (key === 't' || key === '?')) {
    const figure = figureOf(target);
    const chart = root ?? (target.closest?.('.figure-data, .figure-how') && figure?.querySelector('.chart'));
    if (!chart || target.closest('input, select, textarea')) return;
    event.preventDefault();
    if (key === 't') fold(chart, '.figure-data', '.table-scroll');
    else fold(chart, '.figure-how', 'summary');
    return;
  }
  const item = root && itemOf(target);
  if (root && holds(target)) keyInTip(event, root);
  if (!item) return;
  // Who touched a mark goes on from there.
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

function onFocus({ target }) {
  const root = chartOf(target);
  const item = root && itemOf(target);
  if (!item || !target.matches(':focus-visible')) return;
  awake(root);
  ring(root, item);
  watch(root);
  if (item.matches('.mark, .dense .part')) open(root, item, { how: 'focus' });
  else dismiss();
}

function onBlur({ target, relatedTarget }) {
  const root = chartOf(target);
  if (!root) return;
  if (itemOf(target)) ring(root);
  if (relatedTarget && chartOf(relatedTarget) !== root && !relatedTarget.closest('[popover]')) dismiss();
}

// Where the pointer went down: a finger that has moved since was scrolling.
let down = {};
// The mark whose box was sent away: it stays away until the pointer has been elsewhere.
let left;

function onPointer(event) {
  if (event.pointerType === 'touch') return;
  const root = chartOf(event.target);
  const mark = root && markAt(root, event);
  const at = shown();
  if (at.how === 'pin' || (root && holds(event.target))) { at.keep?.(); return; }
  if (mark && mark === left) return;
  left = undefined;
  if (mark) {
    watch(root);
    if (at.mark !== mark || at.how !== 'hover') open(root, mark, { how: 'hover', x: event.clientX, y: event.clientY });
    else at.keep();
  } else if (at.how === 'hover') at.fade(() => {
    const focused = document.activeElement;
    if (focused?.matches('.chart .mark:focus-visible')) open(chartOf(focused), focused, { how: 'focus' });
  });
}

/** Between the marks of a painted chart no element is entered or left. */
function onMove(event) {
  if (event.target.closest?.('.dense')) onPointer(event);
}

function onClick(event) {
  const button = event.target.closest?.('.chart-listen, .chart-keys');
  if (button?.matches('.chart-listen')) { listen(button); return; }
  if (button) { switchKeys(button); return; }
  const root = chartOf(event.target);
  if (root && event.target.closest('.chart-close')) {
    dismiss();
    // What lay under the box has not been pointed at.
    left = document.elementFromPoint(event.clientX, event.clientY)?.closest('.mark');
    return;
  }
  const { type, x, y } = down;
  down = {};
  if (type === 'touch' && Math.hypot(event.clientX - x, event.clientY - y) > 10) return;
  const mark = root && markAt(root, event, type === 'touch');
  const at = shown();
  if (mark && at.mark === mark && at.how === 'pin') dismiss();
  else if (mark) { watch(root); open(root, mark, { how: 'pin', isTouch: type === 'touch', x: event.clientX, y: event.clientY }); }
  else if (at.root && !holds(event.target) && !event.target.closest('[popover]')) dismiss();
}

function switchKeys(button) {
  isOn = !isOn;
  try { localStorage.setItem('chart-keys', isOn ? 'on' : 'off'); } catch { /* storage is denied */ }
  showKeys();
  const root = figureOf(button).querySelector('.chart');
  say(root, isOn ? button.dataset.on : button.dataset.off);
}

const showKeys = () => document.querySelectorAll('.chart-keys').forEach((button) => button.setAttribute('aria-pressed', String(isOn)));

/** What was said of a drawing that is replaced is taken away with it. */
const watched = new WeakSet();
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
  const twin = (item) => (svg.contains(item) ? item : svg.querySelector(`.mark[data-row="${item.dataset.row}"]`) ?? svg);
  const isFocused = itemOf(focused) && chartOf(focused) === of;
  if (isFocused) { if (svg.contains(focused)) ring(of, focused); else enter(twin(focused)); }
  if (mark && how !== 'hover' && twin(mark).matches('.mark')) { if (twin(mark) === mark) place(); else open(of, twin(mark), { how }); } else if (mark) dismiss();
}

const onDown = ({ pointerType: type, clientX: x, clientY: y }) => { down = { type, x, y }; };

/** Listens to the whole page from now on; `events` are those that brought somebody here. */
export function begin(events) {
  const acts = { focusin: onFocus, focusout: onBlur, pointerover: onPointer, pointermove: onMove, pointerdown: onDown, click: onClick, keydown: onKey };
  Object.entries(acts).forEach(([act, does]) => addEventListener(act, does));
  addEventListener('resize', onResize);
  showKeys();
  events.forEach((event) => acts[event.type](event));
}
