// Reads the published CSV files independently of the site's code; tests compare what pages show with them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(process.env.SITE ?? 'dist', 'data');

/** Text of RFC 4180 as a list of lists of cells. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') { row.push(cell); cell = ''; }
    else if (letter === '\n') { row.push(cell.replace(/\r$/, '')); rows.push(row); row = []; cell = ''; }
    else cell += letter;
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows;
}

/** The rows of a table as objects. */
export function table(name, folder = 'good-jobs-challenge') {
  const [head, ...rows] = parseCsv(readFileSync(join(DATA, folder, `${name}.csv`), 'utf8'));
  return rows.map((row) => Object.fromEntries(head.map((field, at) => [field, row[at] ?? ''])));
}

/** A JSON file below data/. */
export const json = (path) => JSON.parse(readFileSync(join(DATA, path), 'utf8'));

/** How many awards each value of `field` has in a bridge table, by the value's name: a Map. */
export function awardsBy(bridge, field, names) {
  const name = new Map(table(names).map((row) => [row[field], row.name]));
  const awards = new Map();
  for (const row of table(bridge)) {
    const key = name.get(row[field]);
    awards.set(key, (awards.get(key) ?? new Set()).add(row.award_id));
  }
  return new Map([...awards].map(([key, set]) => [key, set.size]));
}

/** Day, month or year of a date as pages write it. */
export function inWords(date) {
  const [year, month, day] = date.split('-').map(Number);
  const name = month && new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 1)));
  return !month ? `${year}` : !day ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

/** The rows of a page's table: first cell → the whole row, in words. */
export async function tableRows(figure) {
  return figure.locator('table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].filter((cell) => !cell.matches('.stands')).map((cell) => cell.textContent.trim())));
}

/** The number in “3 awards”, “$1,234.50” or “more than 25,000 people”. */
export const numberIn = (text) => Number(text.replace(/,/g, '').match(/-?\d+(\.\d+)?/)?.[0] ?? NaN);
