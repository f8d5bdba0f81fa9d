// After a Trunk build. For development: public/dev.js, which reloads the page on a change. For release: the
// scripts that Trunk copies lose their comments, and those that every page starts get names that say what they hold, so that
// browsers may keep them for ever.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts, strip } from './scripts.mjs';

const { TRUNK_PROFILE, TRUNK_STAGING_DIR, TRUNK_PUBLIC_URL = '/' } = process.env;
// What is read comes before what acts: the module is fetched by boot.js when the page is there, the typeface at once.
const page = join(TRUNK_STAGING_DIR, 'index.html');
let html = readFileSync(page, 'utf8');
html = html.replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, '');
const faces = readdirSync(join(TRUNK_STAGING_DIR, 'fonts')).filter((name) => name.endsWith('.woff2')).sort();
const early = faces.map((name) => `<link rel="preload" href="${TRUNK_PUBLIC_URL}fonts/${name}" as="font" type="font/woff2" crossorigin>`);
if (!html.includes('<link rel="stylesheet"')) throw new Error('index.html has no style sheet');
html = html.replace('<link rel="stylesheet"', `${early.join('')}<link rel="stylesheet"`);
if (TRUNK_PROFILE === 'debug') {
  if (!html.includes('</head>')) throw new Error('index.html has no </head>');
  html = html.replace('</head>', `<script src="${TRUNK_PUBLIC_URL}dev.js" defer></script></head>`);
  copyFileSync('public/dev.js', join(TRUNK_STAGING_DIR, 'dev.js'));
} else {
  strip(TRUNK_STAGING_DIR, scripts().filter((name) => name !== 'dev.js'));
  for (const name of ['early', 'boot']) {
    const path = join(TRUNK_STAGING_DIR, `${name}.js`);
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
    const named = html.replaceAll(`${name}.js"`, `${name}-${hash}.js"`);
    if (named === html) throw new Error(`index.html does not start ${name}.js`);
    html = named;
    renameSync(path, join(TRUNK_STAGING_DIR, `${name}-${hash}.js`));
  }
}
writeFileSync(page, html);
