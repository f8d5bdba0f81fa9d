// Compares the list of tests with the one that was kept before the tests were made quicker (tests/names/before.txt): each
// name that is gone needs a line in tests/names/moved.json that says what holds it now.
//   node .ci/names.mjs        after names.sh has written build/test/names.txt
import { readFileSync } from 'node:fs';

const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
const now = new Set(lines('build/test/names.txt'));
// A list of { names: a regular expression over whole names, now: what holds them }.
const moved = JSON.parse(readFileSync('tests/names/moved.json', 'utf8')).map((entry) => ({ ...entry, names: new RegExp(`^(?:${entry.names})$`), count: 0 }));
const gone = lines('tests/names/before.txt').filter((name) => !now.has(name));
const left = [];
for (const name of gone) {
  const entry = moved.find(({ names }) => names.test(name));
  if (entry) entry.count += 1; else left.push(name);
}
console.log(`${lines('tests/names/before.txt').length} names before, ${now.size} now, ${gone.length} gone`);
for (const { names, now: holder, count } of moved) console.log(`  ${String(count).padStart(4)} ${names.source}\n       now: ${holder}`);
for (const name of left) console.error(`✗ nothing is said of: ${name}`);
if (left.length) process.exit(1);
