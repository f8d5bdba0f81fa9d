// The scripts of the site: small, typed, and the same as Rust where both do a thing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bare, scripts } from '../../.ci/scripts.mjs';
import { near, words } from '../../public/find.js';
import { record } from '../../public/row.js';

const DIST = process.env.SITE ?? 'dist';
const same = JSON.parse(readFileSync('tests/same.json', 'utf8'));
// With comments, and without lines that are only comments.
const MOST = { line: 140, lines: 2212, kB: 104.1, whole: 141 };

test('scripts are short: no long line, and no more lines and bytes than they have come to', () => {
  const all = scripts().map((name) => join('public', name));
  assert.ok(all.length > 20);
  const long = [...all, 'src/publish/prerender/embed/frame.js', 'public/scripts.d.ts'].flatMap((path) => readFileSync(path, 'utf8').split('\n')
    .flatMap((line, at) => ([...line].length > MOST.line ? [`${path}:${at + 1}`] : [])));
  assert.deepEqual(long, []);
  const whole = all.map((path) => readFileSync(path, 'utf8'));
  const code = whole.map(bare).join('');
  const lines = code.split('\n').length - 1;
  const [kB, commented] = [code, whole.join('')].map((text) => Buffer.byteLength(text) / 1000);
  assert.ok(lines <= MOST.lines, `${lines} lines without comments`);
  assert.ok(kB <= MOST.kB, `${kB} kB without comments`);
  assert.ok(commented <= MOST.whole, `${commented} kB with comments`);
});

test('what the release ships of a script is the script without its comments', () => {
  for (const name of scripts()) {
    const text = bare(readFileSync(join('public', name), 'utf8'));
    assert.doesNotMatch(text, /^\s*(\/\/|\/\*\*[^/]*$)/m, name);
  }
  assert.equal(bare("/** a\n *  b */\nconst a = 1; // c\n\n  // d\n  /** e */\n  const b = '//'; /** @type {x} */\n"), "const a = 1; // c\n  const b = '//'; /** @type {x} */\n");
});

test('the search folds letters as Rust does', () => {
  const list = JSON.parse(readFileSync(join(DIST, 'find.json'), 'utf8'));
  for (const [text, folded] of same.fold) assert.equal(words(list, text).join(' '), folded, text);
});

test('the search tells words apart by the distance that Rust uses', () => {
  for (const [a, b, distance] of same.near) {
    assert.ok(near(a, b, distance), `${a} ${b}`);
    assert.ok(distance === 0 || !near(a, b, distance - 1), `${a} ${b}`);
  }
});

test('a row of a file is the one that Rust reads', () => {
  for (const [file, line, cells] of same.row) assert.deepEqual(record(file, line)?.cells ?? null, cells, JSON.stringify([file, line]));
});
