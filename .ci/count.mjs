// The closing line of `make test`: adds up what each runner counted itself.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, code, took] = process.argv.slice(2);
const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
const plain = (log) => readFileSync(log, 'utf8').replace(/\u001b\[[0-9;]*m/g, '');
const failing = (text) => [...text.matchAll(/^test at .*\n✖ (.*?)(?: \([\d.]+ms\))?$/gm)].map(([, name]) => name);
const runners = [
  ['native', /^test result: .*?(\d+) passed/gm, /^test result: .*?(\d+) failed/gm],
  ['browser', /^test result: .*?(\d+) passed/gm, /^test result: .*?(\d+) failed/gm],
  ['end-to-end', /^(?:# |ℹ )pass (\d+)/gm, /^(?:# |ℹ )(?:fail|cancelled) (\d+)/gm],
];
let passed = 0;
let failed = 0;
let silent = false;
console.log('');
for (const [name, passes, fails] of runners) {
  const log = join(folder, `${name}.log`);
  if (!existsSync(log)) {
    console.log(`${name}: did not run`);
    continue;
  }
  const text = plain(log);
  let [p, f] = [sum(text, passes), sum(text, fails)];
  let note = '';
  // What failed at first and passed alone has passed, and is named.
  const again = join(folder, `${name}-again.log`);
  if (existsSync(again)) {
    const left = sum(plain(again), fails);
    note = ` (${f} failed at first: ${failing(text).join('; ')})`;
    [p, f] = [p + f - left, left];
  }
  passed += p;
  failed += f;
  if (p + f === 0) silent = true;
  console.log(`${name}: ${p} passed, ${f} failed${note}`);
}
console.log(`took ${took}`);
// A step without counts of its own (formatting, lints, the release, a build) can fail too.
const broken = code !== '0' && failed === 0;
if (broken) console.log('a step that counts no tests failed: see above');
if (code === '0' && silent) console.log('a runner ran no test: that is a fault');
console.log(`${passed} passed, ${failed + (broken ? 1 : 0)} failed`);
process.exit(code === '0' && (silent || failed > 0) ? 1 : 0);
