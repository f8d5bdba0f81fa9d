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

/** Everything under a folder, by its path from here. */
const under = (folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
const sources = under('src').filter((path) => path.endsWith('.rs'));

test('every type and module that the glossary names is there', () => {
  const code = sources.map((path) => text(path)).join('\n');
  const rows = text('docs/glossary.md').split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split(' | ')[2] ?? '');
  const names = rows.flatMap((cell) => [...cell.matchAll(/`([A-Za-z_]+(?:::[A-Za-z_]+)+)`/g)].map(([, name]) => name));
  assert.ok(names.length >= 60, 'names were not found');
  const missing = names.filter((name) => name.split('::').some((part, at, parts) => {
    const isRoom = sources.some((path) => path.endsWith(`/${part}.rs`) || path.includes(`/${part}/`));
    const isDeclared = new RegExp(`\\b(?:struct|enum|trait|fn|const|type|mod)\\s+${part}\\b`).test(code);
    // A variant, or a field.
    const isMember = at === parts.length - 1 && new RegExp(`^\\s*(?:pub )?${part}\\s*[:,({=]`, 'm').test(code);
    return !isRoom && !isDeclared && !isMember;
  }));
  assert.deepEqual(missing, []);
});

test('every file that a document names is there', () => {
  const files = [...under('src'), ...under('public'), ...under('tests'), ...under('style'), ...under('.ci'), ...under('docs')];
  const missing = [];
  for (const path of ['ARCHITECTURE.md', 'CONTRIBUTING.md', ...DOCS]) {
    // A name with an ending that code has, with or without the folder it is in.
    for (const [, name] of prose(path).matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:rs|js|mjs|py|ftl|css|scss|ts))`/g)) {
      if (existsSync(name) || files.some((file) => file.endsWith(`/${name}`))) continue;
      missing.push(`${path}: ${name}`);
    }
  }
  assert.deepEqual(missing, []);
});
