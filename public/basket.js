// The charts that a reader collects for a report: a list of queries with their titles, kept in this browser alone.
const KEY = 'good-jobs-report';
export const MOST = 60;

/** The list as it was kept; empty where nothing can be kept.
 *  @returns {Collected[]} */
export function kept() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const isWhole = (/** @type {Collected} */ one) => typeof one?.query === 'string' && typeof one.title === 'string';
    return Array.isArray(list) ? list.filter(isWhole).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a list; `false` where this browser keeps nothing.
 *  @param {Collected[]} list */
export function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

/** The place of a query in a list, from 0; -1: it is not there.
 *  @param {Collected[]} list @param {string} query */
export const placeOf = (list, query) => list.findIndex((one) => one.query === query);
