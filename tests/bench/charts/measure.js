// In the page: every task a few times for warmth, then the median of several runs, ours and the others' in turn, so that
// whatever else the machine does falls on all alike.
import '/svg.js';
import init, { Chart, Linked } from '/ours/charts.js';
import * as plain from '/baseline.js';

const WIDTH = 736;
/** As in ours: with a small number all points would stand on a few lines. */
const SPREAD = 389;
const RUNS = 15;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const place = document.querySelector('#place');
const value = (at) => Math.round(plain.value(at));

/** Milliseconds until what `make` gives stands in the page, laid out, and every canvas of it has its colours. */
async function once(make) {
  place.replaceChildren();
  place.getBoundingClientRect();
  const began = performance.now();
  const made = make();
  if (made) place.append(...[made].flat());
  // uPlot draws in a microtask; ours when it has a size, which this event lets it look at before the next frame.
  await null;
  dispatchEvent(new Event('resize'));
  place.getBoundingClientRect();
  for (const canvas of place.querySelectorAll('canvas')) if (canvas.width) canvas.getContext('2d').getImageData(0, 0, 1, 1);
  const time = performance.now() - began;
  if (!place.querySelector('path, rect, circle, canvas')) throw new Error('nothing was drawn');
  return time;
}

async function compare(makers, runs = RUNS) {
  const times = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
  for (let run = -3; run < runs; run += 1) {
    for (const [name, make] of Object.entries(makers)) {
      const time = await once(make);
      if (run >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** The median of what a part of the work takes by itself. */
function alone(does, runs = 7) {
  const times = [];
  for (let run = -1; run < runs; run += 1) {
    const began = performance.now();
    does();
    if (run >= 0) times.push(performance.now() - began);
  }
  return median(times);
}

/** Libraries that could be had; without one, its column is missing. */
const others = { uPlot: typeof uPlot !== 'undefined', Plot: typeof Plot !== 'undefined' };
const chosen = (makers) => Object.fromEntries(Object.entries(makers).filter(([name]) => others[name] !== false));

const names = (count) => Array.from({ length: count }, (_, at) => `Grantee ${at}`);

function uplotLines(series) {
  const xs = series[0].map((_, at) => at);
  const options = { width: WIDTH, height: 420, scales: { x: { time: false } },
    series: [{}, ...series.map((_, at) => ({ label: `Grantee ${at}`, stroke: `hsl(${at * 11} 60% 40%)` }))] };
  new uPlot(options, [xs, ...series], place);
}

function uplotBars(values) {
  const options = { width: WIDTH, height: 420, scales: { x: { time: false } },
    series: [{}, { label: 'People', fill: '#005ea2', paths: uPlot.paths.bars({ size: [0.8] }) }] };
  new uPlot(options, [values.map((_, at) => at), values], place);
}

function uplotPoints(xs, ys, size) {
  const order = Array.from(xs, (_, at) => at).sort((a, b) => xs[a] - xs[b]);
  const data = [order.map((at) => xs[at]), order.map((at) => ys[at])];
  return () => {
    const options = { width: WIDTH, height: 420, scales: { x: { time: false } },
      series: [{}, { label: 'People', stroke: '#005ea2', paths: () => null, points: { show: true, size, fill: '#005ea2' } }] };
    new uPlot(options, data, place);
  };
}

/** Finding the point under the pointer and saying what it is: ours makes the element that is focused and the line of the table. */
async function hover(count, xs, ys) {
  const chart = Chart.points(count);
  const whole = chart.draw(WIDTH);
  place.replaceChildren(whole);
  dispatchEvent(new Event('resize'));
  const area = whole.getBoundingClientRect();
  const find = plain.index(xs, ys, WIDTH);
  const told = document.querySelector('#told');
  const times = { baseline: [], ours: [] };
  let found = 0;
  for (let step = 0; step < 240; step += 1) {
    const [x, y] = [((step * 131) % 640) + 60, ((step * 71) % 340) + 40];
    let began = performance.now();
    const detail = { x: area.left + x, y: area.top + y, within: 16 };
    whole.dispatchEvent(new CustomEvent('chart-ask', { detail }));
    times.ours.push(performance.now() - began);
    found += Boolean(detail.mark);
    began = performance.now();
    const at = find(x, y);
    told.textContent = at < 0 ? '' : `Point ${at}: ${xs[at].toFixed(1)}, ${ys[at].toFixed(1)}`;
    times.baseline.push(performance.now() - began);
  }
  if (found < 200) throw new Error(`${found} of 240 times a point was found`);
  chart.free();
  return { baseline: median(times.baseline.slice(40)), ours: median(times.ours.slice(40)) };
}

async function linked(rows) {
  const own = plain.table(rows);
  const bytes = plain.csv(own);
  const loading = performance.now();
  const ours = await Linked.read(bytes);
  const load = performance.now() - loading;
  if (ours.rows() !== rows) throw new Error(`${ours.rows()} of ${rows} rows were read`);
  // The same answers, or nothing was measured.
  for (const program of [-1, 1, 4]) {
    const wanted = plain.sums(own, program).map((list) => list.reduce((a, b) => a + b, 0)).reduce((a, b) => a + b, 0);
    const found = ours.sums(program < 0 ? '' : `program-${program}`).reduce((a, b) => a + b, 0);
    if (found !== wanted) throw new Error(`the sums are ${found}, not ${wanted}`);
  }
  let turn = 0;
  const next = () => { turn += 1; return turn % 6; };
  const compute = { ours: [], baseline: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const program = next();
    let began = performance.now();
    ours.sums(`program-${program}`);
    compute.ours.push(performance.now() - began);
    began = performance.now();
    plain.sums(own, program);
    compute.baseline.push(performance.now() - began);
  }
  const drawn = await compare({
    ours: () => ours.click(`program-${next()}`, 344),
    baseline: () => plain.sums(own, next()).map((list) => plain.bars([...list], names(list.length), 344)),
  });
  ours.free();
  return { load, compute: { ours: median(compute.ours), baseline: median(compute.baseline) }, drawn };
}

export async function measure(most) {
  await init();
  // The typeface of the site is there, as when somebody asks the next question; the baseline sets its texts in it, too.
  for (const weight of [400, 600, 700]) if (!(await document.fonts.load(`${weight} 14px "Public Sans"`)).length) throw new Error('the typeface is not there');
  const out = {};
  const bars = Array.from({ length: 32 }, (_, at) => value(at));
  const ourBars = Chart.bars(32);
  out['32 bars'] = await compare(chosen({
    baseline: () => plain.bars(bars, names(32), WIDTH),
    ours: () => ourBars.draw(WIDTH),
    uPlot: () => uplotBars(bars),
    Plot: () => Plot.plot({ width: WIDTH, marginLeft: 100, marks: [
      Plot.barX(bars, { x: (own) => own, y: (_, at) => `Grantee ${at}` }),
      Plot.text(bars, { x: (own) => own, y: (_, at) => `Grantee ${at}`, text: (own) => own, dx: 16 })] }),
  }));
  out['32 bars, laid out alone'] = { ours: alone(() => ourBars.lay_out(WIDTH), 30) };
  const series = Array.from({ length: 32 }, (_, line) => Array.from({ length: 16 }, (__, at) => value(line * 16 + at)));
  const flat = series.flatMap((list, line) => list.map((own, at) => ({ line: `Grantee ${line}`, at, own })));
  const ourLines = Chart.lines(32, 16);
  out['32 lines of 16'] = await compare(chosen({
    baseline: () => plain.lines(series, names(32), WIDTH),
    ours: () => ourLines.draw(WIDTH),
    uPlot: () => uplotLines(series),
    Plot: () => Plot.plot({ width: WIDTH, marks: [Plot.lineY(flat, { x: 'at', y: 'own', stroke: 'line' })] }),
  }));
  out['32 lines of 16, laid out alone'] = { ours: alone(() => ourLines.lay_out(WIDTH), 30) };
  for (const count of [10_000, 100_000]) {
    const xs = Float64Array.from({ length: count }, (_, at) => plain.value(at));
    const ys = Float64Array.from({ length: count }, (_, at) => plain.value(at * SPREAD + 1));
    // As large as our own of so many are.
    const radius = count > 20_000 ? 1.2 : 2;
    const chart = Chart.points(count);
    const makers = {
      baseline: () => plain.points(xs, ys, WIDTH, radius),
      ours: () => chart.draw(WIDTH),
    };
    if (others.uPlot) makers.uPlot = uplotPoints(xs, ys, 2 * radius);
    // A node for each point: of 100,000 it takes many seconds.
    if (others.Plot && count <= 10_000) makers.Plot = () => Plot.plot({ width: WIDTH, marks: [Plot.dot(xs, { x: xs, y: ys, fill: '#005ea2', r: radius })] });
    const name = `${count.toLocaleString('en')} points`;
    out[name] = await compare(makers, count > 10_000 ? 7 : RUNS);
    out[`${name}, laid out alone`] = { ours: alone(() => chart.lay_out(WIDTH)) };
    // A hover that finds too little is no measure: it is told, and the rest goes on.
    try { out[`${name}, hover`] = await hover(count, xs, ys); } catch (reason) { console.warn(`${name}, hover: ${reason.message}`); }
    chart.free();
  }
  place.replaceChildren();
  for (const rows of [2_000, 100_000, 1_000_000].filter((rows) => rows <= most)) {
    const { load, compute, drawn } = await linked(rows);
    const name = `four linked views of ${rows.toLocaleString('en')} rows`;
    out[`${name}, computed`] = compute;
    out[`${name}, drawn`] = drawn;
    out[`${name}: loaded and checked`] = { ours: load };
  }
  return out;
}
