// Properties of every page of the release: valid HTML, no accessibility violation that axe can detect, nothing in the
// console, nothing wider than the window; at 360 and 1440 px, in light and dark.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { openSite } from './page.mjs';
import { sound } from './sound.mjs';

const DIST = process.env.SITE ?? 'dist';
const files = readdirSync(DIST, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();
const addresses = files.filter((name) => /(^|\/)index\.html$/.test(name)).map((name) => `/${name.replace(/index\.html$/, '')}`);

let site;
before(async () => { site = await openSite({ folder: DIST }); });
after(() => site?.close());

test('the HTML of every page is valid', async () => {
  const validator = new HtmlValidate(new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off', // a title says what the page is; search engines cut it themselves
      'require-sri': 'off', // same origin
      'form-dup-name': 'off', // the lists of a comparison are one list of items, as boxes of one name are
      // within a drawing there is no native list
      'prefer-native-element': ['error', { exclude: ['list', 'listitem', 'group', 'img'] }],
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

// Pages that are made alike are looked at in their extremes; the others one by one.
const MADE_ALIKE = ['/figures/', '/embed/', '/stories/', '/models/', '/grantees/', '/industries/', '/states/'];
const some = MADE_ALIKE.flatMap((folder) => {
  const alike = addresses.filter((address) => address.startsWith(folder) && address !== folder);
  const weight = (address) => readFileSync(join(DIST, address, 'index.html')).length;
  const bySize = alike.sort((a, b) => weight(a) - weight(b));
  return [bySize[0], bySize.at(-1)].filter(Boolean);
});
const others = addresses.filter((address) => MADE_ALIKE.every((folder) => !address.startsWith(folder) || address === folder));

for (const address of [...others, ...some]) {
  for (const width of [360, 1440]) {
    test(`${address} at ${width} px`, async () => {
      const page = await site.page({ viewport: { width, height: 900 } });
      await page.visit(address);
      await sound(page);
      await page.done();
    });
  }
}
