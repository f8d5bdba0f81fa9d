// The charts that a reader collects for a report: a list of questions with their titles, kept in this browser alone.
const KEY = 'good-jobs-report';
export const MOST = 60;

/** The list as it was kept: `[{ query, title }]`; empty where nothing can be kept. */
export function kept() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one?.query === 'string' && typeof one.title === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a list; `false` where this browser keeps nothing. */
export function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

/** The place of a question in a list, from 0; -1: it is not there. */
export const placeOf = (list, query) => list.findIndex((one) => one.query === query);
