// The pages of list 1, and that the lists of all files together hold every page once.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LISTS, addresses, check, list } from './pages.mjs';

check(1);

test('the lists of pages are complete, share no page, and each has a file', () => {
  const numbers = Array.from({ length: LISTS }, (_, index) => index + 1);
  const visited = numbers.flatMap(list);
  assert.equal(new Set(visited).size, visited.length);
  assert.deepEqual([...visited].sort(), addresses().sort());
  const files = readdirSync('tests/e2e').filter((name) => /^pages-.*\.test\.mjs$/.test(name)).sort();
  assert.deepEqual(files, numbers.map((number) => `pages-${number}.test.mjs`));
  for (const number of numbers) {
    assert.match(readFileSync(`tests/e2e/pages-${number}.test.mjs`, 'utf8'), new RegExp(`^check\\(${number}\\);$`, 'm'));
  }
});
