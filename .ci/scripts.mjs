// What the release does with the scripts in public/: lines that are only comments are left out, since a browser reads none of
// them. Nothing else is changed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the scripts, below public/. */
export const scripts = () => readdirSync('public', { recursive: true }).map(String)
  .filter((name) => name.endsWith('.js')).sort();

/** A script without lines that are only comments, and without empty lines. No text of a script begins a line as a comment does. */
export function bare(text) {
  const without = text.replace(/^[ \t]*\/\*\*(?:(?!\*\/)[^])*\*\/[ \t]*\n/gm, '').replace(/^[ \t]*\/\/.*\n/gm, '');
  return without.replace(/^[ \t]*\n/gm, '');
}

/** Writes the scripts of a built folder without their comments. */
export function strip(folder, names) {
  for (const name of names) {
    const path = join(folder, name);
    writeFileSync(path, bare(readFileSync(path, 'utf8')));
  }
}
