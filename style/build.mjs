// Takes from npm packages what the site ships or is made with, and nothing else:
//   build/tokens.css                     USWDS tokens as custom properties, and the typeface's @font-face rules
//   build/fonts/public-sans-*.woff2      Public Sans, cut to the characters that English and Spanish need
//   build/faces/PublicSans-*.ttf         the whole typeface, for pictures that the publisher's desk draws; not shipped
//   build/geo/states-10m.json            outlines of the states and territories
//   build/metrics/public-sans-*.json     advance widths, for laying out text without a browser
//   src/scene/advances.rs                the same as a Rust table; committed, so that a plain `cargo test` has it
//
//   node style/build.mjs           builds what is out of date in build/
//   node style/build.mjs --check   fails when src/scene/advances.rs is not what the typeface says
//   node style/build.mjs --bless   writes src/scene/advances.rs
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALS, kind, wider, width } from './standin.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (path) => join(ROOT, path);
const TABLE = 'src/scene/advances.rs';
const FONTS = 'node_modules/@uswds/uswds/dist/fonts/public-sans';

const FACES = [
  { weight: 400, file: 'PublicSans-Regular', rust: 'REGULAR' },
  { weight: 600, file: 'PublicSans-SemiBold', rust: 'SEMIBOLD' },
  { weight: 700, file: 'PublicSans-Bold', rust: 'BOLD' },
];

// Basic Latin, Latin-1 (with all of Spanish), the Hawaiian okina, quotation marks, dashes, signs.
// The typeface has no arrows, check marks, primes or narrow spaces: draw them, or do without.
const WANTED = [
  ...range(0x20, 0x7e), ...range(0xa0, 0xff),
  ...'ʻ‘’‚“”„–—…•−≤≥≈≠⅓⅔€™',
].map((c) => (typeof c === 'number' ? String.fromCodePoint(c) : c));

// Kerning, marks and ligatures as usual; digits of one width (tnum) for columns of figures.
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum', 'frac'];

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

// Weight → file, named by what it holds: browsers may keep it for ever.
const fontNames = new Map();
const mode = process.argv[2] ?? '--build';
const stamp = inputsStamp();
const fresh = existsSync(at('build/stamp')) && readFileSync(at('build/stamp'), 'utf8') === stamp;
if (!fresh) await build();
if (mode === '--check' || mode === '--bless') tableOf(mode);

function inputsStamp() {
  const hash = createHash('sha256');
  for (const input of ['style/build.mjs', 'style/standin.mjs', 'style/tokens.scss', 'package-lock.json']) hash.update(readFileSync(at(input)));
  return hash.digest('hex');
}

async function build() {
  const began = Date.now();
  rmSync(at('build/fonts'), { recursive: true, force: true });
  for (const folder of ['build/faces', 'build/fonts', 'build/geo', 'build/metrics']) mkdirSync(at(folder), { recursive: true });
  const notes = [...(await fonts()), await tokens()];
  for (const { file } of FACES) copyFileSync(at(`${FONTS}/${file}.ttf`), at(`build/faces/${file}.ttf`));
  copyFileSync(at('node_modules/us-atlas/states-10m.json'), at('build/geo/states-10m.json'));
  writeFileSync(at('build/stamp'), stamp);
  console.log(`✓ tokens, fonts and outlines (${((Date.now() - began) / 1000).toFixed(1)} s; ${notes.join('; ')})`);
}

async function tokens() {
  const sass = await import('sass');
  const { css } = sass.compile(at('style/tokens.scss'), {
    style: 'compressed',
    loadPaths: [at('node_modules/@uswds/uswds/packages')],
    quietDeps: true,
  });
  const faces = FACES.map(({ weight }) =>
    `@font-face{font-family:"Public Sans";font-style:normal;font-weight:${weight};font-display:swap;` +
    `src:url("fonts/${fontNames.get(weight)}") format("woff2")}`);
  faces.push(...FACES.map(fallback));
  const text = `${css.replace(/^\uFEFF|^@charset "UTF-8";/, '')}\n${faces.join('\n')}\n`;
  writeFileSync(at('build/tokens.css'), text);
  return `${(text.length / 1024).toFixed(1)} kB of tokens`;
}

// A face of the reader's own system, widened to take the room that the typeface will take, so that next to nothing moves
// when it arrives. What still differs from text to text, the charts leave room for (src/scene/measure.rs).
function fallback({ weight }) {
  const { advances, ascent, descent } = JSON.parse(readFileSync(at(`build/metrics/public-sans-${weight}.json`), 'utf8'));
  const times = wider(advances, weight);
  const percent = (share) => `${(share * 100).toFixed(2)}%`;
  return `@font-face{font-family:"Public Sans until it is there";font-style:normal;font-weight:${weight};`
    + `src:${LOCALS[kind(weight)].map((name) => `local("${name}")`).join(',')};size-adjust:${percent(times)};`
    + `ascent-override:${percent(ascent / 1000 / times)};descent-override:${percent(-descent / 1000 / times)};line-gap-override:0%}`;
}

