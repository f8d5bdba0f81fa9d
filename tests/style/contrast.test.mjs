// Colours that meet on a page hold WCAG 2.2's contrast: 4.5:1 for text (1.4.3), 3:1 for marks and controls (1.4.11).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync('build/tokens.css', 'utf8');
const sides = { light: /^:root\{([^}]*)\}/.exec(css)[1], dark: /:root\[data-theme=dark\]\{([^}]*)\}/.exec(css)[1] };
const NAMED = { white: '#ffffff', black: '#000000' };

const roles = (side) => Object.fromEntries([...sides[side].matchAll(/--([a-z0-9-]+): ?(#[0-9a-f]{3,6}|white|black)/g)]
  .map(([, role, value]) => [role, NAMED[value] ?? value]));

function luminance(hex) {
  const full = hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const TEXT = [
  ...['ink', 'ink-soft', 'link', 'link-hover', 'link-visited', 'axis'].flatMap((role) => [[role, 'ground'], [role, 'surface']]),
  ['ink', 'sunken'], ['ink', 'accent-soft'], ['on-accent', 'accent'], ['on-accent', 'accent-strong'],
  ...['info-soft', 'warning-soft', 'error-soft', 'success-soft', 'absent'].map((ground) => ['ink', ground]),
];
const MARKS = [
  ...['line-strong', 'accent', 'focus', 'error', 'mark', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']
    .flatMap((role) => [[role, 'ground'], [role, 'surface']]),
];

for (const side of ['light', 'dark']) {
  for (const [kind, pairs, least] of [['text', TEXT, 4.5], ['marks', MARKS, 3]]) {
    test(`${kind} in ${side}`, () => {
      const colours = roles(side);
      const short = pairs.filter(([a, b]) => contrast(colours[a], colours[b]) < least)
        .map(([a, b]) => `${a} on ${b}: ${contrast(colours[a], colours[b]).toFixed(2)}`);
      assert.deepEqual(short, []);
    });
  }
}
