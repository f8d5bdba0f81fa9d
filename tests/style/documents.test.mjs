// Documents: every link has a target, the index is complete, and the command-line tool is described in full.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const TOP = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md'];
const DOCS = readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => join('docs', name));
const text = (path) => readFileSync(path, 'utf8');
/** Without blocks of code, whose brackets are no links. */
const prose = (path) => text(path).replace(/^(?: {4}|\t).*$/gm, '');

/** The fragment of a heading, as hosts of Git repositories make it. */
const fragment = (heading) => heading.toLowerCase().replace(/[`*_“”’.,:;!?()…/]/g, '').trim().replace(/ /g, '-');
const fragments = (path) => [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => fragment(heading));

test('every link of a document leads to a file, and to a heading of it', () => {
  const broken = [];
  for (const path of [...TOP, ...DOCS]) {
    for (const [, target] of prose(path).matchAll(/\]\(([^)\s]+)\)/g)) {
      // Other sites, and pages of the site as examples.
      if (/^[a-z]+:|^\//.test(target)) continue;
      const [file, part] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      if (!existsSync(to)) broken.push(`${path}: there is no ${to}`);
      else if (part && !fragments(to).includes(part)) broken.push(`${path}: ${to} has no heading #${part}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('the index names every document', () => {
  const index = text('docs/README.md');
  const missing = [...TOP.filter((name) => name !== 'CHANGELOG.md').map((name) => `../${name}`), ...DOCS.map((path) => path.slice('docs/'.length))]
    .filter((name) => name !== 'README.md' && !index.includes(`](${name})`));
  assert.deepEqual(missing, []);
});

test('the README is short and says that the site is not official', () => {
  const readme = text('README.md');
  assert.ok(readme.split('\n').length < 80, 'the README has fewer than 80 lines');
  assert.match(readme, /Not an official government website\./);
  assert.ok(readFileSync('docs/images/first-page.png').length <= 400_000, 'the picture has at most 400 kB');
});

test('every verb of the command-line tool has a section with an example, and every option is named', () => {
  const source = text('src/bin/outcomes.rs');
  const verbs = source.slice(source.indexOf('enum Verb {'), source.indexOf('pub fn main'));
  const parts = text('docs/cli.md').split(/^## /m).slice(1);
  const names = [...verbs.matchAll(/^ {8}([A-Z]\w+) \{/gm)].map(([, name]) => name.toLowerCase());
  assert.ok(names.length >= 11, `only ${names} were found`);
  for (const name of names) {
    const part = parts.find((part) => part.startsWith(`${name}\n`));
    assert.ok(part, `docs/cli.md has no section “${name}”`);
    assert.match(part, new RegExp(`^ {4}\\$ outcomes ${name}\\b`, 'm'), `“${name}” has no example`);
  }
  const options = [...verbs.matchAll(/#\[arg\(([^\]]*)\blong(?: = "([\w-]+)")?[^\]]*\)\]\s+(\w+):/g)];
  assert.ok(options.length >= 20, 'options were not found');
  for (const [, , long, field] of options) {
    const option = `--${long ?? field.replaceAll('_', '-')}`;
    assert.ok(text('docs/cli.md').includes(option), `docs/cli.md does not name ${option}`);
  }
});
