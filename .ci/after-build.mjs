// After a Trunk build: a build for development gets public/dev.js, which reloads the page on a change.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { TRUNK_PROFILE, TRUNK_STAGING_DIR, TRUNK_PUBLIC_URL = '/' } = process.env;
if (TRUNK_PROFILE === 'debug') {
  const page = join(TRUNK_STAGING_DIR, 'index.html');
  const html = readFileSync(page, 'utf8');
  if (!html.includes('</head>')) throw new Error('index.html has no </head>');
  writeFileSync(page, html.replace('</head>', `<script src="${TRUNK_PUBLIC_URL}dev.js" defer></script></head>`));
  copyFileSync('public/dev.js', join(TRUNK_STAGING_DIR, 'dev.js'));
}