async function fonts() {
  const { default: subset } = await import('subset-font');
  const { default: opentype } = await import('opentype.js');
  let total = 0;
  const lacking = new Set();
  for (const { weight, file } of FACES) {
    const bytes = readFileSync(at(`${FONTS}/${file}.ttf`));
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const have = WANTED.filter((char) => font.charToGlyph(char).index !== 0 || (lacking.add(char), false));
    const woff2 = await subset(bytes, have.join(''), {
      targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true,
    });
    total += woff2.length;
    const name = `public-sans-${weight}-${createHash('sha256').update(woff2).digest('hex').slice(0, 16)}.woff2`;
    fontNames.set(weight, name);
    writeFileSync(at(`build/fonts/${name}`), woff2);
    const per = 1000 / font.unitsPerEm;
    const em = (units) => Math.round(units * per);
    const metrics = {
      family: 'Public Sans',
      version: font.getEnglishName('version'),
      weight,
      unitsPerEm: 1000,
      ascent: em(font.tables.hhea.ascender),
      descent: em(font.tables.hhea.descender),
      capHeight: em(font.tables.os2.sCapHeight),
      xHeight: em(font.tables.os2.sxHeight),
      advances: Object.fromEntries(have.map((char) => [char, em(font.charToGlyph(char).advanceWidth)])),
      tabular: tabular(font, have, em),
    };
    writeFileSync(at(`build/metrics/public-sans-${weight}.json`), `${JSON.stringify(metrics, null, 1)}\n`);
  }
  if (total > 45 * 1024) throw new Error(`the fonts weigh ${total} bytes, more than 45 kB: cut characters or a weight`);
  if (lacking.size) throw new Error(`Public Sans has no ${[...lacking].join(' ')}: take them out of WANTED`);
  return [`${(total / 1024).toFixed(1)} kB of fonts`];
}

// The widths that change when `tnum` is on (font-variant-numeric: tabular-nums): digits, points, currency.
function tabular(font, have, em) {
  const by = new Map(font.substitution.getSingle('tnum', 'latn').map(({ sub, by }) => [sub, by]));
  return Object.fromEntries(have
    .map((char) => [char, by.get(font.charToGlyph(char).index)])
    .filter(([, glyph]) => glyph !== undefined)
    .map(([char, glyph]) => [char, em(font.glyphs.get(glyph).advanceWidth)]));
}

// src/scene/advances.rs as the typeface has it: compared (--check) or written (--bless).
function tableOf(mode) {
  const wanted = rustTable();
  const found = existsSync(at(TABLE)) ? readFileSync(at(TABLE), 'utf8') : '';
  if (found === wanted) {
    console.log(`✓ ${TABLE} is what the typeface says`);
  } else if (mode === '--bless') {
    mkdirSync(dirname(at(TABLE)), { recursive: true });
    writeFileSync(at(TABLE), wanted);
    console.log(`✓ wrote ${TABLE}`);
  } else {
    console.error(`✗ ${TABLE} is not what the typeface says.\n  Remedy: make bless, then read the difference.`);
    process.exit(1);
  }
}

function rustTable() {
  const metrics = FACES.map((face) => ({ ...face, ...JSON.parse(readFileSync(at(`build/metrics/public-sans-${face.weight}.json`))) }));
  const uswds = JSON.parse(readFileSync(at('node_modules/@uswds/uswds/package.json'))).version;
  const lines = [
    `//! How wide each character of Public Sans is, in thousandths of an em.`,
    `//!`,
    `//! Written by \`style/build.mjs --bless\` from Public Sans (${metrics[0].version.replace(/;.*/, '')}) in @uswds/uswds ${uswds},`,
    `//! under the SIL Open Font License 1.1; do not edit. \`make test\` holds it against the typeface.`,
    ``,
    `/// One weight of the typeface.`,
    `pub struct Face {`,
    `    pub weight: u16,`,
    `    /// Above the baseline, in thousandths of an em.`,
    `    pub ascent: i16,`,
    `    /// Below the baseline, negative.`,
    `    pub descent: i16,`,
    `    pub cap_height: i16,`,
    `    pub x_height: i16,`,
    `    /// Sorted by character.`,
    `    pub advances: &'static [(char, u16)],`,
    `    /// What \`font-variant-numeric: tabular-nums\` makes of some of them. Sorted by character.`,
    `    pub tabular: &'static [(char, u16)],`,
    `    /// What the face takes that stands in until the typeface has come. Sorted by character.`,
    `    pub standin: &'static [(char, u16)],`,
    `}`,
  ];
  for (const face of metrics) {
    lines.push(
      ``,
      `pub static ${face.rust}: Face = Face {`,
      `    weight: ${face.weight},`,
      `    ascent: ${face.ascent},`,
      `    descent: ${face.descent},`,
      `    cap_height: ${face.capHeight},`,
      `    x_height: ${face.xHeight},`,
      `    advances: &[`,
      ...rustPairs(face.advances),
      `    ],`,
      `    tabular: &[`,
      ...rustPairs(face.tabular),
      `    ],`,
      `    standin: &[`,
      ...rustPairs(standin(face)),
      `    ],`,
      `};`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function standin({ advances, weight }) {
  const times = wider(advances, weight);
  const known = Object.keys(advances).map((char) => [char, width(char, weight)]).filter(([, own]) => own !== undefined);
  return Object.fromEntries(known.map(([char, own]) => [char, Math.round(own * times)]));
}

function rustPairs(widths) {
  return Object.entries(widths)
    .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
    .map(([char, width]) => `        (${rustChar(char)}, ${width}),`);
}

function rustChar(char) {
  if (char === "'" || char === '\\') return `'\\${char}'`;
  const code = char.codePointAt(0);
  const plain = code < 0x7f || (code > 0xa0 && code !== 0xad && code < 0x2000) || (code > 0x2011 && code !== 0x202f);
  return plain ? `'${char}'` : `'\\u{${code.toString(16)}}'`;
}
