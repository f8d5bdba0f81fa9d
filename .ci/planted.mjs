// Plants the faults of tests/planted.json one after the other and checks that the named step of the tests catches each:
// the step must fail, and its output must name the test that is said to catch it. Every file is put back.
//   node .ci/planted.mjs [WORD]        after a whole `make test`; WORD chooses faults by name
// A fault in Rust needs a build. All Rust faults are planted together, so that one build serves them; each must fail a
// test of its own.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const faults = JSON.parse(readFileSync('tests/planted.json', 'utf8')).filter(({ name }) => name.includes(process.argv[2] ?? ''));
const plain = (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');

/** The one file that a path with a `*` in its last part names. */
function fileOf(path) {
  if (!path.includes('*')) return path;
  const pattern = new RegExp(`^${path.split('/').at(-1).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[0-9a-f]{16}')}$`);
  const found = readdirSync(dirname(path)).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${path} names ${found.length} files`);
  return join(dirname(path), found[0]);
}

/** Changes a file, and a second one where `also` names it; gives the function that puts them back. With `every` all places
 *  are changed, with `pad` so many bytes that do not compress are added; an empty `find` adds at the end. */
function plant({ name, file, find = '', replace, every, pad = 0, also }) {
  const path = fileOf(file);
  const whole = readFileSync(path);
  const text = whole.toString();
  const added = replace + (pad ? `<!-- ${randomBytes(pad).toString('base64')} -->`.slice(0, pad) : '');
  const changed = find === '' ? text + added : text[every ? 'replaceAll' : 'replace'](find, () => added);
  if (changed === text) throw new Error(`${name}: ${path} has no “${find}”`);
  writeFileSync(path, changed);
  const second = also ? plant({ name, ...also }) : () => {};
  return () => { second(); writeFileSync(path, whole); };
}

function run(command) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, text: plain(stdout + stderr) };
}

const missed = [];
function judge({ name, catches }, { status, text }) {
  const isCaught = status !== 0 && text.includes(catches);
  console.log(`${isCaught ? '✓' : '✗'} ${name} — ${isCaught ? `caught by: ${catches}` : `not caught (exit ${status})`}`);
  if (!isCaught) { missed.push(name); console.log(text.split('\n').slice(-15).join('\n')); }
}

for (const fault of faults.filter(({ build }) => !build)) {
  const restore = plant(fault);
  try { judge(fault, run(fault.run)); } finally { restore(); }
}
const built = faults.filter(({ build }) => build);
if (built.length) {
  const restores = [];
  try {
    for (const fault of built) restores.push(plant(fault));
    const whole = run('cargo test --locked --no-fail-fast --lib --test native');
    const failed = new Set([...whole.text.matchAll(/^test (\S+) \.\.\. FAILED$/gm)].map(([, test]) => test));
    for (const fault of built) judge(fault, { status: failed.has(fault.catches) ? 1 : 0, text: failed.has(fault.catches) ? fault.catches : whole.text });
  } finally {
    restores.reverse().forEach((restore) => restore());
  }
}
console.log(`${faults.length - missed.length} passed, ${missed.length} failed`);
process.exit(missed.length ? 1 : 0);
