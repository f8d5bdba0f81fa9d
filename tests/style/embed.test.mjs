// Embeds fetch no font: what stands in for the typeface takes as much room as the page's own stand-in does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const shares = (css, family) => new Map([...css.matchAll(/@font-face\{([^}]*)\}/g)]
  .map(([, rule]) => rule)
  .filter((rule) => rule.includes(`font-family:${family};`))
  .map((rule) => [/font-weight:(\d+)/.exec(rule)?.[1] ?? '400', /size-adjust:([\d.]+%)/.exec(rule)[1]]));

test('the faces of embeds are as wide as those of pages', () => {
  const page = shares(readFileSync('build/tokens.css', 'utf8'), '"Public Sans until it is there"');
  const embed = shares(readFileSync('style/embed.css', 'utf8'), 'S');
  assert.deepEqual([...embed.keys()], ['400', '600']);
  for (const [weight, share] of embed) assert.equal(share, page.get(weight), weight);
});
