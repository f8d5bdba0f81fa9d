// The HTML of every page that the release writes is valid.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const DIST = process.env.SITE ?? 'dist';
const files = readdirSync(DIST, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();

test('the HTML of every page is valid', async () => {
  const validator = new HtmlValidate(new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off', // a title says what the page is; search engines cut it themselves
      'require-sri': 'off', // same origin
      'form-dup-name': 'off', // the lists of a comparison are one list of items, as boxes of one name are
      // within a drawing there is no native list
      'prefer-native-element': ['error', { exclude: ['list', 'listitem', 'listbox', 'option', 'group', 'img'] }],
      'void-style': 'off', // <link /> is as valid as <link>
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off', // Leptos writes hidden=""
      'attribute-empty-style': 'off',
      'wcag/h32': 'off', // a filter applies when it is changed; a button to send would send nowhere
    },
  }));
  const faults = [];
  for (const name of files) {
    const report = await validator.validateString(readFileSync(join(DIST, name), 'utf8'), name);
    for (const { filePath, messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) faults.push(`${filePath}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  assert.deepEqual(faults, []);
});
