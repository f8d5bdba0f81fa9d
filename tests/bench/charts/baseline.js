// The plainest drawing by hand that shows the same numbers: one string of shapes or a canvas, no names, no keyboard.
export const value = (at) => ((at * 7919 + 104729) % 9973) / 9.973;
const SVG = 'http://www.w3.org/2000/svg';

function made(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  if (text !== undefined) node.textContent = text;
  return node;
}

export function bars(values, names, width) {
  const most = Math.max(...values);
  const svg = made('svg', { width, height: values.length * 24, viewBox: `0 0 ${width} ${values.length * 24}` });
  values.forEach((own, at) => {
    const long = (own / most) * (width - 200);
    svg.append(
      made('text', { x: 112, y: at * 24 + 16, 'text-anchor': 'end', 'font-size': 14 }, names[at]),
      made('rect', { x: 120, y: at * 24 + 2, width: long, height: 20, fill: '#005ea2' }),
      made('text', { x: 126 + long, y: at * 24 + 16, 'font-size': 14 }, String(Math.round(own))),
    );
  });
  return svg;
}

export function lines(series, names, width) {
  const [high, right] = [400, width - 100];
  const most = Math.max(...series.flat());
  const svg = made('svg', { width, height: high + 20, viewBox: `0 0 ${width} ${high + 20}` });
  for (let at = 0; at <= 4; at += 1) {
    const y = high - (at / 4) * high;
    svg.append(made('path', { d: `M40 ${y}H${right}`, stroke: '#dfe1e2' }), made('text', { x: 0, y, 'font-size': 12 }, String(Math.round((most * at) / 4))));
  }
  series.forEach((values, which) => {
    const step = (right - 40) / (values.length - 1);
    const d = values.map((own, at) => `${at ? 'L' : 'M'}${(40 + at * step).toFixed(1)} ${(high - (own / most) * high).toFixed(1)}`).join('');
    svg.append(
      made('path', { d, fill: 'none', stroke: `hsl(${which * 11} 60% 40%)`, 'stroke-width': 2 }),
      made('text', { x: right + 4, y: high - (values.at(-1) / most) * high, 'font-size': 12 }, names[which]),
    );
  });
  return svg;
}

export function points(xs, ys, width, radius) {
  const high = 400;
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = high * devicePixelRatio;
  const context = canvas.getContext('2d');
  context.scale(devicePixelRatio, devicePixelRatio);
  context.fillStyle = '#005ea2';
  for (let at = 0; at < xs.length; at += 1) {
    context.beginPath();
    context.arc((xs[at] / 1000) * width, high - (ys[at] / 1000) * high, radius, 0, 6.2832);
    context.fill();
  }
  return canvas;
}

/** Sixteen-pixel cells; the nearest point within reach. */
export function index(xs, ys, width) {
  const columns = Math.ceil(width / 16) + 1;
  const cells = new Map();
  for (let at = 0; at < xs.length; at += 1) {
    const cell = Math.floor(((xs[at] / 1000) * width) / 16) + columns * Math.floor((400 - (ys[at] / 1000) * 400) / 16);
    if (cells.has(cell)) cells.get(cell).push(at);
    else cells.set(cell, [at]);
  }
  return (x, y) => {
    let [best, found] = [256, -1];
    for (let down = -1; down <= 1; down += 1) {
      for (let across = -1; across <= 1; across += 1) {
        for (const at of cells.get(Math.floor(x / 16) + across + columns * (Math.floor(y / 16) + down)) ?? []) {
          const [dx, dy] = [(xs[at] / 1000) * width - x, 400 - (ys[at] / 1000) * 400 - y];
          if (dx * dx + dy * dy < best) [best, found] = [dx * dx + dy * dy, at];
        }
      }
    }
    return found;
  };
}

/** Rows of grantee, industry, state, quarter and program as small codes, with two measures. */
export function table(rows) {
  const sizes = { grantee: 32, industry: 15, state: 52, quarter: 16, program: 6 };
  const columns = Object.fromEntries(Object.keys(sizes).map((name) => [name, new Uint8Array(rows)]));
  const enrolled = new Float64Array(rows);
  const placed = new Float64Array(rows);
  let seed = 7;
  const below = (bound) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 4294967296) * bound); };
  for (let row = 0; row < rows; row += 1) {
    for (const name in sizes) columns[name][row] = below(sizes[name]);
    enrolled[row] = below(400);
    placed[row] = Math.floor(enrolled[row] / 3);
  }
  return { sizes, columns, enrolled, placed, rows };
}

export function csv({ columns, enrolled, placed, rows }) {
  const parts = ['grantee,industry,state,quarter,program,enrolled,placed'];
  for (let row = 0; row < rows; row += 1) {
    const quarter = columns.quarter[row];
    parts.push(`grantee-${columns.grantee[row]},industry-${columns.industry[row]},S${columns.state[row]},${2022 + (quarter >> 2)}-Q${(quarter & 3) + 1},program-${columns.program[row]},${enrolled[row]},${placed[row]}`);
  }
  return new TextEncoder().encode(`${parts.join('\n')}\n`);
}

/** Four sums under one filter, in one pass. */
export function sums({ sizes, columns, enrolled, placed, rows }, program) {
  const { industry, state, quarter, grantee, program: programs } = columns;
  const [a, b, c, d] = [sizes.industry, sizes.state, sizes.quarter, sizes.grantee].map((size) => new Float64Array(size));
  for (let row = 0; row < rows; row += 1) {
    if (program >= 0 && programs[row] !== program) continue;
    a[industry[row]] += enrolled[row];
    b[state[row]] += placed[row];
    c[quarter[row]] += enrolled[row];
    d[grantee[row]] += placed[row];
  }
  return [a, b, c, d];
}
